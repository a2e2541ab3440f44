import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface Step {
	readonly id: string;
	readonly title: ReactNode;
	/** When and where; each on a line of its own. */
	readonly details: readonly ReactNode[];
	readonly state: "done" | "now" | "ahead";
}

/** Steps at length: what was done, where it stands now, what is still due. */
export function Stepper({ steps }: { steps: readonly Step[] }) {
	return (
		<ol className="stepper">
			{steps.map((step) => (
				<li
					key={step.id}
					className={classes(
						"step",
						step.state !== "ahead" && "step-done",
						step.state === "now" && "step-now",
					)}
					aria-current={step.state === "now" ? "step" : undefined}
				>
					<b>{step.title}</b>
					{step.details.map((detail, line) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text
						<span key={line}>{detail}</span>
					))}
				</li>
			))}
		</ol>
	);
}
