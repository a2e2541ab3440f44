import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { fileIdOf } from "../../server/files/files.ts";
import { connect } from "../support/client.ts";
import { giveFloor, inscribe } from "../support/factories.ts";
import { startTestServer, type TestServer, type TestServerOptions } from "../support/server.ts";
import { tempDir } from "../support/tempDir.ts";

const segmentId = "statements-1";
const video = readFileSync(new URL("../fixtures/statement.webm", import.meta.url));
const fileId = fileIdOf(video);
const uploads = "/api/conferences/seoul/uploads";
const resumable = { "tus-resumable": "1.0.0" };
const png = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
	"base64",
);
const vtt =
	"WEBVTT\n\n00:00.000 --> 00:04.000\nMadam Chair,\n\n2\n00:00:04.000 --> 00:00:09.500 align:start\nthank you.\n";

async function withList(options: TestServerOptions = {}): Promise<TestServer> {
	const server = await startTestServer(options);
	await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await server.act("rwa-chair", { type: "startSegment", segmentId });
	await server.act("rwa-chair", { type: "openList", segmentId, closesAt: null });
	return server;
}

/** Requests of one person. */
async function seat(server: TestServer, as?: string) {
	const cookie: Record<string, string> = as === undefined ? {} : { cookie: await server.cookie(as) };
	const ask = (
		method: string,
		path: string,
		headers: Record<string, string> = {},
		body?: Uint8Array | string,
	) =>
		fetch(server.at(path), {
			method,
			headers: { ...cookie, ...headers },
			...(body === undefined ? {} : { body: typeof body === "string" ? body : new Uint8Array(body) }),
		});
	const begin = (bytes: number, purpose: Record<string, string> = {}, path = uploads) => {
		const named = { segmentId, delegationId: "idn", ...purpose };
		const metadata = Object.entries(named).map(([name, value]) => `${name} ${btoa(value)}`);
		return ask("POST", path, {
			...resumable,
			"upload-length": String(bytes),
			"upload-metadata": metadata.join(","),
		});
	};
	const send = (location: string, from: number, bytes: Uint8Array) =>
		ask(
			"PATCH",
			location,
			{ ...resumable, "upload-offset": String(from), "content-type": "application/offset+octet-stream" },
			bytes,
		);
	const whole = async (bytes: Uint8Array, purpose: Record<string, string> = {}) => {
		const begun = await begin(bytes.length, purpose);
		return begun.status === 201 ? send(begun.headers.get("location") ?? "", 0, bytes) : begun;
	};
	const media = (name = fileId, headers: Record<string, string> = {}) =>
		ask("GET", `/api/conferences/seoul/media/${name}`, headers);
	return { ask, begin, send, whole, media };
}

const recordingsOf = (server: TestServer) => [
	...server.conferences.get("seoul")!.state.recordings.recordings.values(),
];
const codeOf = async (response: Response) => [
	response.status,
	((await response.json()) as { code: string }).code,
];

