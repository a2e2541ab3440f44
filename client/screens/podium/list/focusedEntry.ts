import { createContext, use, useSyncExternalStore } from "react";

/** The entry whose row the keyboard is on, told to that row and the one before alone and not to the whole table. */
export class FocusedEntry {
	#id: string | null = null;
	readonly #listeners = new Set<() => void>();

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	is(entryId: string): boolean {
		return this.#id === entryId;
	}

	set(entryId: string | null): void {
		if (entryId === this.#id) return;
		this.#id = entryId;
		for (const listener of this.#listeners) listener();
	}
}

const FocusedEntryContext = createContext(new FocusedEntry());
export const FocusedEntryProvider = FocusedEntryContext.Provider;

/** Whether the row of an entry has the focus of the keyboard. */
export function useIsFocused(entryId: string): boolean {
	const focused = use(FocusedEntryContext);
	return useSyncExternalStore(focused.subscribe, () => focused.is(entryId));
}
