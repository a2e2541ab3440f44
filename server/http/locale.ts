import type { Request, Response } from "express";
import { cookieOf, setPlainCookie } from "./cookies.ts";

/** Languages that the interface has a catalogue in; the first is what every other falls back to. */
export const locales = ["en", "fr", "ar"] as const;

/** `qps` is the pseudo-locale that shows texts which no catalogue holds; one asks for it by name only. */
export type PageLocale = (typeof locales)[number] | "qps";

function isLocale(value: unknown): value is PageLocale {
	return value === "qps" || (locales as readonly unknown[]).includes(value);
}

/** The reader's language: what the address says (and is then remembered), else the cookie, else the browser. */
export function localeOf(request: Request, response: Response): PageLocale {
	const asked = request.query.lang;
	if (isLocale(asked)) {
		setPlainCookie(response, "lang", asked);
		return asked;
	}
	const remembered = cookieOf(request, "lang");
	if (isLocale(remembered)) return remembered;
	const accepted = request.acceptsLanguages([...locales]);
	return isLocale(accepted) ? accepted : "en";
}

export function directionOf(locale: PageLocale): "ltr" | "rtl" {
	return locale === "ar" ? "rtl" : "ltr";
}

export type Theme = "light" | "dark";

/** The theme that the reader chose; nothing leaves it to the system's setting. */
export function themeOf(request: Request): Theme | undefined {
	const theme = cookieOf(request, "theme");
	return theme === "light" || theme === "dark" ? theme : undefined;
}
