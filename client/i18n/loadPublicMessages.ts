import type { Locale } from "../../shared/protocol/locale.ts";
import type { Messages } from "./loadMessages.ts";
import { asMessages, loadMessages } from "./loadMessages.ts";

/** The part of a language's catalogue that the public pages speak in; see `publicAreas.ts`. */
export async function loadPublicMessages(locale: Locale): Promise<Messages> {
	switch (locale) {
		case "ar":
			return asMessages(await import("./messages/ar.json?public"));
		case "fr":
			return asMessages(await import("./messages/fr.json?public"));
		case "zh":
			return asMessages(await import("./messages/zh.json?public"));
		case "ru":
			return asMessages(await import("./messages/ru.json?public"));
		case "es":
			return asMessages(await import("./messages/es.json?public"));
		case "ko":
			return asMessages(await import("./messages/ko.json?public"));
		case "en":
			return asMessages(await import("./messages/en.json?public"));
		case "qps":
			return loadMessages(locale);
	}
}
