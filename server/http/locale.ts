import type { Request, Response } from "express";
import { interfaceLanguages, isLocale, type Locale } from "../../shared/protocol/locale.ts";
import { cookieOf, setPlainCookie } from "./cookies.ts";

/** What a browser is offered, English first: it is the answer to `*`. */
const offered = ["en", ...interfaceLanguages.filter((language) => language !== "en")];

/** The reader's language: what the address says (and is then remembered), else the cookie, else the browser. */
export function localeOf(request: Request, response: Response): Locale {
	const asked = request.query.lang;
	if (isLocale(asked)) {
		setPlainCookie(response, "lang", asked);
		return asked;
	}
	const remembered = cookieOf(request, "lang");
	if (isLocale(remembered)) return remembered;
	const accepted = request.acceptsLanguages(offered);
	return isLocale(accepted) ? accepted : "en";
}

export type Theme = "light" | "dark";

/** The theme that the reader chose; nothing leaves it to the system's setting. */
export function themeOf(request: Request): Theme | undefined {
	const theme = cookieOf(request, "theme");
	return theme === "light" || theme === "dark" ? theme : undefined;
}

/** The language that the address names, else what the browser prefers; nothing is remembered. */
export function askedLocale(request: Request): Locale {
	const asked = request.query.lang;
	if (isLocale(asked)) return asked;
	const accepted = request.acceptsLanguages(offered);
	return isLocale(accepted) ? accepted : "en";
}

/** The theme that the address names; nothing leaves it to the system's setting. */
export function askedTheme(request: Request): Theme | undefined {
	const { theme } = request.query;
	return theme === "light" || theme === "dark" ? theme : undefined;
}
