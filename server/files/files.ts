import { createHash } from "node:crypto";

/**
 * What is too large for an event: texts of statements and documents. A file is named by its content, so that it never
 * changes, and who may read it follows from the conference's events alone. A file that no event names harms nobody.
 * Everything rejects with an ordinary Error when the store cannot be reached.
 */
export interface Files {
	/** Keeps the bytes, durably, and gives their name. What is there already stays as it is. */
	put(conferenceId: string, bytes: Uint8Array): Promise<string>;
	get(conferenceId: string, fileId: string): Promise<Buffer | undefined>;
	has(conferenceId: string, fileId: string): Promise<boolean>;
	close(): Promise<void>;
}

/** The name of a file: SHA-256 of its bytes, in base64url. */
export function fileIdOf(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("base64url");
}
