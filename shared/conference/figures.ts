import { foldText, matches } from "./foldText.ts";
import type { Amount, Pledge } from "./pledge.ts";
import { amountUnits, pledgeKinds } from "./pledge.ts";
import type { State } from "./state.ts";
import { countedPledges, delegationsIn, isWhole, pledgersOf, unitsOf } from "./tally.ts";

/** A figure of the tally as a value: what it counts can be shown row by row, at an address of its own. */
export type Figure =
	/** `filling` are those that fill a place of what was asked for. */
	| { readonly kind: "all" | "confirmed" | "writing" | "incomplete" | "filling" }
	| { readonly kind: "category" | "priority" | "need" | "delegation"; readonly id: string }
	/** Announced in a meeting; null is outside of all of them. */
	| { readonly kind: "session"; readonly id: string | null }
	| { readonly kind: "unit"; readonly unit: Amount["unit"]; readonly currency: string | null }
	/** Pledges in which all of these delegations take part. */
	| { readonly kind: "partnership"; readonly delegationIds: readonly string[] }
	| { readonly kind: "novelty"; readonly id: Pledge["kind"] }
	/** Announced up to this instant, ms since the epoch. */
	| { readonly kind: "time"; readonly until: number }
	/** Pledges in whose words, or names of delegations, each of these words occurs. */
	| { readonly kind: "text"; readonly text: string };

export type FigureKind = Figure["kind"];

const plain = ["all", "confirmed", "writing", "incomplete", "filling"] as const;
const byId = ["category", "priority", "need", "delegation"] as const;

/** More words than this find nothing that fewer would not. */
const longestText = 80;

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
		case "filling":
			query.set("only", figure.kind);
			break;
		case "unit":
			query.set("unit", figure.unit);
			if (figure.currency !== null) query.set("currency", figure.currency);
			break;
		case "partnership":
			return `with=${figure.delegationIds.map(encodeURIComponent).join(",")}`;
		case "time":
			query.set("until", new Date(figure.until).toISOString());
			break;
		case "text":
			query.set("text", figure.text);
			break;
		default:
			query.set(figure.kind, figure.id ?? outside);
	}
	return query.toString();
}

/** Several figures as one query. */
export function figuresQuery(figures: readonly Figure[]): string {
	return figures
		.map(figureQuery)
		.filter((each) => each !== "")
		.join("&");
}

/**
 * The figures that a query names; of several the rows are those that all of them count. None where it names none, and
 * nothing at all where it names what is no figure.
 */
export function figuresOf(query: URLSearchParams): readonly Figure[] | undefined {
	const figures: Figure[] = [];
	for (const kind of byId) {
		const id = query.get(kind);
		if (id) figures.push({ kind, id });
	}
	const session = query.get("session");
	if (session) figures.push({ kind: "session", id: session === outside ? null : session });
	const together = query.get("with");
	if (together) figures.push({ kind: "partnership", delegationIds: together.split(",").slice(0, 3) });
	const instant = query.get("until");
	if (instant) {
		const until = Date.parse(instant);
		if (Number.isNaN(until)) return undefined;
		figures.push({ kind: "time", until });
	}
	const text = query.get("text")?.trim().slice(0, longestText);
	if (text) figures.push({ kind: "text", text });
	const only = query.get("only");
	if (only) {
		const kind = plain.find((each) => each === only);
		if (kind === undefined) return undefined;
		if (kind !== "all") figures.push({ kind });
	}
	const novelty = query.get("novelty");
	if (novelty) {
		const id = pledgeKinds.find((each) => each === novelty);
		if (id === undefined) return undefined;
		figures.push({ kind: "novelty", id });
	}
	const unit = query.get("unit");
	if (unit) {
		const known = [...amountUnits, "money" as const].find((each) => each === unit);
		if (known === undefined) return undefined;
		figures.push({ kind: "unit", unit: known, currency: known === "money" ? query.get("currency") : null });
	}
	return figures;
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
	return rowsOf([figure], state);
}

/** The pledges that all of these figures count; without any, all. */
export function rowsOf(figures: readonly Figure[], state: State): Pledge[] {
	return countedPledges(state).filter((pledge) => figures.every((figure) => isIn(figure, pledge, state)));
}

function isIn(figure: Figure, pledge: Pledge, state: State): boolean {
	switch (figure.kind) {
		case "all":
			return true;
		case "confirmed":
			return pledge.state === "confirmed";
		case "writing":
			return pledge.announcement === "writing";
		case "incomplete":
			return !isWhole(pledge);
		case "filling":
			return isWhole(pledge) && unitsOf(pledge, state.pledges.pledges) > 0;
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
		case "time":
			return pledge.announcedAt !== null && pledge.announcedAt <= figure.until;
		case "text":
			return matches(foldText(wordsOf(pledge, state)), figure.text);
	}
}

/** What somebody who looks for a pledge may remember of it. */
function wordsOf(pledge: Pledge, { delegations }: State): string {
	const names = delegationsIn(pledge).flatMap((id) =>
		Object.values(delegations.delegations.get(id)?.name ?? { en: id }),
	);
	return [pledge.title, pledge.details ?? "", ...names].join(" ");
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
