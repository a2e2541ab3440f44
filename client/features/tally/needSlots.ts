import type { Delegation } from "../../../shared/conference/delegations.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import type { NeedTally } from "../../../shared/conference/tally.ts";
import { unitsOf } from "../../../shared/conference/tally.ts";
import type { Locale } from "../../../shared/protocol/locale.ts";
import type { SlotItem, SlotState } from "../../ui/Slots.tsx";
import { emblemOf, nameOf } from "../delegations/delegation.ts";

/** Units that were taken back: each leaves its flag, crossed, on a place that is open again. */
export interface WithdrawnUnit {
	readonly needId: string;
	readonly delegationId: string;
}

/** Withdrawn units of a day, in the order of their withdrawal. */
export function withdrawnUnits(
	pledges: ReadonlyMap<string, Pledge>,
	isOfTheDay: (at: number) => boolean,
): WithdrawnUnit[] {
	return [...pledges.values()]
		.filter(
			({ state, announcedAt, withdrawnAt }) =>
				state === "withdrawn" && announcedAt !== null && withdrawnAt !== null && isOfTheDay(withdrawnAt),
		)
		.sort((a, b) => (a.withdrawnAt ?? 0) - (b.withdrawnAt ?? 0))
		.flatMap((pledge) => {
			const { needId, delegationId } = pledge;
			if (needId === null) return [];
			return Array.from({ length: unitsOf(pledge, pledges) }, () => ({ needId, delegationId }));
		});
}

/** What each place of a need shows, pledged ones first; never fewer places than were asked for. */
export function slotStates(tally: NeedTally, withdrawn: number, fresh: ReadonlySet<string>): SlotState[] {
	const filled = tally.slots.map((slot): SlotState => {
		if (slot.partly) return "partly";
		if (fresh.has(slot.pledgeId)) return "new";
		if (slot.beyond) return "beyond";
		return slot.confirmed ? "confirmed" : "announced";
	});
	// A place that waits for a part is drawn already, and still open (NE3).
	const open = tally.open - tally.slots.filter(({ partly }) => partly).length;
	const crossed = Math.min(withdrawn, open);
	return [
		...filled,
		...Array.from({ length: crossed }, () => "withdrawn" as const),
		...Array.from({ length: open - crossed }, () => "gap" as const),
	];
}

/** The same with flags and names. */
export function needSlots(
	tally: NeedTally,
	withdrawn: readonly WithdrawnUnit[],
	fresh: ReadonlySet<string>,
	delegations: ReadonlyMap<string, Delegation>,
	locale: Locale,
): SlotItem[] {
	const own = withdrawn.filter(({ needId }) => needId === tally.need.id);
	const owners = [...tally.slots, ...own].map(({ delegationId }) => delegationId);
	return slotStates(tally, own.length, fresh).map((state, index): SlotItem => {
		const id = owners[index];
		if (state === "gap" || id === undefined) return { state: "gap" };
		const delegation = delegations.get(id);
		return { state, ...emblemOf(delegation), name: nameOf(delegation, id, locale) };
	});
}
