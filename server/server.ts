import { setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import { publicAudience } from "../shared/conference/audience.ts";
import type { SignIn } from "./accounts/accounts.ts";
import { Conference } from "./conference/conference.ts";
import { DueTimer } from "./conference/dueTimer.ts";
import { type Beginning, establish } from "./conference/establish.ts";
import { Conferences } from "./conference/registry.ts";
import type { Config } from "./config.ts";
import { Names } from "./directory/names.ts";
import { Access } from "./http/access.ts";
import { createApp } from "./http/app.ts";
import { loadClient } from "./http/builtClient.ts";
import { Metrics } from "./http/metrics.ts";
import { openUploads } from "./http/routes/uploads.ts";
import { Media } from "./media/media.ts";
import { Origins } from "./origins.ts";
import { type FeedLimits, Feeds } from "./press/feeds.ts";
import { type Limits, limitsFor } from "./realtime/limits.ts";
import type { MonotonicClock } from "./realtime/presence.ts";
import { Presences } from "./realtime/presences.ts";
import { openSockets } from "./realtime/socketServer.ts";
import { RecordingStore } from "./recordings/recordingStore.ts";
import { closeStorage, type Storage } from "./storage.ts";
import { type BackDoor, createWeb, listen, openBackDoor, readTls } from "./web.ts";

/** What a server is made of. */
export interface ServerOptions {
	readonly config: Config;
	readonly log: Logger;
	/** Opened by the caller, closed with the server. */
	readonly storage: Storage;
	/** Conferences to begin if they have no records yet. The first of them is shown at `/`. */
	readonly beginnings: readonly Beginning[];
	/** Where `npm run build` put the client, with a slash at the end. */
	readonly dist?: URL;
	readonly limits?: Limits;
	readonly patience?: Patience;
	/** Told in a sentence what whoever starts the server should know. */
	readonly say?: (line: string) => void;
	/** How many may read the press's feed at once. */
	readonly feedLimits?: FeedLimits;
	/** Monotonic time in ms by which it is told how long somebody has been out of reach. */
	readonly presenceClock?: MonotonicClock;
}

/** A server that listens. */
export interface RunningServer {
	/** Origin that stands in links, and those that are allowed beside it. */
	readonly origins: Origins;
	readonly port: number;
	readonly conferences: Conferences;
	readonly storage: Storage;
	readonly media: Media;
	/** An address by which programs of this machine come in, without TLS. */
	innerOrigin(): Promise<string>;
	/** Sign-ins with at least one screen connected to this server. */
	connected(): readonly SignIn[];
	/** Stops taking connections, cuts the sockets, finishes what is being recorded. */
	close(): Promise<void>;
}

/** How long sockets and requests may take to end when the server stops, in ms. */
const farewellMs = 2000;

/** How long a connection is held for a request that does not arrive, or an answer that nobody reads. In ms. */
export interface Patience {
	readonly headersTimeout: number;
	readonly requestTimeout: number;
	readonly connectionsCheckingInterval: number;
	/** Without a byte in either direction; sockets have their own heartbeats instead. */
	readonly silence: number;
}

const usualPatience: Patience = {
	headersTimeout: 15_000,
	// A document of twenty megabytes over the network of a hotel.
	requestTimeout: 120_000,
	connectionsCheckingInterval: 5000,
	silence: 60_000,
};

const builtDist = new URL("../dist/", import.meta.url);

/** Wires everything together and listens. @throws Error when the port is taken or a conference cannot be read. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const { config, log, storage } = options;
	const { journal, accounts, directory, files, signals } = storage;
	const report = (error: unknown) => log.error({ err: error }, "unexpected failure");
	const tls = config.tls === undefined ? undefined : await readTls(config.tls);
	const names = new Names(directory, report);
	const conferences = new Conferences();
	const presences = new Presences(signals, options.presenceClock);

	const open = async (id: string) => {
		await names.read(id);
		const plateOf = (representativeId: string) => names.plateOf(id, representativeId);
		const presence = presences.of(id);
		const unreachableMs = (representativeId: string) => presence.unreachableMs(representativeId);
		conferences.add(await Conference.open({ id, journal, plateOf, unreachableMs, report }));
	};
	for (const beginning of options.beginnings) {
		await establish(journal, directory, beginning);
		await open(beginning.id);
	}
	for (const id of await journal.conferences()) {
		if (conferences.get(id) !== undefined) continue;
		// One damaged conference must not keep the others from being held.
		await open(id).catch((error) =>
			log.error({ err: error, conference: id }, "this conference cannot be opened"),
		);
	}

	const client = await loadClient(options.dist ?? builtDist, config.viteDevOrigin);
	const patience = options.patience ?? usualPatience;
	const http = createWeb(tls, patience).setTimeout(patience.silence);
	const media = new Media({ settings: config.media, report, say: options.say ?? (() => {}) });
	await media.start();
	const recordings = new RecordingStore(config.recordingsDir);
	const port = await listen(http, config).catch(async (error: unknown) => {
		// Workers are processes of their own and would keep this one.
		await media.close();
		throw error;
	});
	// From here to the handlers nothing waits, so that no request finds the server half made.
	const origins = new Origins(config.origins, port, tls === undefined ? "http" : "https");
	const access = new Access(conferences, accounts);
	const feeds = new Feeds(options.feedLimits);
	const uploads = openUploads(recordings, conferences, config.largestRecording);
	const metrics = new Metrics({
		sockets: () => realtime.sockets.engine.clientsCount,
		positions: () => conferences.list().map((each) => [each.id, each.position(publicAudience)] as const),
	});
	const { metricsToken, trustProxy, viteDevOrigin } = config;
	const ports = {
		journal,
		accounts,
		directory,
		files,
		recordings,
		uploads,
		names,
		conferences,
		feeds,
		access,
		origins,
		metrics,
		log,
		client,
	};
	// Before the sockets, which take over the requests to their own path and leave the others.
	http.on("request", createApp({ ...ports, metricsToken, trustProxy, viteDevOrigin }));
	const realtime = openSockets(http, {
		...{ conferences, accounts, names, presences, media, report },
		adapter: config.socketAdapter,
		maxConnections: config.maxConnections,
		limits: options.limits ?? limitsFor(config.commandsPerSecond),
		isAllowedOrigin: (request) => origins.allows(request),
		signInOf: (cookieHeader) => access.signInOf(cookieHeader),
	});
	let backDoor: Promise<BackDoor> | undefined;
	const timers = conferences.list().map((conference) => new DueTimer(conference, report));

	return {
		origins,
		port,
		conferences,
		storage,
		media,
		connected: () => realtime.connected(),
		async innerOrigin() {
			if (tls === undefined) return `http://${config.host ?? "127.0.0.1"}:${port}`;
			backDoor ??= openBackDoor(http);
			return (await backDoor).origin;
		},
		async close() {
			for (const timer of timers) timer.close();
			feeds.close();
			uploads.close();
			await backDoor?.then((door) => door.close());
			// Stops listening and cuts the sockets; requests that are being answered are answered. A viewer whose
			// network is gone does not answer the farewell, and what is recorded must not wait for it.
			await Promise.race([realtime.close(), setTimeout(farewellMs, undefined, { ref: false })]);
			presences.close();
			await media.close();
			await conferences.close();
			names.close();
			await closeStorage(storage);
		},
	};
}
