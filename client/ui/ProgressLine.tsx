import type { ReactNode } from "react";
import { useSpeech } from "../i18n/intl.tsx";
import { classes } from "./classes.ts";

export interface ProgressPart {
	readonly id: string;
	readonly title: string;
	/** When it begins, or what was heard in it. */
	readonly detail: ReactNode;
	readonly state: "done" | "now" | "ahead";
	/** How much of the present part has passed, 0 to 1. */
	readonly share?: number | undefined;
}

/** Each part is as wide as its label needs; five widths stand for all labels. */
function widthClass(title: string): string | false {
	const letters = [...title].length;
	if (letters <= 8) return "progress-part-xs";
	if (letters <= 16) return "progress-part-s";
	if (letters <= 24) return false;
	return letters <= 32 ? "progress-part-l" : "progress-part-xl";
}

/** Where the conference stands, session by session; on a phone bars alone, with one line on the present one. */
export function ProgressLine({
	parts,
	current,
}: {
	parts: readonly ProgressPart[];
	/** "Session 3: Performance and Accountability, speaker 14 of 21"; shown on a phone. */
	current?: ReactNode;
}) {
	const { t } = useSpeech();
	return (
		<section aria-label={t("audience.sessions")}>
			<ol className="progress-line">
				{parts.map((part) => (
					<li
						key={part.id}
						className={classes(
							"progress-part",
							widthClass(part.title),
							part.state !== "ahead" && `progress-${part.state}`,
						)}
						aria-current={part.state === "now" ? "step" : undefined}
					>
						<svg className="progress-track" aria-hidden="true">
							{part.state === "now" && (
								<rect
									width={`${Math.round(Math.min(1, Math.max(0, part.share ?? 0)) * 1000) / 10}%`}
									height="100%"
								/>
							)}
						</svg>
						<b>{part.title}</b>
						<span>{part.detail}</span>
					</li>
				))}
			</ol>
			{current !== undefined && <p className="progress-current">{current}</p>}
		</section>
	);
}
