import express, { Router } from "express";
import { rateLimit } from "express-rate-limit";
import type { Logger } from "pino";
import { tooMany } from "../errors.ts";
import type { Metrics } from "../metrics.ts";

/** Reports from one address in a minute: enough to learn of a mistake, too few to fill a disk. */
const reportsPerMinute = 30;

/** `POST /csp-report`: what a browser was told not to load. A report in a test journey fails it; here it is logged. */
export function cspReportRoutes(log: Pick<Logger, "warn">, metrics: Metrics): Router {
	const body = express.json({
		type: ["application/csp-report", "application/reports+json", "application/json"],
		limit: "8kb",
	});
	const limit = rateLimit({
		windowMs: 60_000,
		limit: reportsPerMinute,
		standardHeaders: false,
		legacyHeaders: false,
		validate: { xForwardedForHeader: false },
		handler: tooMany,
	});
	return Router().post("/csp-report", limit, body, (request, response) => {
		metrics.cspReports.inc();
		log.warn(
			{ cspReport: withoutToken(JSON.stringify(request.body ?? null)) },
			"content security policy violation",
		);
		response.status(204).end();
	});
}

/** Reports name the page, and the address of a personal link is a secret. */
function withoutToken(report: string): string {
	return report.replaceAll(/\/join\/[^"?#\s]+/g, "/join/(token)").slice(0, 2000);
}
