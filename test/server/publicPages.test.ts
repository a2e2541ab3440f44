import { describe, expect, it } from "vitest";
import { content } from "../support/factories.ts";
import type { TestServer } from "../support/server.ts";
import { startTestServer } from "../support/server.ts";

const html = { accept: "text/html" };

/** A pledge of Indonesia, as far as it is wanted; gives its id. */
async function pledged(
	server: TestServer,
	until: "draft" | "accepted" | "writing",
	more: Parameters<typeof content>[0] = {},
): Promise<string> {
	const drafted = await server.act("idn-minister", {
		type: "draftPledge",
		delegationId: "idn",
		content: content(more),
	});
	const pledgeId = drafted.created ?? "";
	if (until === "draft") return pledgeId;
	await server.act("idn-minister", { type: "submitPledge", pledgeId });
	await server.act("desk", { type: "acceptPledge", pledgeId });
	if (until === "writing") await server.act("desk", { type: "announceInWriting", pledgeId });
	return pledgeId;
}

describe("pages behind the tally", () => {
	it("VI8 a pledge that is not public has no page, and answers as one that never was", async () => {
		const server = await startTestServer();
		await pledged(server, "draft");
		await pledged(server, "accepted");
		await pledged(server, "writing", { classification: "participants" });
		const answer = async (path: string) => {
			const response = await fetch(server.at(path), { headers: html });
			return [response.status, await response.text()];
		};
		const never = await answer("/seoul/pledges/999");
		expect(never[0]).toBe(404);
		for (const path of ["/seoul/pledges/1", "/seoul/pledges/2", "/seoul/pledges/1.png"])
			expect(await answer(path)).toEqual(never);
		for (const path of [
			"/seoul/pledges/0",
			"/seoul/pledges/01",
			"/seoul/pledges/x",
			"/seoul/delegations/xyz",
		])
			expect((await answer(path))[0]).toBe(404);
		await pledged(server, "writing");
		expect((await answer("/seoul/pledges/1"))[0]).toBe(200);
	});

	it("what is no figure has no rows", async () => {
		const server = await startTestServer();
		const status = async (query: string) =>
			(await fetch(server.at(`/seoul/pledges${query}`), { headers: html })).status;
		expect(await status("")).toBe(200);
		expect(await status("?category=medical&page=2&utm_source=x")).toBe(200);
		for (const query of [
			"?only=drafts",
			"?category=weather",
			"?need=ships",
			"?session=x",
			"?with=idn,atlantis",
		])
			expect(await status(query), query).toBe(404);
		expect(await status("?session=-")).toBe(200);
	});

	it("a link is previewed with its address, and a picture of the right size", async () => {
		const server = await startTestServer();
		await pledged(server, "writing", { title: `A hospital of <b>“many”</b> words ${"again ".repeat(20)}` });
		const page = await (await fetch(server.at("/seoul/pledges/1"), { headers: html })).text();
		expect(page).toMatch(/<link rel="canonical" href="http:\/\/[^"]+\/seoul\/pledges\/1">/);
		expect(page).toMatch(
			/<meta property="og:image" content="http:\/\/[^"]+\/seoul\/pledges\/1\.png\?lang=en">/,
		);
		for (const path of [
			"/seoul/pledges/1.png",
			"/seoul/pledges/1.png?lang=ar",
			"/seoul/delegations/idn.png",
			"/seoul/tally.png",
		]) {
			const response = await fetch(server.at(path));
			expect(response.headers.get("content-type")).toBe("image/png");
			const png = Buffer.from(await response.arrayBuffer());
			expect(png.subarray(1, 4).toString()).toBe("PNG");
			expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
			// A blank picture of this size is a few kilobytes.
			expect(png.length).toBeGreaterThan(8000);
			const etag = response.headers.get("etag") ?? "";
			const again = await fetch(server.at(path), { headers: { "if-none-match": etag } });
			expect(again.status).toBe(304);
		}
	});

	it("files hold what the public may know of the rows, and no formula", async () => {
		const server = await startTestServer();
		await pledged(server, "writing", {
			title: "=SUM(A1)",
			contact: "SECRET",
			amount: { unit: "persons", value: 5 },
		});
		await pledged(server, "writing", { title: "Training", category: "training", needId: null });
		await pledged(server, "writing", { title: "HIDDEN", classification: "participants" });
		await pledged(server, "accepted", { title: "HIDDEN" });
		const read = async (path: string) => {
			const response = await fetch(server.at(path));
			expect(response.headers.get("access-control-allow-origin")).toBe("*");
			const text = await response.text();
			expect(text).not.toMatch(/SECRET|HIDDEN/);
			return text;
		};
		const sheet = await read("/seoul/pledges.csv");
		expect(sheet).toContain("'=SUM(A1)");
		const all = JSON.parse(await read("/seoul/pledges.json")) as { title: string }[];
		expect(all.map(({ title }) => title)).toEqual(["=SUM(A1)", "Training"]);
		const some = JSON.parse(await read("/seoul/pledges.json?category=training")) as unknown[];
		expect(some).toMatchObject([{ title: "Training", number: 2, state: "announced" }]);
		expect(JSON.parse(await read("/seoul/tally.json"))).toMatchObject({
			pledges: { value: 2 },
			quantities: [{ unit: "persons", value: 5 }],
		});
		expect((await fetch(server.at("/seoul/pledges.csv?only=drafts"))).status).toBe(404);
	});

	it("what a reader has is not sent again, until the public record has moved", async () => {
		const server = await startTestServer();
		await pledged(server, "writing");
		const paths = ["/api/conferences/seoul/tally", "/seoul/pledges.json", "/seoul/pledges.csv"];
		const ask = (path: string, etag: string) =>
			fetch(server.at(path), { headers: { "if-none-match": etag } });
		const tags = await Promise.all(
			paths.map(async (path) => (await fetch(server.at(path))).headers.get("etag") ?? ""),
		);
		// A draft is nothing that a reader could notice.
		await pledged(server, "draft");
		for (const [index, path] of paths.entries()) {
			const answer = await ask(path, tags[index]!);
			expect([answer.status, await answer.text()], path).toEqual([304, ""]);
		}
		await pledged(server, "writing", { title: "Another" });
		for (const [index, path] of paths.entries()) {
			const answer = await ask(path, tags[index]!);
			expect(answer.status, path).toBe(200);
			expect(await answer.text(), path).toMatch(/Another|"value":2/);
		}
	});

	it("the embedded tally alone can be framed, and sets no cookie", async () => {
		const server = await startTestServer();
		const framed = await fetch(server.at("/seoul/embed?lang=fr"), { headers: html });
		expect(framed.headers.get("content-security-policy")).toContain("frame-ancestors *");
		expect(framed.headers.get("x-frame-options")).toBeNull();
		expect(framed.headers.getSetCookie()).toEqual([]);
		for (const path of ["/seoul", "/seoul/pledges", "/seoul/screen"]) {
			const page = await fetch(server.at(path), { headers: html });
			expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
			expect(page.headers.get("x-frame-options")).toBe("DENY");
		}
	});
});
