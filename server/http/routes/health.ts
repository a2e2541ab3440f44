import { timingSafeEqual } from "node:crypto";
import { type Request, Router } from "express";
import type { Journal } from "../../journal/journal.ts";
import { JournalUnavailable } from "../../journal/journal.ts";
import type { Metrics } from "../metrics.ts";
import { HttpRefusal } from "../refusal.ts";

/**
 * For those who run the server: whether acts can be recorded now, and figures for Prometheus. Load and memory tell
 * when something private happens, and a reason names files and addresses: the world gets neither.
 *
 * @param token lets in a Prometheus that runs elsewhere.
 */
export function healthRoutes(
	journal: Pick<Journal, "ping">,
	metrics: Metrics,
	token: string | undefined,
): Router {
	let ping: Promise<void> | undefined;
	/** One at a time, whoever asks: each writes to the disk that the acts wait for. */
	const isWell = () => {
		ping ??= journal.ping().finally(() => {
			ping = undefined;
		});
		return ping;
	};
	const isOperator = (request: Request) => isFromHere(request) || hasToken(request, token);

	return Router()
		.get("/healthz", async (request, response) => {
			response.set("Cache-Control", "no-store");
			try {
				await isWell();
				response.json({ status: "ok" });
			} catch (error) {
				if (!(error instanceof JournalUnavailable)) throw error;
				const reason = isOperator(request) ? { reason: error.message } : {};
				response.status(503).json({ status: "journalUnavailable", ...reason });
			}
		})
		.get("/metrics", async (request, response) => {
			if (!isOperator(request)) throw new HttpRefusal(404, "notFound");
			const { contentType, text } = await metrics.read();
			response.set({ "Content-Type": contentType, "Cache-Control": "no-store" }).end(text);
		});
}

/** From this machine, and not handed on by a proxy that runs on it. */
function isFromHere({ socket, headers }: Request): boolean {
	const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-proto", "x-real-ip", "via"];
	if (forwarded.some((name) => headers[name] !== undefined)) return false;
	return /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? "");
}

function hasToken(request: Request, token: string | undefined): boolean {
	if (token === undefined) return false;
	const given = Buffer.from(request.get("authorization") ?? "");
	const expected = Buffer.from(`Bearer ${token}`);
	return given.length === expected.length && timingSafeEqual(given, expected);
}
