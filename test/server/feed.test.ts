import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { mostImported } from "../../shared/conference/pledgeImport.ts";
import { type FeedEventName, feedEvents } from "../../shared/protocol/press.ts";
import { content } from "../support/factories.ts";
import { type FeedEvent, FeedReader } from "../support/feedReader.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const path = "/api/conferences/seoul/feed";

async function cleared(server: TestServer, title: string): Promise<string> {
	const draft = { type: "draftPledge", delegationId: "idn", content: content({ title }) } as const;
	const { created } = await server.act("idn-minister", draft);
	const pledgeId = created ?? "";
	await server.act("idn-minister", { type: "submitPledge", pledgeId });
	await server.act("desk", { type: "acceptPledge", pledgeId });
	return pledgeId;
}

async function announced(server: TestServer, title: string): Promise<string> {
	const pledgeId = await cleared(server, title);
	await server.act("desk", { type: "announceInWriting", pledgeId });
	return pledgeId;
}

const titles = (events: readonly FeedEvent[]) =>
	events
		.filter(({ event }) => event === "pledge")
		.map(({ data }) => (data as { pledge: { title: string; state: string } }).pledge)
		.map(({ title, state }) => `${title}: ${state}`);
const pledged = (event: FeedEvent) =>
	event.event === "tally" ? (event.data as { pledges: { value: number } }).pledges.value : undefined;

/** Every event is one that the description knows, with data by its schema. */
function expectDescribed(events: readonly FeedEvent[]): void {
	for (const { event, data } of events) {
		expect(Object.keys(feedEvents)).toContain(event);
		expect(z.safeParse(feedEvents[event as FeedEventName], data).error, event).toBeUndefined();
	}
}

