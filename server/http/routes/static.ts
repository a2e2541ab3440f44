import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";
import { Router } from "express";
import { EncodedBody } from "../encodedBody.ts";
import { HttpRefusal } from "../refusal.ts";

/** The names of built files carry a hash of their content, and a flag never changes. */
const forever = "public, max-age=31536000, immutable";

/** Fonts and pictures that are compressed already. */
const isCompressed = new Set([".woff2", ".woff", ".png", ".jpg", ".webp", ".avif"]);

const flags = new URL("./3x2/", import.meta.resolve("country-flag-icons/package.json"));

/** The built client's files and the flags: read and compressed when first asked for, then kept. */
export async function staticRoutes(clientDir: URL): Promise<Router> {
	const assetsDir = new URL("assets/", clientDir);
	const assets = new Files(assetsDir, await namesIn(assetsDir));
	const flagFiles = new Files(flags, await namesIn(flags));
	const icon = new Files(clientDir, await namesIn(clientDir));
	return Router()
		.get("/favicon.svg", async (request, response) => {
			await icon.send("favicon.svg", request, response);
		})
		.get("/assets/:file", async (request, response) => {
			await assets.send(request.params.file, request, response);
		})
		.get("/flags/:file", async (request, response) => {
			const code = /^([a-z]{2})\.svg$/.exec(request.params.file)?.[1];
			if (code === undefined) throw new HttpRefusal(404, "notFound");
			await flagFiles.send(`${code.toUpperCase()}.svg`, request, response);
		});
}

async function namesIn(directory: URL): Promise<ReadonlySet<string>> {
	return new Set(await readdir(directory).catch(() => []));
}

/** Only names from the directory's listing are ever opened: what a request names is never a path. */
class Files {
	readonly #directory: URL;
	readonly #names: ReadonlySet<string>;
	readonly #read = new Map<string, Promise<EncodedBody | Buffer>>();

	constructor(directory: URL, names: ReadonlySet<string>) {
		this.#directory = directory;
		this.#names = names;
	}

	async send(
		name: string,
		request: Parameters<EncodedBody["send"]>[0],
		response: Parameters<EncodedBody["send"]>[1],
	) {
		if (!this.#names.has(name)) throw new HttpRefusal(404, "notFound");
		const body = await this.#body(name);
		response.type(extname(name)).set("Cache-Control", forever);
		if (body instanceof EncodedBody) await body.send(request, response);
		else response.end(body);
	}

	#body(name: string): Promise<EncodedBody | Buffer> {
		const known = this.#read.get(name);
		if (known !== undefined) return known;
		const body = this.#load(name);
		this.#read.set(name, body);
		body.catch(() => this.#read.delete(name));
		return body;
	}

	async #load(name: string): Promise<EncodedBody | Buffer> {
		const bytes = await readFile(new URL(name, this.#directory));
		if (isCompressed.has(extname(name))) return bytes;
		// The build has taken the time to compress it well.
		const smaller = `${name}.br`;
		const isThere = this.#names.has(smaller);
		return new EncodedBody(bytes, isThere ? await readFile(new URL(smaller, this.#directory)) : undefined);
	}
}
