import { createContext, use, useLayoutEffect, useState, useSyncExternalStore } from "react";
import type { ExpectedTime } from "../../../../shared/conference/selectors.ts";
import type { Waiting } from "../../../features/speakersList/rows.ts";

const minute = 60_000;
const wholeMinute = (time: number) => Math.round(time / minute) * minute;

/**
 * Expected times by entry, beside the table and not in its rows: they change every few seconds for everybody, and a
 * table that is told of new rows builds itself anew, which a list of 400 would feel.
 */
export class ExpectedTimes {
	#times: ReadonlyMap<string, ExpectedTime> = new Map();
	readonly #listeners = new Set<() => void>();

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Times in whole minutes; the same object as before while none of them changes. */
	get(entryId: string): ExpectedTime | undefined {
		return this.#times.get(entryId);
	}

	set(waiting: readonly Waiting[]): void {
		const before = this.#times;
		let isChanged = waiting.length !== before.size;
		this.#times = new Map(
			waiting.map(({ entry: { id }, expected }) => {
				const fresh = {
					earliest: wholeMinute(expected.earliest),
					expected: wholeMinute(expected.expected),
					latest: wholeMinute(expected.latest),
				};
				const was = before.get(id);
				const isSame =
					was?.earliest === fresh.earliest && was.expected === fresh.expected && was.latest === fresh.latest;
				if (!isSame) isChanged = true;
				return [id, isSame && was !== undefined ? was : fresh] as const;
			}),
		);
		if (isChanged) for (const listener of this.#listeners) listener();
	}
}

const ExpectedTimesContext = createContext(new ExpectedTimes());
export const ExpectedTimesProvider = ExpectedTimesContext.Provider;

/** Keeps the times of a list for the cells below. */
export function useExpectedTimes(waiting: readonly Waiting[]): ExpectedTimes {
	const [times] = useState(() => {
		const made = new ExpectedTimes();
		made.set(waiting);
		return made;
	});
	useLayoutEffect(() => times.set(waiting), [times, waiting]);
	return times;
}

/** About when an entry is called; renders again only when a minute of it changes. */
export function useExpectedTime(entryId: string): ExpectedTime | undefined {
	const times = use(ExpectedTimesContext);
	return useSyncExternalStore(times.subscribe, () => times.get(entryId));
}
