import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import type { RecordingStore } from "./recordingStore.ts";

/** Whose upload it is and what for; made by the server when it begins. */
export interface UploadPurpose {
	readonly conferenceId: string;
	readonly representativeId: string;
	readonly segmentId: string;
	readonly delegationId: string;
}

/** A file that has arrived whole. */
export interface WholeUpload extends UploadPurpose {
	readonly id: string;
	readonly path: string;
	readonly bytes: number;
}

/** An answer in place of the protocol's own. */
export interface UploadAnswer {
	readonly status: number;
	readonly body: object;
}

export interface UploadsOptions {
	readonly store: RecordingStore;
	/** Largest recording, in bytes. */
	readonly largest: number;
	/** Looks at a whole file and takes it over, or refuses it. Run once for an upload. @throws Error when it cannot be done now; the sender may ask again. */
	readonly finish: (upload: WholeUpload) => Promise<UploadAnswer>;
}

/** An upload that is not gone on with is thrown away after a day. In ms. */
const keptFor = 24 * 3_600_000;
const sweepEvery = 3_600_000;
/** Answers that are kept for who lost them. */
const mostAnswers = 500;

/**
 * Uploads that survive a lost network, by the tus protocol 1.0: a file is announced, sent in parts from wherever the server has got
 * to, and finished when its last byte is there. Who may is decided before by who calls.
 */
export class Uploads {
	readonly #options: UploadsOptions;
	/** What was announced, until the protocol has given it a name. */
	readonly #announced = new WeakMap<IncomingMessage, UploadPurpose>();
	readonly #finishing = new Map<string, Promise<UploadAnswer>>();
	readonly #finished = new Map<string, { readonly purpose: UploadPurpose; readonly bytes: number }>();
	#ready: Promise<{ readonly files: FileStore; readonly tus: Server }> | undefined;
	readonly #sweep: NodeJS.Timeout;

	constructor(options: UploadsOptions) {
		this.#options = options;
		this.#sweep = setInterval(() => void this.#removeExpired(), sweepEvery).unref();
		if (existsSync(options.store.incoming)) void this.#removeExpired();
	}

	/** Announces an upload for a purpose. */
	async begin(request: IncomingMessage, response: ServerResponse, purpose: UploadPurpose): Promise<void> {
		this.#announced.set(request, purpose);
		const { tus } = await this.#open();
		await tus.handle(request, response);
	}

	/** Whose an upload is; nothing where there is none. */
	async purposeOf(id: string): Promise<UploadPurpose | undefined> {
		if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
		const finished = this.#finished.get(id);
		if (finished !== undefined) return finished.purpose;
		const { files } = await this.#open();
		const upload = await files.getUpload(id).catch(() => undefined);
		return upload === undefined ? undefined : purposeIn(upload.metadata);
	}

	/** Goes on with an upload: how far it is, more of it, or no more of it. */
	async goOn(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
		const { files, tus } = await this.#open();
		if (request.method === "HEAD") {
			// Whole, but the server stopped before it looked at it: it does so now.
			const upload = await files.getUpload(id).catch(() => undefined);
			if (upload !== undefined && upload.offset === upload.size) {
				const { status } = await this.#finish(upload);
				if (status >= 300) return void response.writeHead(status >= 500 ? 503 : 410, resumable).end();
			}
			const finished = this.#finished.get(id);
			if (finished !== undefined) {
				const length = String(finished.bytes);
				const headers = { ...resumable, "Upload-Offset": length, "Upload-Length": length };
				return void response.writeHead(200, headers).end();
			}
		}
		await tus.handle(request, response);
	}