describe("uploading a recording", () => {
	it("RC1 RC2 measures what has arrived and files it", async () => {
		const server = await withList();
		const idn = await seat(server, "idn-speaker");
		const filed = await idn.whole(video);
		expect(filed.status).toBe(200);
		expect(await filed.json()).toEqual({
			recordingId: recordingsOf(server)[0]?.id,
			durationMs: 120_007,
			width: 128,
			height: 72,
		});
		expect(recordingsOf(server)).toMatchObject([
			{
				segmentId,
				delegationId: "idn",
				fileId,
				mediaType: "video/webm",
				bytes: video.length,
				durationMs: 120_007,
			},
		]);
		const desk = await seat(server, "desk");
		expect((await desk.whole(video, { delegationId: "ury" })).status).toBe(200);
		expect(await codeOf(await idn.whole(video))).toEqual([409, "sameRecording"]);
	});

	it("goes on where it was when the network comes back", async () => {
		const server = await withList();
		const idn = await seat(server, "idn-minister");
		const begun = await idn.begin(video.length);
		const location = begun.headers.get("location") ?? "";
		expect(location).toMatch(/^\/api\/conferences\/seoul\/uploads\/[0-9a-f-]{36}$/);
		expect((await idn.send(location, 0, video.subarray(0, 10_000))).status).toBe(204);
		// The connection ends in the middle of a part.
		const broken = new ReadableStream<Uint8Array>({
			start(part) {
				part.enqueue(new Uint8Array(video.subarray(10_000, 20_000)));
			},
			pull: (part) => part.error(new Error("the network is gone")),
		});
		const headers = {
			...resumable,
			cookie: await server.cookie("idn-minister"),
			"upload-offset": "10000",
			"content-type": "application/offset+octet-stream",
		};
		const sending = { method: "PATCH", headers, body: broken, duplex: "half" } as RequestInit;
		await expect(fetch(server.at(location), sending)).rejects.toThrow();
		const asked = await idn.ask("HEAD", location, resumable);
		expect(asked.status).toBe(200);
		const from = Number(asked.headers.get("upload-offset"));
		expect(from).toBeGreaterThanOrEqual(10_000);
		expect(from).toBeLessThanOrEqual(20_000);
		// Neither a gap nor an overlap is taken.
		expect((await idn.send(location, from + 1, video.subarray(from + 1))).status).toBe(409);
		expect((await idn.send(location, from, video.subarray(from))).status).toBe(200);
		expect(recordingsOf(server)).toMatchObject([{ fileId }]);
		// Who lost the last answer is told that everything has arrived, and nothing is filed twice.
		const again = await idn.ask("HEAD", location, resumable);
		expect(again.headers.get("upload-offset")).toBe(String(video.length));
		expect(recordingsOf(server).length).toBe(1);
		expect((await idn.media()).status).toBe(200);
	});

	it("goes on after the server was stopped, also when the last byte had just arrived", async () => {
		const directory = await tempDir();
		const variables = { RECORDINGS_DIR: directory };
		const first = await withList({ variables });
		const before = await seat(first, "idn-minister");
		const location = (await before.begin(video.length)).headers.get("location") ?? "";
		await before.send(location, 0, video.subarray(0, 30_000));
		await first.close();
		const second = await withList({ variables });
		const after = await seat(second, "idn-minister");
		expect((await after.ask("HEAD", location, resumable)).headers.get("upload-offset")).toBe("30000");
		const { appendFile } = await import("node:fs/promises");
		await appendFile(join(directory, ".incoming", location.split("/").at(-1)!), video.subarray(30_000));
		const whole = await after.ask("HEAD", location, resumable);
		expect([whole.status, whole.headers.get("upload-offset")]).toEqual([200, String(video.length)]);
		expect(recordingsOf(second)).toMatchObject([{ fileId }]);
	});

	it("RC2 refuses what is too long, too large or no film, and keeps nothing of it", async () => {
		const directory = await tempDir();
		const server = await withList({ variables: { RECORDINGS_DIR: directory, RECORDING_MAX_MB: "1" } });
		const limits = { segmentId, limitMs: 30_000, groupLimitMs: 60_000 };
		await server.act("desk", { type: "setLimits", ...limits });
		const idn = await seat(server, "idn-minister");
		const long = await idn.whole(video);
		expect(await long.json()).toEqual({
			code: "recordingTooLong",
			params: { durationMs: 120_007, limitMs: 30_000 },
		});
		expect(long.status).toBe(409);
		for (const bytes of [Buffer.from("no film at all"), video.subarray(0, 300), png])
			expect(await codeOf(await idn.whole(bytes))).toEqual([415, "wrongFileType"]);
		expect(await codeOf(await idn.begin(1_000_001))).toEqual([413, "tooLarge"]);
		expect(recordingsOf(server)).toEqual([]);
		expect(await readdir(join(directory, ".incoming"))).toEqual([]);
		expect(await readdir(directory)).toEqual([".incoming"]);
	});

	it("RC1 refuses whose statement it is not before a byte is sent", async () => {
		const server = await withList();
		const idn = await seat(server, "idn-minister");
		const other = await seat(server, "ury-minister");
		for (const [as, purpose, expected] of [
			["ury-minister", {}, [403, "notAllowed"]],
			["rwa-chair", {}, [403, "notAllowed"]],
			["idn-reader", {}, [403, "notAllowed"]],
			[undefined, {}, [401, "signedOut"]],
			["idn-minister", { segmentId: "nowhere" }, [409, "unknownSegment"]],
			["idn-minister", { segmentId: "opening-video" }, [409, "noProgrammeSpeaker"]],
			["idn-minister", { segmentId: "../../.." }, [400, "malformed"]],
		] as const)
			expect(await codeOf(await (await seat(server, as)).begin(10, purpose))).toEqual(expected);
		expect((await idn.begin(10, {}, "/api/conferences/other/uploads")).status).toBe(404);
		const location = (await idn.begin(video.length)).headers.get("location") ?? "";
		const colleague = await seat(server, "idn-speaker");
		for (const stranger of [other, colleague, await seat(server, "desk")]) {
			expect(await codeOf(await stranger.send(location, 0, video))).toEqual([404, "notFound"]);
			expect((await stranger.ask("HEAD", location, resumable)).status).toBe(404);
			expect((await stranger.ask("DELETE", location, resumable)).status).toBe(404);
		}
		const foreign = await idn.ask("POST", uploads, { ...resumable, origin: "https://elsewhere.example" });
		expect(await codeOf(foreign)).toEqual([403, "foreignOrigin"]);
		expect((await idn.begin(10)).headers.get("access-control-allow-origin")).toBeNull();
		expect((await idn.ask("DELETE", location, resumable)).status).toBe(204);
		expect((await idn.send(location, 0, video)).status).toBe(404);
	});

	it("RC2 takes the measure of no screen: what states a file does not come over the socket", async () => {
		const server = await withList();
		const client = await connect(server, "idn-minister");
		const measured = { mediaType: "video/webm", bytes: 1, durationMs: 1, width: 1, height: 1 } as const;
		await client.enter();
		const outcome = await client.command(
			{
				type: "fileRecording",
				segmentId,
				delegationId: "idn",
				fileId,
				...measured,
			},
			"00000000-0000-4000-8000-000000000001",
		);
		expect(outcome).toMatchObject({ status: "refused", code: "notAllowed" });
		expect(recordingsOf(server)).toEqual([]);
	});
});