describe("the press's feed", () => {
	it("begins with the figures, and tells each change with what it did to them", async () => {
		const server = await startTestServer();
		const reader = await FeedReader.open(server.at(path));
		expect(reader.status).toBe(200);
		expect(reader.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
		expect(reader.headers["access-control-allow-origin"]).toBe("*");
		expect(reader.headers["content-encoding"]).toBeUndefined();
		await reader.until((events) => events.length === 1);
		expect(pledged(reader.events[0]!)).toBe(0);

		const pledgeId = await announced(server, "Two helicopters");
		await reader.until((events) => events.some((each) => pledged(each) === 1));
		await server.act("desk", { type: "confirmPledge", pledgeId });
		await reader.until((events) => titles(events).length === 2);
		await server.act("idn-minister", { type: "withdrawPledge", pledgeId });
		await reader.until((events) => pledged(events.at(-1)!) === 0);
		expect(titles(reader.events)).toEqual([
			...["announced", "confirmed", "withdrawn"].map((state) => `Two helicopters: ${state}`),
		]);

		const words = { title: { en: "Text" }, shortTitle: { en: "Text" }, summary: { en: "Text" } };
		await server.act("desk", {
			...{ type: "openInitiative", initiativeId: "text", ...words, sponsors: ["rwa"] },
		});
		await server.act("idn-minister", { type: "declareSupport", initiativeId: "text", delegationId: "idn" });
		await reader.until((events) =>
			JSON.stringify(events.at(-1)).includes('"value":2,"counts":"delegations that'),
		);
		expectDescribed(reader.events);
	});

	it("VI2 not one byte of it tells of what is private", async () => {
		const server = await startTestServer();
		const reader = await FeedReader.open(server.at(path));
		await reader.until((events) => events.length === 1);
		const before = reader.text;
		await cleared(server, "Not yet");
		const secret = await cleared(server, "Never here");
		await server.act("desk", { type: "rejectPledge", pledgeId: secret, reason: "Twice" });
		// What follows comes after whatever the private acts would have sent.
		await server.act("desk", { type: "changeNeed", needId: "hospitals", quantity: 9 });
		await reader.until((events) => events.length === 2);
		const id = /^id: .*$/gm;
		const added = reader.text.slice(before.length);
		expect(added.replace(id, "")).toBe(`\nevent: tally\ndata: ${JSON.stringify(reader.events[1]!.data)}\n\n`);
		// The public's record has moved by one.
		const [first, second] = reader.events.map((each) => Number(each.id.split("-")[1]));
		expect(second).toBe(first! + 1);
	});

	it("tells a reader who comes back what it missed, once, and from where it was", async () => {
		const server = await startTestServer();
		await announced(server, "Before");
		const reader = await FeedReader.open(server.at(path));
		await reader.until((events) => events.length === 1);
		expect(titles(reader.events)).toEqual([]);
		reader.leave();
		const pledgeId = await announced(server, "Meanwhile");
		await server.act("desk", { type: "confirmPledge", pledgeId });

		const again = await FeedReader.open(server.at(path), { "last-event-id": reader.lastId });
		await again.until((events) => events.some(({ event }) => event === "tally"));
		// Announced and confirmed is one change of it, told as it stands.
		expect(titles(again.events)).toEqual(["Meanwhile: confirmed"]);
		const nothing = await FeedReader.open(server.at(path), { "last-event-id": again.lastId });
		await nothing.until((events) => events.length > 0);
		expect(nothing.events.map(({ event }) => event)).toEqual(["tally"]);
		expectDescribed([...again.events, ...nothing.events]);
	});

	it("says to begin anew where it cannot know what was missed", async () => {
		const server = await startTestServer();
		const reader = await FeedReader.open(server.at(path));
		await reader.until((events) => events.length === 1);
		const [epoch = "", n = ""] = reader.lastId.split("-");
		const strange = [
			`0${epoch.slice(1)}x-${n}`,
			`${epoch}-${Number(n) + 1000}`,
			`${epoch}-`,
			"nonsense",
			`${epoch}--1`,
		];
		for (const id of strange) {
			const again = await FeedReader.open(server.at(path), { "last-event-id": id });
			await again.until((events) => events.some(({ event }) => event === "tally"));
			expect(
				again.events.map(({ event }) => event),
				id,
			).toEqual(["reset", "tally"]);
			expectDescribed(again.events);
			again.leave();
		}
		// Longer ago than the server remembers.
		const rate = (index: number) => ({ type: "setClockRate", rate: 1 + (index % 2), journalAt: 0 }) as const;
		for (let index = 0; index < 4100; index += 1) await server.act("desk", rate(index));
		const late = await FeedReader.open(server.at(path), { "last-event-id": reader.lastId });
		await late.until((events) => events.some(({ event }) => event === "tally"));
		expect(late.events.map(({ event }) => event)).toEqual(["reset", "tally"]);
	});

	it("an import of thousands is one word to read anew, not thousands", async () => {
		const server = await startTestServer();
		const reader = await FeedReader.open(server.at(path));
		await reader.until((events) => events.length === 1);
		expect(mostImported).toBeGreaterThan(600);
		const pledges = Array.from({ length: 600 }, (_, index) => ({
			...{ delegationId: "idn", content: content({ title: `Imported ${index}` }) },
			...{ source: "Letter", announcedOn: null },
		}));
		await server.act("desk", { type: "importPledges", pledges } as never);
		await reader.until((events) => events.some((each) => pledged(each) === 600));
		expect(reader.events.map(({ event }) => event)).toEqual(["tally", "reset", "tally"]);
	});

	it("lets in as many as it can serve, says so to the others, and has room when one leaves", async () => {
		const server = await startTestServer({ feedLimits: { readers: 2, fromAddress: 2 } });
		const first = await FeedReader.open(server.at(path));
		await FeedReader.open(server.at(path));
		const refused = await FeedReader.open(server.at(path));
		expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "5"]);
		await refused.end();
		expect(JSON.parse(refused.text)).toEqual({ code: "tooManyRequests", params: {} });
		const next = async (): Promise<FeedReader> => {
			const reader = await FeedReader.open(server.at(path));
			return reader.status === 200 ? reader : next();
		};
		first.leave();
		await next();
		const narrow = await startTestServer({ feedLimits: { readers: 9, fromAddress: 1 } });
		await FeedReader.open(narrow.at(path));
		expect((await FeedReader.open(narrow.at(path))).status).toBe(429);
	});

	it("ends with the server, so that its readers go to another", async () => {
		const server = await startTestServer();
		const reader = await FeedReader.open(server.at(path));
		await reader.until((events) => events.length === 1);
		await server.close();
		await reader.end();
	});

	it("is there for conferences that are, also to be asked without a stream", async () => {
		const server = await startTestServer();
		expect((await fetch(server.at("/api/conferences/atlantis/feed"))).status).toBe(404);
		expect((await fetch(server.at(path), { method: "HEAD" })).status).toBe(200);
	});
});
