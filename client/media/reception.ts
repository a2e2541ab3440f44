import { Observable } from "../conference/observable.ts";

/** What a screen takes: a network that cannot carry pictures may carry a voice, and one that carries neither the text. */
export const receptions = ["all", "sound", "nothing"] as const;
export type Reception = (typeof receptions)[number];

const key = "plenaria.reception";

/** Kept on this machine, from one conference to the next. */
export const reception = new Observable<Reception>(read());

export function chooseReception(chosen: Reception): void {
	reception.set(chosen);
	try {
		localStorage.setItem(key, chosen);
	} catch {
		// A browser that keeps nothing keeps it for this page.
	}
}

function read(): Reception {
	try {
		const kept = localStorage.getItem(key);
		return receptions.find((each) => each === kept) ?? "all";
	} catch {
		return "all";
	}
}