describe("reading a recording", () => {
	it("RC4 is there for its delegation, the podium and the desk, and for everybody once it has played", async () => {
		const server = await withList();
		const recordings = await seat(server, "idn-minister");
		const { recordingId } = (await (await recordings.whole(video)).json()) as { recordingId: string };
		const path = `/api/conferences/seoul/recordings/${recordingId}`;
		const captions = await recordings.ask("PUT", `${path}/captions/en`, { "content-type": "text/vtt" }, vtt);
		expect(captions.status).toBe(201);
		const poster = await recordings.ask("PUT", `${path}/poster`, { "content-type": "image/png" }, png);
		expect(poster.status).toBe(201);
		const files = [fileId, fileIdOf(Buffer.from(vtt)), fileIdOf(png)];
		const statuses = async (as?: string) => {
			const reader = await seat(server, as);
			return Promise.all(files.map(async (name) => (await reader.media(name)).status));
		};
		for (const as of ["idn-reader", "usa-chair", "desk"])
			expect(await statuses(as), as).toEqual([200, 200, 200]);
		for (const as of ["ury-minister", undefined]) expect(await statuses(as), as).toEqual([404, 404, 404]);
		const hidden = await recordings.media();
		expect(hidden.headers.get("cache-control")).toBe("private, no-cache");
		expect(hidden.headers.get("vary")).toContain("Cookie");
		const entry = await server.act("idn-minister", { ...inscribe("idn"), mode: "recorded" });
		await server.act("rwa-chair", giveFloor(entry.created ?? ""));
		for (const as of ["ury-minister", undefined]) expect(await statuses(as), as).toEqual([200, 200, 200]);
		const open = await (await seat(server)).media();
		expect(open.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
		expect(open.headers.get("etag")).toBe(`"${fileId}"`);
		expect(open.headers.get("content-type")).toBe("video/webm");
		expect(open.headers.get("x-content-type-options")).toBe("nosniff");
		expect(Buffer.from(await open.arrayBuffer()).equals(video)).toBe(true);
		const words = await (await seat(server)).media(files[1]);
		expect(words.headers.get("content-type")).toBe("text/vtt; charset=utf-8");
		expect(words.headers.get("content-language")).toBe("en");
		expect((await (await seat(server)).media("x".repeat(43))).status).toBe(404);
	});

	it("answers parts, and nothing to who has it already", async () => {
		const server = await withList();
		const idn = await seat(server, "idn-minister");
		await idn.whole(video);
		const part = await idn.media(fileId, { range: "bytes=1000-1999" });
		expect(part.status).toBe(206);
		expect(part.headers.get("content-range")).toBe(`bytes 1000-1999/${video.length}`);
		expect(Buffer.from(await part.arrayBuffer()).equals(video.subarray(1000, 2000))).toBe(true);
		const end = await idn.media(fileId, { range: "bytes=-500" });
		expect(Buffer.from(await end.arrayBuffer()).equals(video.subarray(-500))).toBe(true);
		expect((await idn.media(fileId, { range: "bytes=9999999-" })).status).toBe(416);
		expect(
			(await idn.media(fileId, { "if-none-match": `"${fileId}"`, "cache-control": "max-age=0" })).status,
		).toBe(304);
		const other = await idn.media(fileId, { range: "bytes=0-9", "if-range": '"something else"' });
		expect(other.status).toBe(200);
	});
});

describe("captions and posters", () => {
	it("RC3 are checked before they are kept", async () => {
		const server = await withList();
		const idn = await seat(server, "idn-minister");
		const { recordingId } = (await (await idn.whole(video)).json()) as { recordingId: string };
		const path = `/api/conferences/seoul/recordings/${recordingId}`;
		const put = (body: string, type = "text/vtt", language = "en") =>
			idn.ask("PUT", `${path}/captions/${language}`, { "content-type": type }, body);
		for (const [words, line] of [
			["no captions", 1],
			["WEBVTT\n", 2],
			["WEBVTT\n\n00:01.000 --> 00:00.500\nbackwards\n", 3],
			["WEBVTT\n\n00:01.000 -> 00:02.000\narrow\n", 4],
			["WEBVTT\n\n00:01.000 --> 00:02.000\n\n", 4],
			["WEBVTT\n\n00:05.000 --> 00:06.000\none\n\n00:01.000 --> 00:02.000\nbefore it\n", 6],
			["WEBVTT\n\n00:61.000 --> 00:02.000\nminutes\n", 3],
		] as const) {
			const refused = await put(words);
			expect([refused.status, await refused.json()], words).toEqual([
				415,
				{ code: "wrongCaptions", params: { line } },
			]);
		}
		expect(await codeOf(await put(vtt, "text/plain"))).toEqual([415, "wrongFileType"]);
		expect(await codeOf(await put(vtt, "text/vtt", "xx"))).toEqual([400, "malformed"]);
		expect(await codeOf(await put(`${vtt}\nNOTE ${"x".repeat(500_000)}`))).toEqual([413, "tooLarge"]);
		expect((await put(`\ufeff${vtt.replaceAll("\n", "\r\n")}NOTE a remark\r\nof two lines\r\n`)).status).toBe(
			201,
		);
		const poster = (body: Uint8Array) =>
			idn.ask("PUT", `${path}/poster`, { "content-type": "image/png" }, body);
		expect(await codeOf(await poster(Buffer.from("<svg/>")))).toEqual([415, "wrongFileType"]);
		expect(await codeOf(await poster(Buffer.concat([png, Buffer.alloc(1_000_000)])))).toEqual([
			413,
			"tooLarge",
		]);
		expect((await poster(png)).status).toBe(201);
		const ury = await seat(server, "ury-minister");
		for (const [what, type, body] of [
			["captions/fr", "text/vtt", vtt],
			["poster", "image/png", png],
		] as const) {
			expect(await codeOf(await ury.ask("PUT", `${path}/${what}`, { "content-type": type }, body))).toEqual([
				403,
				"notAllowed",
			]);
			const unknown = `/api/conferences/seoul/recordings/none/${what}`;
			expect(await codeOf(await idn.ask("PUT", unknown, { "content-type": type }, body))).toEqual([
				403,
				"notAllowed",
			]);
		}
	});
});

it("recordings lie in DATA_DIR unless they are put elsewhere", () => {
	expect(readConfig({ DATA_DIR: "/srv/plenaria" })).toMatchObject({
		recordingsDir: "/srv/plenaria/recordings",
		largestRecording: 1_000_000_000,
	});
	expect(readConfig({ RECORDINGS_DIR: "/mnt/films" }).recordingsDir).toBe("/mnt/films");
});
