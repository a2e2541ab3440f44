import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Delegation } from "../../../../shared/conference/delegations.ts";
import { foldText, matches } from "../../../../shared/conference/foldText.ts";
import type { Need } from "../../../../shared/conference/needs.ts";
import type { Pledge, PledgeState } from "../../../../shared/conference/pledge.ts";
import { missingParts, pledgeForms } from "../../../../shared/conference/pledge.ts";
import type { State } from "../../../../shared/conference/state.ts";
import { pledgeReference } from "../../../features/pledges/reference.ts";
import type { PledgeStep } from "../../../ui/StateDots.tsx";

/** One line of the desk: a pledge with everything that the table shows and the search reads. */
export interface PledgeRow {
	readonly pledge: Pledge;
	readonly reference: string;
	readonly step: PledgeStep;
	readonly changedAt: number;
	readonly delegation: Delegation | undefined;
	readonly delegationName: string;
	readonly need: Need | undefined;
	readonly needTitle: string | null;
	readonly capability: string;
	readonly searched: string;
}

const steps: Record<PledgeState, PledgeStep> = {
	draft: "draft",
	submitted: "submitted",
	changeRequested: "query",
	accepted: "cleared",
	announced: "announced",
	confirmed: "confirmed",
	withdrawn: "withdrawn",
	cued: "cued",
	rejected: "rejected",
	merged: "merged",
};

/**
 * What people call a pledge by: P-062 once it is announced. Before that it has no number, since a running
 * one would tell how many there are (PL6); the delegation and the end of the pledge's own id name it.
 */
export function referenceOf({ number, delegationId, id }: Pledge): string {
	if (number !== null) return pledgeReference(number);
	return `${delegationId.toUpperCase()}-${id.slice(-4).toUpperCase()}`;
}

/** The time of the last act on a pledge, in ms. */
export function changedAt(pledge: Pledge): number {
	return Math.max(
		pledge.draftedAt ?? 0,
		pledge.submittedAt ?? 0,
		pledge.acceptedAt ?? 0,
		pledge.announcedAt ?? 0,
		pledge.confirmedAt ?? 0,
		pledge.withdrawnAt ?? 0,
		pledge.cuedAt ?? 0,
		pledge.rejectedAt ?? 0,
		pledge.mergedAt ?? 0,
		pledge.questions.at(-1)?.askedAt ?? 0,
		pledge.corrections.at(-1)?.at ?? 0,
		pledge.delivery?.at ?? 0,
	);
}

export type Names = Pick<State, "delegations" | "needs" | "profile">;

/**
 * Makes rows and keeps them as long as the pledge itself stays the same, so that one event among
 * thousands of pledges makes one row.
 */
export function rowMaker(
	{ delegations, needs, profile }: Names,
	language: string,
): (pledge: Pledge) => PledgeRow {
	const made = new WeakMap<Pledge, PledgeRow>();
	const capabilities = new Map(profile.categories.map(({ id, name }) => [id, inLanguage(name, language)]));
	return (pledge) => {
		const known = made.get(pledge);
		if (known !== undefined) return known;
		const delegation = delegations.delegations.get(pledge.delegationId);
		const need = pledge.needId === null ? undefined : needs.needs.get(pledge.needId);
		const delegationName =
			delegation === undefined ? pledge.delegationId : inLanguage(delegation.name, language);
		const needTitle = need === undefined ? null : inLanguage(need.title, language);
		const capability = capabilities.get(pledge.category) ?? pledge.category;
		const reference = referenceOf(pledge);
		const searched = foldText(
			[reference, delegationName, delegation?.name.en ?? "", pledge.title, needTitle ?? "", capability].join(
				" ",
			),
		);
		const row: PledgeRow = {
			pledge,
			reference,
			step: steps[pledge.state],
			changedAt: changedAt(pledge),
			delegation,
			delegationName,
			need,
			needTitle,
			capability,
			searched,
		};
		made.set(pledge, row);
		return row;
	};
}

export interface PledgeFilter {
	readonly step: PledgeStep | "all";
	readonly search: string;
	/** Id of a category, or empty for all. */
	readonly capability: string;
	/** Id of the meeting in which it was announced, or empty for all. */
	readonly session: string;
	/** How it is given or was announced, or empty for all. */
	readonly form: DeskForm | "";
	/** Id of the need that it helps to close, `noNeed` where it closes none, or empty for all. */
	readonly need: string;
}

/** How pledges are given and announced, as the desk asks for them. */
export const deskForms = ["floor", "writing", ...pledgeForms, "incomplete"] as const;
export type DeskForm = (typeof deskForms)[number];

/** Stands for "closes no need"; no id has a space. */
export const noNeed = "no need";

export const everything: PledgeFilter = {
	step: "all",
	search: "",
	capability: "",
	session: "",
	form: "",
	need: "",
};

function isOfForm(pledge: Pledge, form: DeskForm): boolean {
	switch (form) {
		case "floor":
			return pledge.announcement === "floor" || pledge.announcement === "desk";
		case "writing":
			return pledge.announcement === "writing";
		case "incomplete":
			return missingParts(pledge).length > 0;
		default:
			return pledge.form === form;
	}
}

/** The rows that a filter lets through, newest change first. */
export function filterRows(rows: readonly PledgeRow[], filter: PledgeFilter): PledgeRow[] {
	return rows
		.filter(
			({ step, pledge, searched }) =>
				(filter.step === "all" || step === filter.step) &&
				(filter.capability === "" || pledge.category === filter.capability) &&
				(filter.session === "" || pledge.meetingId === filter.session) &&
				(filter.form === "" || isOfForm(pledge, filter.form)) &&
				(filter.need === "" || (pledge.needId ?? noNeed) === filter.need) &&
				(filter.search === "" || matches(searched, filter.search)),
		)
		.sort((a, b) => b.changedAt - a.changedAt || (a.pledge.id < b.pledge.id ? -1 : 1));
}

export type StepCounts = Readonly<Record<PledgeStep | "all", number>>;

/** How many pledges stand at each step, whatever is being searched for. */
export function countSteps(rows: readonly PledgeRow[]): StepCounts {
	const counts = {
		all: rows.length,
		draft: 0,
		submitted: 0,
		query: 0,
		cleared: 0,
		announced: 0,
		confirmed: 0,
		withdrawn: 0,
		cued: 0,
		rejected: 0,
		merged: 0,
	};
	for (const { step } of rows) counts[step] += 1;
	return counts;
}
