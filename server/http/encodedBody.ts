import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this size compression costs more than it saves, in bytes. */
const leastCompressed = 1024;

/** Named without a weight; whoever weighs is answered the longer way. */
const takesBrotli = /(^|,)\s*br\s*(,|$)/;

/** A body that is compressed once in each way and then sent to as many readers as ask. */
export class EncodedBody {
	readonly #plain: Buffer;
	#repeated: { readonly body: Buffer; readonly headers: OutgoingHttpHeaders } | undefined;
	#brotli: Promise<Buffer> | undefined;
	#gzip: Promise<Buffer> | undefined;

	/** @param compressed the same body in Brotli, where it was compressed better before. */
	constructor(body: string | Buffer, compressed?: Buffer) {
		if (compressed !== undefined) this.#brotli = Promise.resolve(compressed);
		this.#plain = typeof body === "string" ? Buffer.from(body) : body;
	}

	/** Sends it in the best encoding that the reader takes. Headers but those of the encoding are the caller's. */
	async send(request: Request, response: Response): Promise<void> {
		response.vary("Accept-Encoding");
		const encoding =
			this.#plain.length < leastCompressed ? "identity" : request.acceptsEncodings("br", "gzip", "identity");
		if (encoding === "br" || encoding === "gzip") response.set("Content-Encoding", encoding);
		response.end(request.method === "HEAD" ? undefined : await this.#in(encoding));
	}

	/** The same where every reader gets the same headers, so that they need not be made again: see `repeat`. */
	async sendToEverybody(request: Request, response: Response): Promise<void> {
		await this.send(request, response);
		if (response.statusCode !== 200 || response.get("Content-Encoding") !== "br") return;
		const body = await this.#in("br");
		this.#repeated = { body, headers: { ...response.getHeaders(), "content-length": body.length } };
	}

	/** Answers as `sendToEverybody` did before, if it did and the reader takes Brotli: a fraction of its work. */
	repeat({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
		if (
			this.#repeated === undefined ||
			method !== "GET" ||
			!takesBrotli.test(headers["accept-encoding"] ?? "")
		)
			return false;
		response.writeHead(200, this.#repeated.headers).end(this.#repeated.body);
		return true;
	}

	#in(encoding: string | false): Promise<Buffer> | Buffer {
		switch (encoding) {
			case "br":
				// 5 is nearly as fast as gzip and a fifth smaller; 11 would take a second for a snapshot.
				this.#brotli ??= brotli(this.#plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
				return this.#brotli;
			case "gzip":
				this.#gzip ??= zip(this.#plain);
				return this.#gzip;
			default:
				return this.#plain;
		}
	}
}