	close(): void {
		clearInterval(this.#sweep);
	}

	#open() {
		this.#ready ??= this.#make();
		// A disk that was full may have room later.
		this.#ready.catch(() => {
			this.#ready = undefined;
		});
		return this.#ready;
	}

	async #make() {
		const { store, largest } = this.#options;
		await store.prepare();
		const files = new FileStore({ directory: store.incoming, expirationPeriodInMilliseconds: keptFor });
		const tus = new Server({
			path: "/api/conferences",
			datastore: files,
			maxSize: largest,
			// No scripts of other sites: the header that would let them is left out.
			allowedOrigins: [],
			relativeLocation: true,
			namingFunction: () => randomUUID(),
			generateUrl: (request, { id }) => `${new URL(request.url).pathname.replace(/\/$/, "")}/${id}`,
			getFileIdFromRequest: (request) => new URL(request.url).pathname.split("/").at(-1),
			onUploadCreate: async (request) => {
				const node = nodeRequestOf(request);
				const purpose = node === undefined ? undefined : this.#announced.get(node);
				if (purpose === undefined) throw refusal({ status: 403, body: { code: "notAllowed", params: {} } });
				return { metadata: { ...purpose } };
			},
			onUploadFinish: async (_request, upload) => {
				const answer = await this.#finish(upload);
				if (answer.status >= 300) throw refusal(answer);
				const headers = { "Content-Type": "application/json", "Cache-Control": "private, no-store" };
				return { status_code: answer.status, headers, body: JSON.stringify(answer.body) };
			},
			onResponseError: (_request, error) => said(error),
		});
		return { files, tus };
	}

	/** Once for each upload, however often it is asked for at the same time. */
	#finish(upload: Whole): Promise<UploadAnswer> {
		const going = this.#finishing.get(upload.id);
		if (going !== undefined) return going;
		const finishing = this.#finishNow(upload).finally(() => this.#finishing.delete(upload.id));
		this.#finishing.set(upload.id, finishing);
		return finishing;
	}

	async #finishNow({ id, offset: bytes, metadata, storage }: Whole): Promise<UploadAnswer> {
		const { store, finish } = this.#options;
		const purpose = purposeIn(metadata);
		if (purpose === undefined || storage === undefined)
			return { status: 404, body: { code: "notFound", params: {} } };
		const answer = await finish({ ...purpose, id, path: storage.path, bytes });
		// Who is asked to try again need not send everything again.
		if (answer.status >= 500) return answer;
		await store.discard(storage.path);
		await store.discard(`${storage.path}.json`);
		if (answer.status < 300) {
			this.#finished.set(id, { purpose, bytes });
			for (const oldest of [...this.#finished.keys()].slice(0, -mostAnswers)) this.#finished.delete(oldest);
		}
		return answer;
	}

	async #removeExpired(): Promise<void> {
		if (!existsSync(this.#options.store.incoming)) return;
		// What cannot be removed now is tried again in an hour.
		await this.#open()
			.then(({ tus }) => tus.cleanUpExpiredUploads())
			.catch(() => {});
	}
}

const resumable = { "Tus-Resumable": "1.0.0", "Cache-Control": "no-store" };

interface Whole {
	readonly id: string;
	readonly offset: number;
	readonly metadata?: Record<string, string | null> | undefined;
	readonly storage?: { readonly path: string } | undefined;
}

/** An error as the protocol's server takes it. */
function refusal({ status, body }: UploadAnswer): Error {
	return Object.assign(new Error("refused"), { status_code: status, body: JSON.stringify(body) });
}

/** What a refusal says; the protocol's own are told by their status, in the codes of this product. */
async function said(error: Error | { status_code: number; body: string }) {
	if (!("status_code" in error)) return { status_code: 503, body: coded("journalUnavailable") };
	const { status_code, body } = error;
	if (typeof body === "string" && body.startsWith("{")) return { status_code, body };
	if (status_code === 413) return { status_code, body: coded("tooLarge") };
	if (status_code === 404 || status_code === 410) return { status_code, body: coded("notFound") };
	if (status_code >= 500) return { status_code: 503, body: coded("journalUnavailable") };
	return { status_code, body: coded("malformed") };
}

function coded(code: string): string {
	return JSON.stringify({ code, params: {} });
}

function purposeIn(metadata: Record<string, string | null> | undefined): UploadPurpose | undefined {
	const { conferenceId, representativeId, segmentId, delegationId } = metadata ?? {};
	if (!conferenceId || !representativeId || !segmentId || !delegationId) return undefined;
	return { conferenceId, representativeId, segmentId, delegationId };
}

function nodeRequestOf(request: object): IncomingMessage | undefined {
	const { runtime } = request as { runtime?: { node?: { req?: IncomingMessage } } };
	return runtime?.node?.req;
}
