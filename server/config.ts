import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod";

/**
 * The environment, read once when the server starts. Each variable is described where it is read; an empty
 * one counts as absent, because that is what `VAR= npm start` and most service files mean.
 */
const environment = z.object({
	/** Port to listen on; 0 takes a free one. Default 3000. */
	PORT: whole(0, 65535).default(3000),
	/** Address to listen on. By default every address of the machine, so that 127.0.0.1, ::1 and localhost all work. */
	HOST: z.string().optional(),
	/** Directory of the journals, accounts and names of the embedded storage. Default `data`. */
	DATA_DIR: z.string().default("data"),
	/**
	 * Directory of the recordings. Default `DATA_DIR/recordings`; with several servers one that all of them share, since
	 * recordings are not in Redis.
	 */
	RECORDINGS_DIR: z.string().optional(),
	/** Largest recording, in megabytes (MB, 1,000,000 bytes). Default 1000. */
	RECORDING_MAX_MB: whole(1, 100_000).default(1000),
	/** Redis that keeps the journals when several servers run one conference. Without it SQLite does, in DATA_DIR. */
	REDIS_URL: z
		.string()
		.regex(/^rediss?:\/\/\S+$/, "an address like redis://localhost:6379")
		.optional(),
	/**
	 * Public origins, the first of which stands in personal links: `https://plenary.example.org`, several with
	 * commas. Default http://localhost:PORT and http://127.0.0.1:PORT. An https origin switches on Secure
	 * cookies and HSTS.
	 */
	ORIGIN: z.string().transform(origins).optional(),
	/**
	 * PEM files of a certificate (with those of the authorities between) and of its private key: the server then speaks
	 * https itself, with no proxy in front. Read at the start; a renewed one takes a restart.
	 */
	TLS_CERT: z.string().optional(),
	TLS_KEY: z.string().optional(),
	/** Reverse proxies in front: how many (`1`), or their addresses as Express takes them (`loopback, 10.0.0.0/8`). */
	TRUST_PROXY: z.string().optional(),
	/** How much is logged to standard error, as JSON lines. Default `warn`. */
	LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
	/**
	 * How frames reach sockets: `direct` writes one ready-made frame to each connection, `stock` is Socket.IO's
	 * own way: slower, and the first thing to try when something about connections is suspicious.
	 */
	SOCKET_ADAPTER: z.enum(["direct", "stock"]).default("direct"),
	/**
	 * `GET /metrics` answers this machine alone, and with this token (`Authorization: Bearer ...`) any other: what a server
	 * is busy with tells when something private happens.
	 */
	METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
	/**
	 * Sockets at once on this server; further visitors are refused, and their screens try again. Who is signed in is
	 * let in all the same. Default 20000.
	 */
	MAX_CONNECTIONS: whole(1, 1_000_000).default(20_000),
	/** Acts per second that one socket may keep up; four times as many in a burst. Default 10. */
	COMMANDS_PER_SECOND: whole(1, 100_000).default(10),
	/** `off` leaves a rehearsal's seats empty: for a second server of the same rehearsal, and for tests. Default `on`. */
	SIMULATION: z.enum(["on", "off"]).default("on"),
	/** `off` leaves sound and picture out; everything else is as ever. Default `on`, where there is a media worker. */
	MEDIA: z.enum(["on", "off"]).default("on"),
	/** Program that forwards sound and picture, in the place of the one that `npm run media:build` makes. */
	MEDIASOUP_WORKER_BIN: z.string().optional(),
	/**
	 * Port of the first media worker, UDP and TCP; each further worker takes the next one. 0 takes free ones from 20000 on.
	 * Default 0: a firewall that lets nothing in needs it set.
	 */
	MEDIA_PORT: whole(0, 65_000).default(0),
	/** Address or name under which browsers reach this machine for media, where it is not one of its own (behind NAT, in a container). */
	MEDIA_ADDRESS: z.string().optional(),
	/** Media workers; one carries one conference at a time well. Default: one for each processor. */
	MEDIA_WORKERS: whole(1, 256).optional(),
	/** Screens of the public that may receive sound and picture at once. Default 200. */
	MEDIA_PUBLIC: whole(0, 1_000_000).default(200),
	/** TURN servers for networks that let no media through, with commas: `turn:turn.example.org:3478,turns:turn.example.org:5349`. */
	TURN_URLS: z.string().transform(turnUrls).optional(),
	/** What is shared with the TURN servers (coturn: `static-auth-secret`); names are made of it that expire after a day. */
	TURN_SECRET: z.string().min(16, "at least 16 characters").optional(),
	/** Set by `npm run dev`: origin of the Vite server that the pages load their scripts from. Never in production. */
	VITE_DEV_ORIGIN: z
		.string()
		.regex(/^http:\/\/[^/\s]+$/, "an origin like http://localhost:5173")
		.optional(),
});

/** Names of all variables that are read, each of which README.md describes. */
export const variableNames: readonly string[] = Object.keys(environment.shape);

