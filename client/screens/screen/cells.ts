import type { NeedTally } from "../../../shared/conference/tally.ts";

/** What one unit of a need is: `partly` waits for a part of a joint pledge, `beyond` is more than was asked for. */
export type Cell = "new" | "confirmed" | "announced" | "newPartly" | "partly" | "beyond" | "gap";

/** A cell for every unit that was asked for and for the first of those beyond, pledged ones first. */
export function cellsOf({ slots, need }: NeedTally, fresh: ReadonlySet<string>): Cell[] {
	const filled = slots.map((slot): Cell => {
		if (slot.partly) return fresh.has(slot.pledgeId) ? "newPartly" : "partly";
		if (fresh.has(slot.pledgeId)) return "new";
		if (slot.beyond) return "beyond";
		return slot.confirmed ? "confirmed" : "announced";
	});
	const missing = Math.max(0, need.quantity - filled.length);
	return [...filled, ...Array.from({ length: missing }, () => "gap" as const)];
}
