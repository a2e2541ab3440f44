import type { Amount, Pledge } from "./pledge.ts";
import { amountUnits, pledgeKinds } from "./pledge.ts";
import type { State } from "./state.ts";
import { countedPledges, delegationsIn, isWhole, pledgersOf } from "./tally.ts";

/** A figure of the tally as a value: what it counts can be shown row by row, at an address of its own. */
export type Figure =
	| { readonly kind: "all" | "confirmed" | "writing" | "incomplete" }
	| { readonly kind: "category" | "priority" | "need" | "delegation"; readonly id: string }
	/** Announced in a meeting; null is outside of all of them. */
	| { readonly kind: "session"; readonly id: string | null }
	| { readonly kind: "unit"; readonly unit: Amount["unit"]; readonly currency: string | null }
	/** Pledges in which all of these delegations take part. */
	| { readonly kind: "partnership"; readonly delegationIds: readonly string[] }
	| { readonly kind: "novelty"; readonly id: Pledge["kind"] };

export type FigureKind = Figure["kind"];

const plain = ["all", "confirmed", "writing", "incomplete"] as const;
const byId = ["category", "priority", "need", "delegation"] as const;

/** Stands for "in no meeting"; no identifier begins with it. */
const outside = "-";

/** The figure as a query: `category=medical`, `session=-`, `unit=money&currency=USD`, `with=idn,kor`; empty for all. */
export function figureQuery(figure: Figure): string {
	const query = new URLSearchParams();
	switch (figure.kind) {
		case "all":
			break;
		case "confirmed":
		case "writing":
		case "incomplete":
			query.set("only", figure.kind);
			break;
		case "unit":
			query.set("unit", figure.unit);
			if (figure.currency !== null) query.set("currency", figure.currency);
			break;
		case "partnership":
			return `with=${figure.delegationIds.map(encodeURIComponent).join(",")}`;
		default:
			query.set(figure.kind, figure.id ?? outside);
	}
	return query.toString();
}

/** The figure that a query names; all pledges where it names none, nothing where it names what is no figure. */
export function figureOf(query: URLSearchParams): Figure | undefined {
	const only = query.get("only");
	if (only !== null) {
		const kind = plain.find((each) => each === only);
		return kind === undefined ? undefined : { kind };
	}
	for (const kind of byId) {
		const id = query.get(kind);
		if (id) return { kind, id };
	}
	const session = query.get("session");
	if (session) return { kind: "session", id: session === outside ? null : session };
	const novelty = query.get("novelty");
	if (novelty !== null) {
		const id = pledgeKinds.find((each) => each === novelty);
		return id === undefined ? undefined : { kind: "novelty", id };
	}
	const unit = query.get("unit");
	if (unit !== null) {
		const known = [...amountUnits, "money" as const].find((each) => each === unit);
		if (known === undefined) return undefined;
		return { kind: "unit", unit: known, currency: known === "money" ? query.get("currency") : null };
	}
	const together = query.get("with");
	if (together) return { kind: "partnership", delegationIds: together.split(",").slice(0, 3) };
	return { kind: "all" };
}

/** Whether the conference has what a figure is about: a made-up category has no rows, and no page either. */
export function isFigureOf(figure: Figure, state: State): boolean {
	switch (figure.kind) {
		case "category":
			return state.profile.categories.some(({ id }) => id === figure.id);
		case "priority":
			return state.profile.priorities.some(({ id }) => id === figure.id);
		case "need":
			return state.needs.needs.has(figure.id);
		case "delegation":
			return state.delegations.delegations.has(figure.id);
		case "session":
			return figure.id === null || state.programme.meetings.has(figure.id);
		case "partnership":
			return figure.delegationIds.every((id) => state.delegations.delegations.has(id));
		default:
			return true;
	}
}

/** The pledges that a figure counts, in the order in which they became public. */
export function figureRows(figure: Figure, state: State): Pledge[] {
	return countedPledges(state).filter((pledge) => isIn(figure, pledge));
}

function isIn(figure: Figure, pledge: Pledge): boolean {
	switch (figure.kind) {
		case "all":
			return true;
		case "confirmed":
			return pledge.state === "confirmed";
		case "writing":
			return pledge.announcement === "writing";
		case "incomplete":
			return !isWhole(pledge);
		case "category":
			return pledge.category === figure.id;
		case "priority":
			return pledge.priorities.includes(figure.id);
		case "need":
			return pledge.needId === figure.id;
		case "session":
			return pledge.meetingId === figure.id;
		case "novelty":
			return pledge.kind === figure.id;
		case "delegation":
			return pledgersOf(pledge).includes(figure.id);
		case "unit":
			// As `quantities` of the tally: whole, and not counted before.
			return (
				pledge.amount?.unit === figure.unit &&
				(pledge.amount.unit !== "money" || pledge.amount.currency === figure.currency) &&
				pledge.kind !== "reaffirmed" &&
				isWhole(pledge)
			);
		case "partnership": {
			const all = delegationsIn(pledge);
			return figure.delegationIds.every((id) => all.includes(id));
		}
	}
}

/** Address of the rows of a figure. */
export function figurePath(conferenceId: string, figure: Figure): string {
	const query = figureQuery(figure);
	return `/${conferenceId}/pledges${query === "" ? "" : `?${query}`}`;
}

/** Address of a public pledge, by the number of its announcement. */
export function pledgePath(conferenceId: string, number: number): string {
	return `/${conferenceId}/pledges/${number}`;
}

/** Address of a delegation and everything that it pledged. */
export function delegationPath(conferenceId: string, delegationId: string): string {
	return `/${conferenceId}/delegations/${delegationId}`;
}

/** The public pledge of a number, withdrawn and merged ones too; nothing private has one. */
export function pledgeNumbered(number: number, state: State): Pledge | undefined {
	for (const pledge of state.pledges.pledges.values())
		if (pledge.series === "public" && pledge.number === number) return pledge;
	return undefined;
}
