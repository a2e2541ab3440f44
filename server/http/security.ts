import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Origins } from "../origins.ts";
import type { CarriedStyle } from "./assets.ts";
import { HttpRefusal } from "./refusal.ts";

export interface Security {
	/** For every response: the headers, with the strict policy for what it may load. */
	readonly headers: RequestHandler;
	/** Refuses whatever could change something when a page of another origin sent it. */
	readonly originCheck: RequestHandler;
	/** For a console page: allows one style element by the nonce that is returned, which the page must carry. */
	allowNonce(request: Request, response: Response): string;
	/** Lets any site show the page in a frame: for the embedded tally alone, on which nobody can act. */
	allowFraming(request: Request, response: Response): void;
}

/**
 * What browsers are told to allow. The policies have no `unsafe-inline`; during development, where Vite puts
 * styles and its reload script into the page, they do. The styles that the public pages carry are allowed by their hash.
 *
 * @param carried the styles of the public pages; nothing when the client has not been built.
 */
export function security(
	origins: Origins,
	viteDevOrigin: string | undefined,
	carried: CarriedStyle | undefined,
): Security {
	const base = helmet({
		contentSecurityPolicy: false,
		// The path of a personal link is a secret and must not travel as a referrer. Not `no-referrer`, because then
		// browsers send the form that opens the link with "Origin: null", and the origin check refuses it.
		referrerPolicy: { policy: "strict-origin" },
		strictTransportSecurity: origins.isTls,
		frameguard: { action: "deny" },
	});
	const own = carried === undefined ? [] : [`'${carried.hash}'`];
	const strict = policy(origins, viteDevOrigin, own);
	return {
		headers(request, response, next) {
			response.locals.isSecure = origins.isTls || request.secure;
			base(request, response, (error) =>
				error === undefined ? strict(request, response, next) : next(error),
			);
		},
		originCheck(request, _response, next) {
			const isRead = request.method === "GET" || request.method === "HEAD";
			next(isRead || origins.allows(request) ? undefined : new HttpRefusal(403, "foreignOrigin"));
		},
		allowNonce(request, response) {
			const nonce = randomBytes(16).toString("base64");
			policy(origins, viteDevOrigin, [`'nonce-${nonce}'`])(request, response, raise);
			return nonce;
		},
		allowFraming(request, response) {
			policy(origins, viteDevOrigin, own, ["*"])(request, response, raise);
			response.removeHeader("X-Frame-Options");
			// Browsers of sites that isolate themselves load a frame only where it says so.
			response.set("Cross-Origin-Resource-Policy", "cross-origin");
		},
	};
}

function policy(
	origins: Origins,
	vite: string | undefined,
	styles: readonly string[],
	ancestors: readonly string[] = ["'none'"],
) {
	const dev = vite === undefined ? [] : [vite, "'unsafe-inline'"];
	const sockets = [...origins.all, ...(vite === undefined ? [] : [vite])].map(webSocketOrigin);
	return helmet.contentSecurityPolicy({
		useDefaults: false,
		directives: {
			"default-src": ["'none'"],
			"script-src": ["'self'", ...dev],
			// A nonce would switch 'unsafe-inline' off.
			"style-src": ["'self'", ...(vite === undefined ? styles : dev)],
			"img-src": ["'self'", ...dev.slice(0, 1)],
			"media-src": ["'self'"],
			"font-src": ["'self'", ...dev.slice(0, 1)],
			"connect-src": ["'self'", ...sockets, ...dev.slice(0, 1)],
			"manifest-src": ["'self'"],
			"frame-ancestors": [...ancestors],
			"base-uri": ["'none'"],
			"form-action": ["'self'"],
			"report-uri": ["/csp-report"],
			...(origins.isTls ? { "upgrade-insecure-requests": [] } : {}),
		},
	});
}

/** http becomes ws, https becomes wss. */
function webSocketOrigin(origin: string): string {
	return origin.replace(/^http/, "ws");
}

const raise: NextFunction = (error?: unknown) => {
	if (error !== undefined) throw error;
};
