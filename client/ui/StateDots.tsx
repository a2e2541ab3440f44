import { Message } from "../i18n/intl.tsx";
import { classes } from "./classes.ts";

/** The states of a pledge that a list tells apart. */
export type PledgeStep =
	| "draft"
	| "submitted"
	| "query"
	| "cleared"
	| "announced"
	| "confirmed"
	| "withdrawn"
	| "cued"
	| "rejected"
	| "merged";

/** Colours of the three dots: submitted, announced, confirmed. */
const dots: Record<PledgeStep, readonly [string, string, string]> = {
	draft: ["", "", ""],
	submitted: ["now", "", ""],
	query: ["query", "", ""],
	cleared: ["filled", "", ""],
	announced: ["filled", "filled", ""],
	confirmed: ["done", "done", "done"],
	withdrawn: ["", "", ""],
	cued: ["filled", "now", ""],
	rejected: ["", "", ""],
	merged: ["", "", ""],
};

/** How far a pledge has come, as three linked dots with the word. */
export function StateDots({ step }: { step: PledgeStep }) {
	const [first, second, third] = dots[step];
	const dot = (kind: string) => classes("state-dot", kind && `state-dot-${kind}`);
	return (
		<span className={classes("state-dots", step === "query" && "state-query")}>
			<i className={dot(first)} />
			<i className="state-link" />
			<i className={dot(second)} />
			<i className="state-link" />
			<i className={dot(third)} />
			<span className="state-word">
				<Message id={`pledge.${step}`} />
			</span>
		</span>
	);
}
