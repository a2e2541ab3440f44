import type { ReactNode } from "react";
import { Clock } from "./Clock.tsx";
import { classes } from "./classes.ts";
import { type Emblem, Flag } from "./Flag.tsx";
import { nameStep, type PlateClock } from "./plateMoment.ts";
import { Rail } from "./Rail.tsx";

/** Where a plate stands: it decides how large everything on it is. */
export type PlateSize = "audience" | "stage" | "compact" | "console" | "screen";

export interface PlateProps extends Emblem {
	readonly name: string;
	/** The language of `name`, where it is not the page's. */
	readonly lang?: string | undefined;
	/** The representative's title, with whatever belongs on the same line. */
	readonly title?: ReactNode;
	readonly size?: PlateSize | undefined;
	/** Absent where nobody's time is counted: a co-chair, an empty podium. */
	readonly clock?: PlateClock | undefined;
	/** "left" instead of "left of 4:00". */
	readonly brief?: boolean | undefined;
}

/**
 * The name plate and its rail: flag, delegation, title, clock. The same component on the public page, the
 * stage, the chair's console and the screen in the hall, so that everybody sees one truth.
 */
export function Plate({ name, lang, title, flag, monogram, size = "audience", clock, brief }: PlateProps) {
	const emblem = <Flag flag={flag} monogram={monogram} width={size === "screen" ? 160 : 48} />;
	const nameLine = (
		<b className={classes("plate-name", `name-step-${nameStep(name)}`)} lang={lang}>
			<bdi>{name}</bdi>
		</b>
	);
	const titleLine = title !== undefined && <span className="plate-title">{title}</span>;
	const timer = clock !== undefined && <Clock clock={clock} brief={brief} />;
	const rail = clock !== undefined && <Rail clock={clock} tall={size === "console"} />;
	if (size === "screen")
		return (
			<div className="plate plate-screen">
				<div className="plate-head">
					{emblem}
					{nameLine}
				</div>
				{titleLine}
				{timer}
				{rail}
			</div>
		);
	return (
		<div className={`plate plate-${size}`}>
			<div className="plate-body">
				{emblem}
				<div className="plate-who">
					{nameLine}
					{titleLine}
				</div>
				{timer}
			</div>
			{rail}
		</div>
	);
}

/** The same place while nobody speaks: one sentence, so that nothing jumps when somebody does. */
export function EmptyPlate({
	children,
	size = "audience",
}: {
	children: ReactNode;
	size?: PlateSize | undefined;
}) {
	return (
		<div className={`plate plate-${size} plate-empty`}>
			<div className="plate-body">
				<b className="plate-name">{children}</b>
			</div>
		</div>
	);
}
