import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import type { Locale } from "../../shared/protocol/locale.ts";
import type en from "./messages/en.json";

/** The name of a message: a key of the English catalogue, which all others follow. */
export type MessageId = keyof typeof en;

/** A catalogue as the build leaves it: parsed, so that no parser travels to the browser. */
export type Messages = Record<string, MessageFormatElement[]>;

/** Vite's plugin replaces the texts of a catalogue by syntax trees; TypeScript knows the file alone. */
export function asMessages(catalogue: { default: unknown }): Messages {
	return catalogue.default as Messages;
}

/** Fetches the catalogue of one language, each a file of its own in the build. */
export async function loadMessages(locale: Locale): Promise<Messages> {
	switch (locale) {
		case "ar":
			return asMessages(await import("./messages/ar.json"));
		case "fr":
			return asMessages(await import("./messages/fr.json"));
		case "zh":
			return asMessages(await import("./messages/zh.json"));
		case "ru":
			return asMessages(await import("./messages/ru.json"));
		case "es":
			return asMessages(await import("./messages/es.json"));
		case "ko":
			return asMessages(await import("./messages/ko.json"));
		case "qps":
			return asMessages(await import("./messages/en.json?pseudo"));
		case "en":
			return asMessages(await import("./messages/en.json"));
	}
}
