import { describe, expect, it } from "vitest";
import { fileIdOf } from "../../server/files/files.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { connect } from "../support/client.ts";
import { giveFloor, inscribe } from "../support/factories.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const segmentId = "statements-1";
const english = { segmentId, language: "en", text: "Madam Chair, Indonesia thanks the host." };
const pdf = Buffer.from("%PDF-1.7\nnot much of a document");
const docx = Buffer.concat([
	Buffer.from("PK\u0003\u0004"),
	Buffer.from("[Content_Types].xml word/document.xml"),
]);

async function withList(): Promise<TestServer> {
	const server = await startTestServer();
	await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await server.act("rwa-chair", { type: "startSegment", segmentId });
	await server.act("rwa-chair", { type: "openList", segmentId, closesAt: null });
	return server;
}

async function file(server: TestServer, as: string | undefined, text: unknown): Promise<Response> {
	return fetch(server.at("/api/conferences/seoul/texts"), {
		method: "PUT",
		headers: {
			"content-type": "application/json",
			...(as === undefined ? {} : { cookie: await server.cookie(as) }),
		},
		body: JSON.stringify(text),
	});
}

async function read(server: TestServer, as: string | undefined, fileId: string): Promise<Response> {
	const headers: Record<string, string> = as === undefined ? {} : { cookie: await server.cookie(as) };
	return fetch(server.at(`/api/conferences/seoul/files/${fileId}`), { headers });
}

async function upload(
	server: TestServer,
	as: string | undefined,
	type: string,
	body: Buffer,
): Promise<Response> {
	return fetch(server.at("/api/conferences/seoul/files"), {
		method: "POST",
		headers: { "content-type": type, ...(as === undefined ? {} : { cookie: await server.cookie(as) }) },
		body: new Uint8Array(body),
	});
}

/** All of an answer that somebody could learn from, but the time of day. */
async function whole(response: Response): Promise<unknown> {
	const headers = [...response.headers].filter(([name]) => name !== "date");
	return { status: response.status, headers, body: await response.text() };
}

