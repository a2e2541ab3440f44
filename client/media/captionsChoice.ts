import type { Language } from "../../shared/conference/common.ts";
import { Observable } from "../conference/observable.ts";
import { spokenChannels } from "./listening.ts";

const key = "plenaria.captions";

/** The language in which captions of what is said are read on this machine; nothing for none. Kept from one conference to the next. */
export const captionsChoice = new Observable<Language | null>(read());

export function chooseCaptions(language: Language | null): void {
	captionsChoice.set(language);
	try {
		if (language === null) localStorage.removeItem(key);
		else localStorage.setItem(key, language);
	} catch {
		// A browser that keeps nothing keeps it for this page.
	}
}

function read(): Language | null {
	try {
		const kept = localStorage.getItem(key);
		return spokenChannels.find((each) => each === kept) ?? null;
	} catch {
		return null;
	}
}
