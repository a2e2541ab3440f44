import { Router } from "express";
import type { Journal } from "../../journal/journal.ts";
import { JournalUnavailable } from "../../journal/journal.ts";
import type { Metrics } from "../metrics.ts";

/** For those who run the server: whether acts can be recorded now, and figures for Prometheus. */
export function healthRoutes(journal: Pick<Journal, "ping">, metrics: Metrics): Router {
	return Router()
		.get("/healthz", async (_request, response) => {
			response.set("Cache-Control", "no-store");
			try {
				await journal.ping();
				response.json({ status: "ok" });
			} catch (error) {
				if (!(error instanceof JournalUnavailable)) throw error;
				response.status(503).json({ status: "journalUnavailable", reason: error.message });
			}
		})
		.get("/metrics", async (_request, response) => {
			const { contentType, text } = await metrics.read();
			response.set({ "Content-Type": contentType, "Cache-Control": "no-store" }).end(text);
		});
}