/** The configuration, checked and typed. */
export interface Config {
	readonly port: number;
	/** Absent: every address. */
	readonly host: string | undefined;
	/** Absolute path. */
	readonly dataDir: string;
	/** Absolute path. */
	readonly recordingsDir: string;
	/** In bytes. */
	readonly largestRecording: number;
	readonly redisUrl: string | undefined;
	/** Empty: made of the port that the server got. */
	readonly origins: readonly string[];
	/** Absent: plain http. */
	readonly tls: TlsFiles | undefined;
	readonly trustProxy: number | string | undefined;
	readonly metricsToken: string | undefined;
	readonly logLevel: string;
	readonly socketAdapter: "direct" | "stock";
	readonly maxConnections: number;
	readonly commandsPerSecond: number;
	readonly simulation: boolean;
	/** Absent: sound and picture are left out. */
	readonly media: MediaConfig | undefined;
	readonly viteDevOrigin: string | undefined;
}

/** Absolute paths of PEM files. */
export interface TlsFiles {
	readonly cert: string;
	readonly key: string;
}

/** How sound and picture reach this server. */
export interface MediaConfig {
	/** Absent: the one that is found. */
	readonly workerBin: string | undefined;
	/** 0: free ones. */
	readonly port: number;
	/** As the web's own; absent: every address. */
	readonly host: string | undefined;
	readonly announced: string | undefined;
	readonly workers: number;
	readonly publicListeners: number;
	readonly turn: { readonly urls: readonly string[]; readonly secret: string } | undefined;
}

/** What is wrong with the environment, in lines that a person can act on. */
export class ConfigError extends Error {
	override name = "ConfigError";
}

/** @throws ConfigError naming each variable, its value and what is expected. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
	const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
	const parsed = environment.safeParse(given);
	if (!parsed.success) {
		const lines = parsed.error.issues.map((issue) => {
			const name = String(issue.path[0]);
			return `${name} is ${JSON.stringify(given[name])}; expected ${expectation(issue)}.`;
		});
		throw new ConfigError(lines.join("\n"));
	}
	const read = parsed.data;
	return {
		port: read.PORT,
		host: read.HOST,
		dataDir: resolve(read.DATA_DIR),
		recordingsDir: resolve(read.RECORDINGS_DIR ?? join(read.DATA_DIR, "recordings")),
		largestRecording: read.RECORDING_MAX_MB * 1_000_000,
		redisUrl: read.REDIS_URL,
		origins: read.ORIGIN ?? [],
		tls: tlsOf(read),
		trustProxy: proxies(read.TRUST_PROXY),
		metricsToken: read.METRICS_TOKEN,
		logLevel: read.LOG_LEVEL,
		socketAdapter: read.SOCKET_ADAPTER,
		maxConnections: read.MAX_CONNECTIONS,
		commandsPerSecond: read.COMMANDS_PER_SECOND,
		simulation: read.SIMULATION === "on",
		media: read.MEDIA === "on" ? mediaOf(read) : undefined,
		viteDevOrigin: read.VITE_DEV_ORIGIN,
	};
}

function tlsOf({ TLS_CERT: cert, TLS_KEY: key, ORIGIN }: z.infer<typeof environment>): TlsFiles | undefined {
	if (cert === undefined && key === undefined) return undefined;
	if (cert === undefined || key === undefined)
		throw new ConfigError("TLS_CERT and TLS_KEY go together; set both or neither.");
	const plain = ORIGIN?.find((origin) => !origin.startsWith("https:"));
	if (plain !== undefined)
		throw new ConfigError(`With TLS_CERT this server speaks https alone; ORIGIN names ${plain}.`);
	return { cert: resolve(cert), key: resolve(key) };
}

function mediaOf(read: z.infer<typeof environment>): MediaConfig {
	const { TURN_URLS: urls, TURN_SECRET: secret } = read;
	if ((urls === undefined) !== (secret === undefined))
		throw new ConfigError("TURN_URLS and TURN_SECRET go together; set both or neither.");
	return {
		workerBin: read.MEDIASOUP_WORKER_BIN,
		port: read.MEDIA_PORT,
		host: read.HOST,
		announced: read.MEDIA_ADDRESS,
		workers: read.MEDIA_WORKERS ?? availableParallelism(),
		publicListeners: read.MEDIA_PUBLIC,
		turn: urls === undefined || secret === undefined ? undefined : { urls, secret },
	};
}

function whole(least: number, most: number) {
	const expected = `a whole number from ${least} to ${most}`;
	return z
		.string()
		.regex(/^\d{1,9}$/, expected)
		.transform(Number)
		.refine((value) => value >= least && value <= most, expected);
}

function origins(value: string, context: z.RefinementCtx): string[] {
	const all = value.split(",").map((each) => each.trim());
	for (const each of all) {
		// Only what a browser would send as an Origin header is one: no path, no trailing slash.
		if (URL.canParse(each) && /^https?:/.test(each) && new URL(each).origin === each) continue;
		context.addIssue({
			code: "custom",
			message: "origins with commas between, like https://plenary.example.org",
		});
		return [];
	}
	return all;
}

function turnUrls(value: string, context: z.RefinementCtx): string[] {
	const all = value.split(",").map((each) => each.trim());
	if (all.every((each) => /^turns?:[^\s,]+$/.test(each))) return all;
	context.addIssue({
		code: "custom",
		message: "addresses with commas between, like turn:turn.example.org:3478",
	});
	return [];
}

/** A bare number is a count of hops; anything else goes to Express as it is. */
function proxies(value: string | undefined): number | string | undefined {
	return value !== undefined && /^\d+$/.test(value) ? Number(value) : value;
}

function expectation(issue: z.core.$ZodIssue): string {
	return issue.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : issue.message;
}
