import type { Rejection, RejectionCode } from "../../shared/conference/rejection.ts";

/** What HTTP alone can refuse, beside what the domain can. */
export type HttpRefusalCode =
	| RejectionCode
	| "notFound"
	| "foreignOrigin"
	| "tooLarge"
	| "wrongFileType"
	| "wrongCaptions"
	| "internal";

/** Thrown by a handler to end the request with a coded refusal; `errors.ts` presents it. Not a bug. */
export class HttpRefusal extends Error {
	override name = "HttpRefusal";
	readonly status: number;
	readonly code: HttpRefusalCode;
	readonly params: Rejection["params"];

	/** `cause` is what went wrong on our side, for the log. */
	constructor(status: number, code: HttpRefusalCode, params: Rejection["params"] = {}, cause?: unknown) {
		super(code, { cause });
		this.status = status;
		this.code = code;
		this.params = params;
	}
}

/** A refusal of the domain, under the status that says best whose turn it is. */
export function ofRejection({ code, params }: Rejection): HttpRefusal {
	if (code === "notAllowed" || code === "signedOut") return new HttpRefusal(403, code, params);
	if (code === "journalUnavailable" || code === "outcomeUnknown") return new HttpRefusal(503, code, params);
	return new HttpRefusal(409, code, params);
}
