import type { Language } from "../../shared/conference/common.ts";
import { Observable } from "../conference/observable.ts";

/**
 * The languages in their fixed order. Written out once more, because beside those of the domain stands the validator, which the
 * public page is spared.
 */
export const spokenChannels: readonly Language[] = ["ar", "zh", "en", "fr", "ru", "es", "ko"];

/** What somebody listens to on this machine. */
export interface Listening {
	/** The language that is heard over the floor; nothing for the floor alone. */
	readonly channel: Language | null;
	/** How loud the floor stays beneath it, 0 to 1. */
	readonly floorLevel: number;
	/** Whether the signing stands beside the stage. */
	readonly signs: boolean;
}

const key = "plenaria.listening";

/** Loud enough to hear that somebody speaks and how, and low enough to follow the interpreter. */
const usual: Listening = { channel: null, floorLevel: 0.15, signs: false };

/** Kept from one conference to the next. */
export const listening = new Observable<Listening>(read());

export function changeListening(change: Partial<Listening>): void {
	const changed = { ...listening.get(), ...change };
	listening.set(changed);
	try {
		localStorage.setItem(key, JSON.stringify(changed));
	} catch {
		// A browser that keeps nothing keeps it for this page.
	}
}

function read(): Listening {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
		if (typeof kept !== "object" || kept === null) return usual;
		const { channel, floorLevel, signs } = kept as Record<string, unknown>;
		const isLevel = typeof floorLevel === "number" && floorLevel >= 0 && floorLevel <= 1;
		return {
			channel: spokenChannels.find((each) => each === channel) ?? null,
			floorLevel: isLevel ? floorLevel : usual.floorLevel,
			signs: signs === true,
		};
	} catch {
		return usual;
	}
}