describe("the text of a statement", () => {
	it("TX1 is kept and filed for the own delegation, its words counted", async () => {
		const server = await withList();
		const filed = await file(server, "idn-speaker", english);
		expect(filed.status).toBe(201);
		const { textId, fileId } = (await filed.json()) as { textId: string; fileId: string };
		expect(fileId).toBe(fileIdOf(Buffer.from(english.text)));
		const texts = server.conferences.get("seoul")!.state.texts.texts;
		expect([...texts.values()]).toMatchObject([
			{ id: textId, segmentId, delegationId: "idn", language: "en", fileId, words: 6, published: null },
		]);
		const colleague = await read(server, "idn-reader", fileId);
		expect(colleague.status).toBe(200);
		expect(await colleague.text()).toBe(english.text);
		expect(colleague.headers.get("content-type")).toBe("text/plain; charset=utf-8");
		expect(colleague.headers.get("content-language")).toBe("en");
		expect(colleague.headers.get("x-content-type-options")).toBe("nosniff");
		expect(colleague.headers.get("cache-control")).toBe("private, no-store");
		expect(colleague.headers.get("vary")).toContain("Cookie");
	});

	it.each([
		["zh", "我们感谢主席。", 3],
		["ar", "سيدتي الرئيسة، تشكر إندونيسيا البلد المضيف.", 6],
		["fr", "Madame la Présidente, l’Indonésie remercie l’hôte.", 6],
	])("TX2 has words in %s too", async (language, text, words) => {
		const server = await withList();
		const filed = await file(server, "idn-speaker", { segmentId, language, text });
		expect(await filed.json()).toMatchObject({ words });
	});

	it("TX1 keeps its id when it is replaced, and the former text is nobody's any more", async () => {
		const server = await withList();
		const first = (await (await file(server, "idn-speaker", english)).json()) as Record<string, string>;
		const next = { ...english, text: "Madam Chair, we thank the host." };
		const second = (await (await file(server, "idn-speaker", next)).json()) as Record<string, string>;
		expect(second.textId).toBe(first.textId);
		expect((await read(server, "idn-speaker", first.fileId!)).status).toBe(404);
		expect((await read(server, "idn-speaker", second.fileId!)).status).toBe(200);
		const again = await file(server, "idn-speaker", next);
		expect([again.status, await again.json()]).toEqual([409, { code: "sameText", params: {} }]);
	});

	it("TX1 is not there for anybody else: the answer is that for a file that does not exist", async () => {
		const server = await withList();
		const filed = await file(server, "idn-speaker", english);
		const { fileId } = (await filed.json()) as { fileId: string };
		const nowhere = fileIdOf(Buffer.from("nothing of the kind"));
		for (const as of [undefined, "ury-minister", "rwa-chair", "usa-chair", "desk"]) {
			const answer = await whole(await read(server, as, fileId));
			expect(answer, as).toMatchObject({ status: 404 });
			expect(answer, as).toEqual(await whole(await read(server, as, nowhere)));
		}
		// Nor is it there under the name of another conference, or to who guesses the words.
		const guessed = await file(server, "ury-minister", english);
		expect(guessed.status).toBe(201);
		expect((await fetch(server.at(`/api/conferences/other/files/${fileId}`))).status).toBe(404);
	});

	it("TX3 is public when it was delivered, and may then be kept by any cache", async () => {
		const server = await withList();
		await server.act("desk", { type: "setClockRate", rate: 60, journalAt: 0 });
		const { fileId } = (await (await file(server, "idn-speaker", english)).json()) as { fileId: string };
		const { created: entryId } = await server.act("idn-minister", inscribe("idn"));
		const conference = server.conferences.get("seoul")!;
		const published = Promise.withResolvers<void>();
		conference.onCommitted(() => {
			const all = [...conference.state.texts.texts.values()];
			if (all.every((text) => text.published !== null)) published.resolve();
		});
		const { created: statementId } = await server.act("rwa-chair", giveFloor(entryId!));
		expect((await read(server, undefined, fileId)).status).toBe(404);
		await server.act("idn-minister", { type: "yieldFloor", statementId: statementId! });
		await published.promise;
		for (const as of [undefined, "ury-minister", "idn-speaker"]) {
			const answer = await read(server, as, fileId);
			expect(answer.headers.get("cache-control"), as).toBe("public, max-age=31536000, immutable");
			expect(await answer.text(), as).toBe(english.text);
		}
		const changed = await file(server, "idn-speaker", { ...english, text: "Something else." });
		expect(await changed.json()).toEqual({ code: "textPublished", params: {} });
	});

	it("is refused to who may not speak for the delegation, and to who is not signed in", async () => {
		const server = await withList();
		const outcomes = await Promise.all(
			[undefined, "idn-reader", "idn-pledger", "desk"].map(async (as) => {
				const answer = await file(server, as, english);
				return [answer.status, ((await answer.json()) as { code: string }).code];
			}),
		);
		expect(outcomes).toEqual([
			[401, "signedOut"],
			[403, "notAllowed"],
			[403, "notAllowed"],
			[403, "notAllowed"],
		]);
		expect(await server.storage.files.has("seoul", fileIdOf(Buffer.from(english.text)))).toBe(false);
	});

	it.each([
		[{ ...english, segmentId: "nowhere" }, 409, "unknownSegment"],
		[{ ...english, segmentId: "closing-1" }, 409, "noListInSegment"],
		[{ ...english, language: "tlh" }, 400, "malformed"],
		[{ ...english, text: "   " }, 400, "malformed"],
		[{ ...english, text: "— … !" }, 400, "malformed"],
		[{ ...english, text: `a\ud800` }, 400, "malformed"],
		[{ ...english, delegationId: "ury" }, 400, "malformed"],
		[{ ...english, text: "a ".repeat(20_001) }, 413, "tooLarge"],
		[{ ...english, text: "x".repeat(100_001) }, 400, "malformed"],
		[{ ...english, text: "x".repeat(210_000) }, 413, "tooLarge"],
	])("is refused when it cannot be one (%#)", async (text, status, code) => {
		const server = await withList();
		const answer = await file(server, "idn-speaker", text);
		expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
		expect(server.conferences.get("seoul")!.state.texts.texts.size).toBe(0);
	});

	it("is not taken from a page of another origin, nor without end", async () => {
		const server = await withList();
		const headers = { "content-type": "application/json", cookie: await server.cookie("idn-speaker") };
		const address = server.at("/api/conferences/seoul/texts");
		const foreign = await fetch(address, {
			method: "PUT",
			headers: { ...headers, origin: "https://elsewhere.example" },
			body: JSON.stringify(english),
		});
		expect(foreign.status).toBe(403);
		const statuses: number[] = [];
		for (let index = 0; index < 31; index += 1) {
			const body = JSON.stringify({ ...english, text: `Version ${index}` });
			statuses.push((await fetch(address, { method: "PUT", headers, body })).status);
		}
		expect(statuses).toEqual([...Array<number>(30).fill(201), 429]);
		// Counted for the person, not for the address behind which a whole hall may sit.
		expect((await file(server, "ury-minister", english)).status).toBe(201);
	});
});

