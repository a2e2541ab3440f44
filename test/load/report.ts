import { median, spread } from "./statistics.ts";

/** One goal measured against its control in the same run. Nothing is asserted: speed is reported. */
export interface Measurement {
	readonly goal: string;
	readonly what: string;
	readonly unit: string;
	readonly ours: number;
	readonly control: number;
	/** What the ratio ours / control should reach, in words: `<= 1.30`. */
	readonly aim: string;
	readonly isMet: boolean;
	/** Why the figure says nothing, if it does not: the control scattered, or the load client was the bottleneck. */
	readonly invalid: string | null;
}

/** Compares medians of alternating rounds; a control that scatters by more than 40 % makes the run invalid. */
export function compare(
	name: Pick<Measurement, "goal" | "what" | "unit">,
	rounds: { readonly ours: readonly number[]; readonly control: readonly number[] },
	aim: { readonly words: string; met(ratio: number, ours: number, control: number): boolean },
	clientShare = 0,
): Measurement {
	const ours = median(rounds.ours);
	const control = median(rounds.control);
	const scatter = spread(rounds.control);
	const invalid =
		scatter > 0.4
			? `the control spread ${Math.round(scatter * 100)} %`
			: clientShare > 0.8
				? `the load client used ${Math.round(clientShare * 100)} % of a core`
				: null;
	return { ...name, ours, control, aim: aim.words, isMet: aim.met(ours / control, ours, control), invalid };
}

export function atMost(limit: number) {
	return { words: `<= ${limit.toFixed(2)}`, met: (ratio: number) => ratio <= limit };
}

export function print(measurement: Measurement): void {
	const { goal, what, unit, ours, control, aim, isMet, invalid } = measurement;
	const verdict = invalid !== null ? `invalid: ${invalid}` : isMet ? "met" : "missed";
	const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 3));
	const ratio = (ours / control).toFixed(2);
	console.log(
		`${goal.padEnd(5)} ${what.padEnd(58)} ${figure(ours).padStart(9)} ${unit.padEnd(8)} control ${figure(control).padStart(9)}   ratio ${ratio.padStart(6)} (goal ${aim})  ${verdict}`,
	);
}
