/** How often something out of the ordinary happens: the chance for each statement, or for each entry of a list. */
export interface Rates {
	readonly pointOfOrder: number;
	readonly reply: number;
	readonly swap: number;
	readonly absent: number;
}

/** As in a quiet session. */
export const usualRates: Rates = { pointOfOrder: 0.035, reply: 0.03, swap: 0.06, absent: 0.03 };
