import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { link, mkdir, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isConferenceId } from "../journal/conferenceId.ts";

/**
 * Recordings as files of a folder, one folder a conference, each named by its content (SHA-256 in base64url) so that it never
 * changes. Who may read one follows from the conference's events alone. What is still being sent lies in `.incoming` beside them,
 * on the same disk, so that keeping it is one step. Everything rejects with an ordinary Error when the disk fails.
 */
export class RecordingStore {
	readonly #folder: string;

	/** `folder` is an absolute path; it is made when the first recording comes. */
	constructor(folder: string) {
		this.#folder = folder;
	}

	/** Where uploads lie until they are whole. */
	get incoming(): string {
		return join(this.#folder, ".incoming");
	}

	/** Makes the folder of the uploads, for the server's own user alone. */
	async prepare(): Promise<void> {
		await mkdir(this.incoming, { recursive: true, mode: 0o700 });
	}

	/** Keeps a whole upload, durably, and gives its name. What is there already stays; the upload is still to be discarded. */
	async adopt(conferenceId: string, path: string): Promise<string> {
		const hash = createHash("sha256");
		for await (const part of createReadStream(path)) hash.update(part as Buffer);
		const fileId = hash.digest("base64url");
		const folder = this.#folderOf(conferenceId);
		await mkdir(folder, { recursive: true, mode: 0o700 });
		// The bytes before the name, and the name before anybody is told of it.
		await sync(path);
		await link(path, join(folder, fileId)).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== "EEXIST") throw error;
		});
		await sync(folder);
		await sync(this.#folder);
		return fileId;
	}

	/** The path of a recording and its size in bytes; nothing where there is none of the name. */
	async find(conferenceId: string, fileId: string): Promise<{ path: string; bytes: number } | undefined> {
		if (!/^[A-Za-z0-9_-]{43}$/.test(fileId)) return undefined;
		const path = join(this.#folderOf(conferenceId), fileId);
		const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
			if (error.code === "ENOENT") return undefined;
			throw error;
		});
		return found === undefined ? undefined : { path, bytes: found.size };
	}

	/** Throws an upload away. */
	async discard(path: string): Promise<void> {
		await rm(path, { force: true });
	}

	#folderOf(conferenceId: string): string {
		if (!isConferenceId(conferenceId)) throw new Error("Not the id of a conference.");
		return join(this.#folder, conferenceId);
	}
}

async function sync(path: string): Promise<void> {
	const handle = await open(path, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
