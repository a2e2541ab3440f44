import type { Delivery, Part, Pledge } from "../../../../shared/conference/pledge.ts";
import type { Speech } from "../../../i18n/intl.tsx";
import type { MessageId } from "../../../i18n/loadMessages.ts";

/** One act in the record of a pledge. */
export interface HistoryEntry {
	readonly key: string;
	/** Conference time in ms; null where the record of the pledge keeps what was done and not when. */
	readonly at: number | null;
	readonly id: MessageId;
	readonly values: Readonly<Record<string, string>>;
	/** What stood there before. */
	readonly before?: string | undefined;
}

const announced = {
	floor: "desk.historyAnnounced",
	desk: "desk.historyForDelegation",
	writing: "desk.historyInWriting",
} as const;

/** How far delivery has come, in words: its stage, then what else was reported. */
export function deliveryWords({ stage, percent, readiness, money }: Delivery, { t }: Speech): string {
	return [
		t(`deliverystage.${stage}`),
		...(percent === null ? [] : [t("common.countOfPlain", { count: percent, total: 100 })]),
		...(readiness === null ? [] : [t(`readinesslevel.${readiness}`)]),
		...(money === null ? [] : [t(`moneystage.${money}`)]),
	].join(" · ");
}

/**
 * The record of changes as the pledge itself tells it, newest first.
 *
 * @param others all pledges, among which those are that went into this one.
 */
export function historyOf(
	pledge: Pledge,
	others: Iterable<Pledge>,
	nameOf: (delegationId: string) => string,
	speech: Speech,
): readonly HistoryEntry[] {
	const entries: (HistoryEntry & { readonly order: number })[] = [];
	const add = (at: number | null, id: MessageId, values: HistoryEntry["values"] = {}, before?: string) => {
		if (at !== null)
			entries.push({ key: `${id} ${at} ${entries.length}`, at, order: at, id, values, before });
	};
	const delegation = nameOf(pledge.delegationId);
	for (const other of others) {
		if (other.id === pledge.mergedInto)
			add(pledge.mergedAt, "pledgebook.mergedInto", { pledge: other.title });
		if (other.mergedInto === pledge.id)
			add(other.mergedAt, "deskact.historyMergedFrom", { pledge: other.title });
	}
	add(pledge.rejectedAt, "deskact.rejected");
	add(pledge.withdrawnAt, "desk.historyWithdrawn", { delegation });
	if (pledge.delivery !== null)
		add(pledge.delivery.at, "deskact.historyDelivery", { words: deliveryWords(pledge.delivery, speech) });
	for (const { at, reason, before } of pledge.corrections)
		add(at, "deskact.historyCorrected", { reason }, before.title);
	add(pledge.confirmedAt, "desk.historyConfirmed");
	for (const part of pledge.parts) {
		const told = answerOf(part, pledge.delegationId);
		if (told !== null) add(part.at, told.id, { delegation: nameOf(told.by), part: part.text });
	}
	if (pledge.delivered !== null)
		entries.push({
			key: "delivered",
			at: null,
			order: pledge.announcedAt ?? 0,
			id: "deskact.historyDelivered",
			values: { words: pledge.delivered },
		});
	add(pledge.announcedAt, announced[pledge.announcement ?? "floor"], { delegation });
	add(pledge.cuedAt, "deskact.historyCued");
	add(pledge.acceptedAt, "desk.historyCleared");
	for (const { askedAt, text, answeredAt, answer } of pledge.questions) {
		if (answer !== null) add(answeredAt, "deskact.historyAnswered", { words: answer });
		add(askedAt, "deskact.historyAsked", { words: text });
	}
	add(pledge.submittedAt, "desk.historySubmitted", { delegation });
	add(pledge.draftedAt, "desk.historyDrafted", { delegation });
	return entries.sort((a, b) => b.order - a.order);
}

/** What became of a part of somebody else; the lead confirms its own by writing it, which is no act of its own. */
function answerOf(part: Part, lead: string): { readonly id: MessageId; readonly by: string } | null {
	if (part.status === "declined" && part.delegationId !== null)
		return { id: "deskact.historyPartDeclined", by: part.delegationId };
	if (part.status !== "confirmed" || part.heldBy === null || part.heldBy === lead) return null;
	if (part.matchedBy !== null) return { id: "deskact.historyPartMatched", by: part.heldBy };
	return { id: "deskact.historyPartConfirmed", by: part.heldBy };
}
