import compression from "compression";
import express, { type Express } from "express";
import type { Logger } from "pino";
import type { Accounts } from "../accounts/accounts.ts";
import type { Conferences } from "../conference/registry.ts";
import type { Directory } from "../directory/directory.ts";
import type { Names } from "../directory/names.ts";
import type { Files } from "../files/files.ts";
import type { Journal } from "../journal/journal.ts";
import type { Origins } from "../origins.ts";
import type { Feeds } from "../press/feeds.ts";
import type { RecordingStore } from "../recordings/recordingStore.ts";
import type { Uploads } from "../recordings/uploads.ts";
import type { Access } from "./access.ts";
import type { BuiltClient } from "./builtClient.ts";
import { errors, notFound } from "./errors.ts";
import type { Metrics } from "./metrics.ts";
import { Pages } from "./pages.ts";
import { cspReportRoutes } from "./routes/cspReport.ts";
import { directoryRoutes } from "./routes/directory.ts";
import { exportRoutes } from "./routes/exports.ts";
import { fileRoutes } from "./routes/files.ts";
import { healthRoutes } from "./routes/health.ts";
import { linkRoutes } from "./routes/links.ts";
import { pledgeImportRoutes } from "./routes/pledgeImport.ts";
import { pressRoutes } from "./routes/press.ts";
import { recordingRoutes } from "./routes/recordings.ts";
import { representativeRoutes } from "./routes/representatives.ts";
import { screenRoutes } from "./routes/screens.ts";
import { signInRoutes } from "./routes/signIn.ts";
import { repeatedSnapshots, snapshotRoutes } from "./routes/snapshot.ts";
import { textRoutes } from "./routes/texts.ts";
import { uploadRoutes } from "./routes/uploads.ts";
import { security } from "./security.ts";
import { Snapshots } from "./snapshots.ts";

export interface AppPorts {
	readonly journal: Pick<Journal, "ping" | "readSince">;
	readonly accounts: Accounts;
	readonly directory: Directory;
	readonly files: Files;
	readonly recordings: RecordingStore;
	readonly uploads: Uploads;
	readonly names: Names;
	readonly conferences: Conferences;
	readonly feeds: Feeds;
	readonly access: Access;
	readonly origins: Origins;
	readonly metrics: Metrics;
	readonly log: Logger;
	readonly client: BuiltClient;
	readonly metricsToken: string | undefined;
	readonly trustProxy: number | string | undefined;
	readonly viteDevOrigin: string | undefined;
}

/** Everything that is served over HTTP, in the order in which a request meets it. */
export function createApp(ports: AppPorts): Express {
	const { journal, accounts, directory, names, conferences, access, origins, metrics, log } = ports;
	const { assets, renderer, files: built } = ports.client;
	const snapshots = new Snapshots();
	const secure = security(origins, ports.viteDevOrigin, assets?.audience.carried);
	const pages = new Pages({
		...{ renderer, assets, snapshots, names, security: secure },
		origin: () => origins.main,
	});

	const app = express();
	app.disable("x-powered-by");
	app.set("query parser", "simple");
	if (ports.trustProxy !== undefined) app.set("trust proxy", ports.trustProxy);
	app.use(repeatedSnapshots(conferences, snapshots));
	app.use(secure.headers);
	app.use(healthRoutes(journal, metrics, ports.metricsToken));
	app.use(built);
	// Asked for by thousands at once; compressed by itself, once.
	app.use(snapshotRoutes(access, snapshots));
	app.use(compression());
	app.use(cspReportRoutes(log, metrics));
	app.use(secure.originCheck);
	app.use(pressRoutes(conferences, access, ports.feeds));
	app.use(directoryRoutes(names, access));
	app.use(exportRoutes(journal, names, access));
	app.use(fileRoutes(ports.files, access));
	app.use(textRoutes(ports.files, access));
	app.use(recordingRoutes(ports.recordings, ports.files, access));
	app.use(uploadRoutes(ports.uploads, access));
	app.use(pledgeImportRoutes(access));
	app.use(linkRoutes(accounts, access, origins));
	app.use(representativeRoutes(accounts, directory, names, access));
	app.use(signInRoutes({ accounts, conferences, names, access, pages }));
	app.use(screenRoutes(conferences, access, pages));
	app.use(notFound);
	app.use(errors(pages, (error) => log.error({ err: error }, "request failed")));
	return app;
}
