import { useId } from "react";
import { classes } from "./classes.ts";
import type { PlateClock } from "./plateMoment.ts";

/**
 * The time rail: what is left lies at the end of the line and shrinks towards it, with a mark at every
 * minute. All widths are SVG attributes, so that a policy without inline styles holds.
 */
export function Rail({ clock, tall = false }: { clock: PlateClock; tall?: boolean | undefined }) {
	const { remainingMs, limitMs, moment, isInterruption = false } = clock;
	const hatch = useId();
	const dashed = isInterruption && (moment === "running" || moment === "lastMinute");
	const striped = dashed || moment === "conclude" || moment === "over" || moment === "paused";
	/* Dashes and a paused rail are upright; what asks to conclude leans. */
	const upright = dashed || moment === "paused";
	const left = moment === "over" ? 100 : Math.min(100, Math.max(0, (remainingMs / limitMs) * 100));
	const minutes = Math.floor((limitMs - 1) / 60_000);
	return (
		<svg
			className={classes(
				"rail",
				`rail-${moment}`,
				dashed && "rail-dashed",
				tall && "rail-console",
				(moment === "conclude" || moment === "over") && "rail-thick",
			)}
			aria-hidden="true"
		>
			{striped && (
				<pattern
					id={hatch}
					width={dashed ? 22 : upright ? 10 : 16}
					height="16"
					patternUnits="userSpaceOnUse"
					patternTransform={upright ? undefined : "skewX(-35)"}
				>
					<rect className="rail-hatch-light" width={dashed ? 14 : upright ? 6 : 9} height="16" />
					{!upright && <rect className="rail-hatch-dark" x="8" width="8" height="16" />}
				</pattern>
			)}
			<rect
				className={striped ? undefined : "rail-left"}
				fill={striped ? `url(#${hatch})` : undefined}
				x={`${100 - left}%`}
				width={`${left}%`}
				height="100%"
			/>
			{Array.from({ length: Math.min(minutes, 60) }, (_, index) => {
				const place = 100 - ((index + 1) * 60_000 * 100) / limitMs;
				return <rect key={place} className="rail-minute" x={`${place}%`} width="2" height="100%" />;
			})}
		</svg>
	);
}
