import type { State } from "../../shared/conference/state.ts";
import type { DocumentType } from "./documentType.ts";

/** How a file that somebody may read is sent. */
export interface ReadableFile {
	readonly mediaType: DocumentType;
	readonly language: string;
	/** Under which it is saved; null for the text of a statement, which is read in place. */
	readonly name: string | null;
}

/** The file as what somebody sees names it; nothing where they are told of no such file. */
export function readableFile(visible: State, fileId: string): ReadableFile | undefined {
	for (const text of visible.texts.texts.values())
		if (text.fileId === fileId) return { mediaType: "text/plain", language: text.language, name: null };
	for (const { files } of visible.documents.documents.values()) {
		const file = files.find((each) => each.fileId === fileId);
		if (file !== undefined) return file;
	}
	return undefined;
}
