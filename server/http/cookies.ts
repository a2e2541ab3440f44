import { parseCookie, type SetCookie, stringifySetCookie } from "cookie";
import type { Request, Response } from "express";

/** Name of the cookie that carries the signed sign-in. */
export const signInCookie = "plenaria_sign_in";

const yearSeconds = 365 * 24 * 3600;

/** The value of a cookie in a `Cookie` header. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
	return header === undefined ? undefined : parseCookie(header)[name];
}

/** The value of a cookie that came with a request. */
export function cookieOf(request: Request, name: string): string | undefined {
	return cookieIn(request.headers.cookie, name);
}

/** Lax, not Strict: who follows a link in a mail to the console must arrive signed in. */
export function setSignInCookie(response: Response, value: string, expiresAt: number): void {
	append(response, {
		name: signInCookie,
		value,
		path: "/",
		httpOnly: true,
		sameSite: "lax",
		secure: response.locals.isSecure === true,
		expires: new Date(expiresAt),
	});
}

/** Takes the sign-in out of the browser; what it signed in is revoked elsewhere. */
export function clearSignInCookie(response: Response): void {
	setSignInCookie(response, "", 0);
}

/** A preference that says nothing about anybody. */
export function setPlainCookie(response: Response, name: "lang", value: string): void {
	append(response, {
		name,
		value,
		path: "/",
		sameSite: "lax",
		secure: response.locals.isSecure === true,
		maxAge: yearSeconds,
	});
}

function append(response: Response, cookie: SetCookie): void {
	response.append("Set-Cookie", stringifySetCookie(cookie));
}