describe("a document", () => {
	const add = (fileId: string, mediaType: "application/pdf" | "text/plain", name: string): Command => ({
		type: "addDocument",
		meetingId: null,
		title: { en: "Concept note" },
		files: [{ language: "en", fileId, name, mediaType, bytes: 10 }],
	});

	it("TX4 is kept by the secretariat, added by the socket, and then whoever takes part saves it", async () => {
		const server = await startTestServer();
		const kept = await upload(server, "desk", "application/pdf", pdf);
		expect(kept.status).toBe(201);
		const { fileId, bytes } = (await kept.json()) as { fileId: string; bytes: number };
		expect([fileId, bytes]).toEqual([fileIdOf(pdf), pdf.length]);
		// Kept is not yet told to anybody, the secretariat included.
		expect((await read(server, "desk", fileId)).status).toBe(404);
		const desk = await connect(server, "desk");
		await desk.enter();
		const added = await desk.command(add(fileId, "application/pdf", 'a"b\r\nc/é.pdf'), "add-document-1");
		expect(added).toMatchObject({ status: "accepted", created: expect.any(String) });
		for (const as of ["desk", "idn-reader", "ury-minister", "rwa-chair"]) {
			const answer = await read(server, as, fileId);
			expect(answer.status, as).toBe(200);
			expect(Buffer.from(await answer.arrayBuffer()).equals(pdf), as).toBe(true);
			expect(answer.headers.get("content-type")).toBe("application/pdf");
			expect(answer.headers.get("content-disposition")).toMatch(
				/^attachment; filename=.*filename\*=UTF-8''.*%C3%A9\.pdf$/,
			);
			expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
			expect(answer.headers.get("cache-control")).toBe("private, no-store");
		}
		const visitor = await whole(await read(server, undefined, fileId));
		expect(visitor).toEqual(await whole(await read(server, undefined, fileIdOf(Buffer.from("no")))));
		await server.act("desk", {
			type: "removeDocument",
			documentId: added.status === "accepted" ? added.created! : "",
		});
		expect((await read(server, "idn-reader", fileId)).status).toBe(404);
	});

	it.each([
		["application/pdf", Buffer.from("<!doctype html><script>alert(1)</script>")],
		["application/vnd.openxmlformats-officedocument.wordprocessingml.document", pdf],
		[
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			Buffer.from("PK\u0003\u0004 a"),
		],
		["text/plain", Buffer.from([0xff, 0xfe, 0x41, 0x00])],
		["text/plain", Buffer.from("a\0b")],
		["text/html", Buffer.from("<p>")],
		["image/svg+xml", Buffer.from("<svg/>")],
		["application/octet-stream", pdf],
	])(
		"is refused as %s when its bytes say otherwise, or it is nothing to be read (%#)",
		async (type, bytes) => {
			const server = await startTestServer();
			const answer = await upload(server, "desk", type, bytes);
			expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
				415,
				"wrongFileType",
			]);
			expect(await server.storage.files.has("seoul", fileIdOf(bytes))).toBe(false);
		},
	);

	it("is taken in each of its types, and from the secretariat alone", async () => {
		const server = await startTestServer();
		const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
		expect((await upload(server, "desk", word, docx)).status).toBe(201);
		expect((await upload(server, "desk", "text/plain; charset=utf-8", Buffer.from("Ünder"))).status).toBe(
			201,
		);
		expect((await upload(server, undefined, "application/pdf", pdf)).status).toBe(401);
		for (const as of ["rwa-chair", "idn-minister"])
			expect((await upload(server, as, "application/pdf", pdf)).status, as).toBe(403);
		expect((await upload(server, "desk", "application/pdf", Buffer.alloc(0))).status).toBe(400);
		const tooLarge = Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]);
		expect((await upload(server, "desk", "application/pdf", tooLarge)).status).toBe(413);
	});
});
