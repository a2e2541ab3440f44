import { inLanguage } from "../../../../shared/conference/common.ts";
import type { State } from "../../../../shared/conference/state.ts";
import type { Speech } from "../../../i18n/intl.tsx";
import { csv } from "./csv.ts";
import type { PledgeRow } from "./pledgeRows.ts";

/** The rows as a table for a spreadsheet, in the reader's language; instants are ISO 8601 in UTC. */
export function pledgesAsCsv(rows: readonly PledgeRow[], state: State, { t, locale }: Speech): string {
	const head = [
		t("desk.reference"),
		t("desk.delegation"),
		t("desk.pledge"),
		t("desk.details"),
		t("desk.capability"),
		t("desk.closesGapIn"),
		t("desk.units"),
		t("desk.state"),
		t("desk.session"),
		t("pledge.submitted"),
		t("pledge.cleared"),
		t("pledge.announced"),
		t("pledge.confirmed"),
		t("desk.contact"),
	];
	const instant = (at: number | null) => (at === null ? "" : new Date(at).toISOString());
	const lines = rows.map(({ pledge, reference, delegationName, capability, needTitle, step }) => {
		const meeting = state.programme.meetings.get(pledge.meetingId ?? "");
		return [
			reference,
			delegationName,
			pledge.title,
			pledge.details ?? "",
			capability,
			needTitle ?? "",
			pledge.quantity,
			t(`pledge.${step}`),
			meeting === undefined ? "" : inLanguage(meeting.title, locale),
			instant(pledge.submittedAt),
			instant(pledge.acceptedAt),
			instant(pledge.announcedAt),
			instant(pledge.confirmedAt),
			pledge.contact ?? "",
		];
	});
	return csv([head, ...lines]);
}

/** Names the conference, and says so where the data is of a rehearsal. */
export function exportName({ profile }: State): string {
	return [profile.id, ...(profile.rehearsal ? ["rehearsal"] : []), "pledges"].join("-").concat(".csv");
}
