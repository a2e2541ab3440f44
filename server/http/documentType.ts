import type { Request } from "express";
import { documentTypes } from "../../shared/conference/documents.ts";

export type DocumentType = (typeof documentTypes)[number];

/** What a request says that its body is, if that is something a document may be. */
export function documentTypeOf(request: Request): DocumentType | undefined {
	return documentTypes.find((type) => request.is(type) === type);
}

/** Whether the bytes are what they are said to be: a browser that saves them goes by the type alone. */
export function isOfType(type: DocumentType, bytes: Buffer): boolean {
	switch (type) {
		case "application/pdf":
			return bytes.subarray(0, 5).equals(Buffer.from("%PDF-"));
		case "text/plain":
			return isText(bytes);
		case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
			// A zip archive, with the part that every Office document has and the folder that only a text has.
			return (
				bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004")) &&
				bytes.includes("[Content_Types].xml") &&
				bytes.includes("word/")
			);
	}
}

function isText(bytes: Buffer): boolean {
	try {
		return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
	} catch {
		return false;
	}
}
