import { isAlive, type Pledge, type Rate } from "../../../../shared/conference/pledge.ts";

/** A currency in which something was pledged or that has a rate. */
export interface RateRow {
	readonly currency: string;
	/** Null where nobody has given one: its amounts stand in no sum in dollars. */
	readonly rate: Rate | null;
	/** Pledges in it, on their way or announced. */
	readonly pledges: number;
}

/** The currencies of a conference but the dollar: first those that need a rate and have none, then in the order of their codes. */
export function rateRows(pledges: Iterable<Pledge>, rates: ReadonlyMap<string, Rate>): readonly RateRow[] {
	const counts = new Map<string, number>([...rates.keys()].map((currency) => [currency, 0]));
	for (const pledge of pledges) {
		if (pledge.amount?.unit !== "money" || pledge.amount.currency === "USD" || !isAlive(pledge)) continue;
		const { currency } = pledge.amount;
		counts.set(currency, (counts.get(currency) ?? 0) + 1);
	}
	return [...counts]
		.map(([currency, count]) => ({ currency, rate: rates.get(currency) ?? null, pledges: count }))
		.sort((a, b) => Number(a.rate !== null) - Number(b.rate !== null) || (a.currency < b.currency ? -1 : 1));
}
