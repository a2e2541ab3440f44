import { inLanguage } from "../../../../shared/conference/common.ts";
import { contentOf, missingParts } from "../../../../shared/conference/pledge.ts";
import type { State } from "../../../../shared/conference/state.ts";
import type { Speech } from "../../../i18n/intl.tsx";
import type { MessageId } from "../../../i18n/loadMessages.ts";
import { csv } from "../parts/csv.ts";
import { factsOf } from "./contentFacts.ts";
import { deliveryWords } from "./pledgeHistory.ts";
import type { PledgeRow } from "./pledgeRows.ts";

type Cells = readonly (readonly [MessageId, string | number])[];

const instant = (at: number | null) => (at === null ? "" : new Date(at).toISOString());

function table(rows: readonly PledgeRow[], cellsOf: (row: PledgeRow) => Cells, { t }: Speech): string {
	const lines = rows.map(cellsOf);
	const head = lines[0]?.map(([name]) => t(name)) ?? [];
	return csv([head, ...lines.map((line) => line.map(([, cell]) => cell))]);
}

/** The rows as a table for a spreadsheet, in the reader's language; instants are ISO 8601 in UTC. */
export function pledgesAsCsv(rows: readonly PledgeRow[], state: State, speech: Speech): string {
	const cellsOf = ({ pledge, reference, delegationName, capability, needTitle, step }: PledgeRow): Cells => [
		["desk.reference", reference],
		["desk.delegation", delegationName],
		["desk.pledge", pledge.title],
		["desk.details", pledge.details ?? ""],
		["desk.capability", capability],
		["desk.closesGapIn", needTitle ?? ""],
		["desk.units", pledge.quantity],
		["desk.state", speech.t(`pledge.${step}`)],
		["desk.session", sessionOf(pledge.meetingId, state, speech)],
		["pledge.submitted", instant(pledge.submittedAt)],
		["pledge.cleared", instant(pledge.acceptedAt)],
		["pledge.announced", instant(pledge.announcedAt)],
		["pledge.confirmed", instant(pledge.confirmedAt)],
		["desk.contact", pledge.contact ?? ""],
	];
	return table(rows, cellsOf, speech);
}

/** Everything that the desk sees of the rows, one column for each: what was written, and what became of it. */
export function pledgesInFull(rows: readonly PledgeRow[], state: State, speech: Speech): string {
	const { t } = speech;
	const titleOf = (id: string | null) => state.pledges.pledges.get(id ?? "")?.title ?? "";
	const cellsOf = ({ pledge, reference, delegationName, step }: PledgeRow): Cells => [
		["desk.reference", reference],
		["desk.delegation", delegationName],
		["desk.state", t(`pledge.${step}`)],
		...factsOf(contentOf(pledge), state, speech).map(({ name, words }) => [name, words] as const),
		[
			"deskexport.missing",
			missingParts(pledge)
				.map(({ text }) => text)
				.join("; "),
		],
		["deskexport.how", pledge.announcement === null ? "" : t(wayOf(pledge.announcement))],
		["desk.session", sessionOf(pledge.meetingId, state, speech)],
		["deskexport.second", pledge.second ?? ""],
		["deskact.asDelivered", pledge.delivered ?? ""],
		["pledge.draft", instant(pledge.draftedAt)],
		["pledge.submitted", instant(pledge.submittedAt)],
		["pledge.cleared", instant(pledge.acceptedAt)],
		["pledge.cued", instant(pledge.cuedAt)],
		["pledge.announced", instant(pledge.announcedAt)],
		["pledge.confirmed", instant(pledge.confirmedAt)],
		["pledge.withdrawn", instant(pledge.withdrawnAt)],
		["pledge.rejected", instant(pledge.rejectedAt)],
		["pledgebook.rejection", pledge.rejection ?? ""],
		["pledge.merged", instant(pledge.mergedAt)],
		["deskexport.mergedInto", titleOf(pledge.mergedInto)],
		[
			"deskexport.questions",
			pledge.questions.map(({ text, answer }) => [text, answer ?? ""].join(" – ")).join("\n"),
		],
		[
			"deskexport.corrections",
			pledge.corrections
				.map(({ at, reason, before }) => [instant(at), reason, before.title].join(" – "))
				.join("\n"),
		],
		["deskact.deliveryTitle", pledge.delivery === null ? "" : deliveryWords(pledge.delivery, speech)],
	];
	return table(rows, cellsOf, speech);
}

function wayOf(announcement: "floor" | "desk" | "writing") {
	return announcement === "writing" ? "deskform.writing" : "deskform.floor";
}

function sessionOf(meetingId: string | null, { programme }: State, { locale }: Speech): string {
	const meeting = programme.meetings.get(meetingId ?? "");
	return meeting === undefined ? "" : inLanguage(meeting.title, locale);
}

/** The same for other programs: the pledges as the record has them, with their names and with instants in ISO 8601. */
export function pledgesAsJson(rows: readonly PledgeRow[], { profile }: State): string {
	const pledges = rows.map(({ pledge, reference, delegationName, needTitle, capability }) => ({
		reference,
		delegationName,
		capability,
		needTitle,
		...pledge,
	}));
	const document = { conference: profile.id, rehearsal: profile.rehearsal, pledges };
	return `${JSON.stringify(document, readable, "\t")}\n`;
}

/** What is named as a time is written as one. */
function readable(name: string, value: unknown): unknown {
	return typeof value === "number" && (name === "at" || name.endsWith("At")) ? instant(value) : value;
}

/** Names the conference and what is in the file, and says so where the data is of a rehearsal. */
export function exportName<Name extends string>({ profile }: State, name: Name): `${string}-${Name}` {
	return `${[profile.id, ...(profile.rehearsal ? ["rehearsal"] : [])].join("-")}-${name}`;
}
