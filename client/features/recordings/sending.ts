import * as z from "zod/mini";
import { httpRefusal } from "../../../shared/protocol/http.ts";
import { Observable } from "../../conference/observable.ts";

/** For which statement a recording is. */
export interface Purpose {
	readonly conferenceId: string;
	readonly segmentId: string;
	readonly delegationId: string;
}

/**
 * How far a recording is on its way. `waiting`: the connection is lost, and sending goes on by itself. `checking`: the
 * server has everything and measures it. Sizes in bytes.
 */
export type SendingState =
	| {
			readonly status: "sending" | "waiting" | "checking";
			readonly name: string;
			readonly sent: number;
			readonly total: number;
	  }
	| { readonly status: "filed" }
	| {
			readonly status: "refused";
			readonly code: string;
			readonly params: Readonly<Record<string, string | number>>;
	  };

/** Of each statement at most one is on its way from this page; it goes on when its form is closed. */
const underWay = new Map<string, Sending>();
const nothing = new Observable<SendingState | null>(null);

/** What is on its way for a statement, to be watched. */
export function sendingOf(purpose: Purpose): Observable<SendingState | null> {
	return underWay.get(keyOf(purpose))?.state ?? nothing;
}

/** Begins to send a recording, in the place of one that is on its way. A file of which a part was sent before goes on from there. */
export function send(purpose: Purpose, file: File): Sending {
	underWay.get(keyOf(purpose))?.stop();
	const sending = new Sending(purpose, file);
	underWay.set(keyOf(purpose), sending);
	return sending;
}

/** Stops what is on its way for a statement, and forgets how it ended. */
export function stopSending(purpose: Purpose): void {
	underWay.get(keyOf(purpose))?.stop();
	underWay.delete(keyOf(purpose));
}

function keyOf({ conferenceId, segmentId, delegationId }: Purpose): string {
	return `${conferenceId}/${segmentId}/${delegationId}`;
}

/** Small enough for a slow line to bring one within a minute, large enough not to ask all the time. */
const partBytes = 2 * 1024 * 1024;
/** When it is tried again after the connection was lost, in ms; in all about a quarter of an hour. */
const againAfterMs = [300, 1000, 2000, 4000, ...Array<number>(110).fill(8000)];

/** A recording on its way to the server, part by part (tus). */
export class Sending {
	readonly state: Observable<SendingState | null>;
	/** Settles when nothing more will come. */
	readonly ended: Promise<void>;
	#stop: () => void = () => {};
	#stopped = false;

	constructor(purpose: Purpose, file: File) {
		const { name, size: total } = file;
		this.state = new Observable<SendingState | null>({ status: "sending", name, sent: 0, total });
		this.ended = this.#run(purpose, file).finally(() => {
			// What has ended is not thrown away with the next one.
			this.#stop = () => {};
		});
	}

	/** Stops and has the server throw away what it was sent. */
	stop(): void {
		this.#stopped = true;
		this.#stop();
		this.state.set(null);
	}

	async #run({ conferenceId, segmentId, delegationId }: Purpose, file: File): Promise<void> {
		const { name, size: total } = file;
		const tus = await import("tus-js-client").catch(() => undefined);
		if (this.#stopped) return;
		if (tus === undefined) return this.state.set({ status: "refused", code: "notReached", params: {} });
		let sent = 0;
		const say = (status: "sending" | "waiting" | "checking") => {
			if (!this.#stopped) this.state.set({ status, name, sent, total });
		};
		await new Promise<void>((resolve) => {
			const upload = new tus.Upload(file, {
				endpoint: `/api/conferences/${encodeURIComponent(conferenceId)}/uploads`,
				chunkSize: partBytes,
				retryDelays: againAfterMs,
				metadata: { segmentId, delegationId },
				removeFingerprintOnSuccess: true,
				// The same file for another statement is another upload.
				fingerprint: async ({ name, size, lastModified }) =>
					["plenaria", conferenceId, segmentId, delegationId, name, size, lastModified].join("/"),
				onProgress: (bytes) => {
					sent = bytes;
					say(bytes >= total ? "checking" : "sending");
				},
				onShouldRetry: ({ originalResponse }) => {
					const status = originalResponse?.getStatus() ?? 0;
					const isLost = status === 0 || status >= 500 || status === 423;
					if (isLost) say("waiting");
					return isLost;
				},
				onSuccess: () => {
					if (!this.#stopped) this.state.set({ status: "filed" });
					resolve();
				},
				onError: (error) => {
					const body = error instanceof tus.DetailedError ? error.originalResponse?.getBody() : undefined;
					if (!this.#stopped) this.state.set({ status: "refused", ...refusalIn(body) });
					resolve();
				},
			});
			this.#stop = () => {
				void upload.abort(true).catch(() => {});
				resolve();
			};
			void upload
				.findPreviousUploads()
				.catch(() => [])
				.then(([previous]) => {
					if (this.#stopped) return;
					if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
					upload.start();
				});
		});
	}
}

function refusalIn(body: string | undefined) {
	try {
		const parsed = z.safeParse(httpRefusal, JSON.parse(body ?? ""));
		return parsed.success ? parsed.data : { code: "unknown", params: {} };
	} catch {
		return { code: body === undefined || body === "" ? "notReached" : "unknown", params: {} };
	}
}
