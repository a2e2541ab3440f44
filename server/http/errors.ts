import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import type { Pages } from "./pages.ts";
import { HttpRefusal } from "./refusal.ts";

/** Requests for data get a coded refusal, readers get a page in their language. Nobody gets a stack. */
export function errors(pages: Pages, report: (error: unknown) => void): ErrorRequestHandler {
	return async (error: unknown, request, response, next) => {
		const refusal = refusalOf(error);
		// The number lets somebody who reports a failure be matched with the log.
		const params = refusal.code === "internal" ? { incident: randomUUID().slice(0, 8) } : refusal.params;
		if (refusal.code === "internal")
			report(Object.assign(new Error("A request failed", { cause: error }), params));
		else if (refusal.cause !== undefined) report(refusal.cause);
		if (response.headersSent) return next(error);
		response.status(refusal.status).set("Cache-Control", "no-store");
		if (refusal.status === 503) response.set("Retry-After", "5");
		if (isForData(request)) return void response.json({ code: refusal.code, params });
		await pages
			.notice(request, response, noticeFor(refusal))
			.catch(() => response.type("text").end("The page cannot be shown now. Try again in a moment.\n"));
	};
}

export const notFound: RequestHandler = () => {
	throw new HttpRefusal(404, "notFound");
};

function isForData(request: Request): boolean {
	return request.path.startsWith("/api/") || request.accepts(["html", "json"]) !== "html";
}

function noticeFor({ status }: HttpRefusal): "notFound" | "tooMany" | "unavailable" {
	if (status === 404) return "notFound";
	return status === 429 ? "tooMany" : "unavailable";
}

/** What Express' own parsers refuse carries a status; everything unknown is a bug. */
function refusalOf(error: unknown): HttpRefusal {
	if (error instanceof HttpRefusal) return error;
	const status =
		typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
	if (status === 413) return new HttpRefusal(413, "tooLarge");
	if (status === 404) return new HttpRefusal(404, "notFound");
	if (status >= 400 && status < 500) return new HttpRefusal(status, "malformed");
	return new HttpRefusal(500, "internal");
}

/** Ends a request that came too often; for `express-rate-limit`. */
export function tooMany(_request: Request, _response: Response, next: (error: unknown) => void): void {
	next(new HttpRefusal(429, "tooManyRequests"));
}
