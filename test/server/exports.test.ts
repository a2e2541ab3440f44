import { describe, expect, it } from "vitest";
import { localTimeIn, minutesAndSeconds } from "../../server/exports/localTime.ts";
import { readTrail } from "../../server/exports/trail.ts";
import { chain, emptyHead, type NewRecord } from "../../server/journal/journal.ts";
import { MemoryJournal } from "../../server/journal/memoryJournal.ts";
import { decide, evolve } from "../../shared/conference/decider.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { csv } from "../../shared/csv.ts";
import { type Act, contextFor, seconds, start } from "../support/decider.ts";
import { definition, giveFloor, inscribe } from "../support/factories.ts";
import { seoul, startTestServer, type TestServer } from "../support/server.ts";

const segmentId = "statements-1";
/** So many seconds after nine o'clock in Seoul. */
const at = (count: number) => start + seconds(count);
const chair = (count: number, newId?: string) => ({
	as: "rwa-chair",
	at: at(count),
	...(newId === undefined ? {} : { newId }),
});

/** A session of nine minutes, written down before the code that reads it. */
const session: readonly Act[] = [
	[{ type: "openMeeting", meetingId: "session-1" }, chair(0)],
	[{ type: "startSegment", segmentId }, chair(1)],
	[{ type: "openList", segmentId, closesAt: null }, chair(2)],
	[inscribe("idn", { speakerId: "idn-minister" }), { as: "idn-minister", at: at(60), newId: "e-idn" }],
	[inscribe("ury"), { as: "ury-minister", at: at(90), newId: "e-ury" }],
	[{ type: "moveEntry", segmentId, entryId: "e-ury", before: "e-idn", reason: "Leaves at ten" }, chair(120)],
	[{ type: "takeBackMove", segmentId, entryId: "e-ury" }, chair(125)],
	[giveFloor("e-idn"), chair(180, "s-idn")],
	[{ type: "pauseFloor", statementId: "s-idn" }, chair(240)],
	[{ type: "resumeFloor", statementId: "s-idn" }, chair(270)],
	[giveFloor("e-ury", "s-idn"), chair(525, "s-ury")],
	[{ type: "takeBackCall", statementId: "s-ury" }, chair(530)],
	[
		{ type: "yieldFloor", statementId: "s-idn" },
		{ as: "idn-minister", at: at(540) },
	],
	[{ type: "closeList", segmentId }, chair(541)],
	[
		{
			type: "requestLate",
			segmentId,
			delegationId: "gha",
			speakerId: null,
			language: "fr",
			onBehalfOf: null,
			reason: '=HYPERLINK("x")',
		},
		{ as: "gha-chair", at: at(550), newId: "l-gha" },
	],
	[{ type: "declineLate", segmentId, requestId: "l-gha", reason: "No time left" }, chair(560)],
	[
		{ type: "raisePointOfOrder", meetingId: "session-1", delegationId: "nor", text: "The order" },
		{ as: "nor-minister", at: at(570), newId: "p-nor" },
	],
	[{ type: "ruleOnPoint", pointId: "p-nor", ruling: "notUpheld", text: null }, chair(580)],
	[giveFloor("e-ury"), chair(590, "s-ury-2")],
];

function recordsOf(acts: readonly Act[]): NewRecord[] {
	let state = emptyState();
	return acts.flatMap(([command, when], index) => {
		const decision = decide(command, state, contextFor(state, when));
		if ("rejection" in decision) throw new Error(`${command.type}: ${JSON.stringify(decision.rejection)}`);
		return decision.events.map((event): NewRecord => {
			state = evolve(state, event);
			const actor = typeof when.as === "string" ? when.as : when.as.id;
			const commandId = `command-${index}`;
			return { time: event.at, actor, commandId, commandHash: "", type: event.type, data: event.data };
		});
	});
}

const acts = [...definition, ...session];

async function withSession(): Promise<TestServer> {
	return startTestServer({ beginnings: [{ ...seoul, records: () => recordsOf(acts) }] });
}

async function get(server: TestServer, as: string | undefined, path: string): Promise<Response> {
	const headers: Record<string, string> = as === undefined ? {} : { cookie: await server.cookie(as) };
	return fetch(server.at(`/api/conferences/seoul/exports/${path}`), { headers });
}

interface Entry {
	readonly seq: number;
	readonly hash: string;
	readonly at: string;
	readonly event: string;
	readonly actor: Record<string, unknown>;
	readonly delegationId: string | null;
	readonly reason: string | null;
	readonly takesBack: number | null;
	readonly meetingId: string | null;
}

/** Number of the record before the session's first. */
const before = recordsOf(definition).length;

describe("the trail of the list", () => {
	it("GV1 SL6 holds who did what when, as whom, why, and what was taken back", async () => {
		const server = await withSession();
		const answer = await get(server, "rwa-chair", "list.json?meeting=session-1");
		expect(answer.status).toBe(200);
		const { entries } = (await answer.json()) as { entries: Entry[] };
		const rows = entries.map((each) => [
			each.seq - before,
			each.at.slice(11),
			each.event,
			each.actor.actedAs,
			each.actor.id,
			each.delegationId,
			each.reason,
			each.takesBack === null ? null : each.takesBack - before,
		]);
		const presiding = ["presiding", "rwa-chair"];
		expect(rows).toEqual([
			[1, "09:00:00.000+09:00", "MeetingOpened", "coChair", "rwa-chair", null, null, null],
			[2, "09:00:00.000+09:00", "GavelTaken", "coChair", "rwa-chair", "rwa", null, null],
			[3, "09:00:01.000+09:00", "SegmentStarted", ...presiding, null, null, null],
			[4, "09:00:02.000+09:00", "SpeakersListOpened", ...presiding, null, null, null],
			[5, "09:01:00.000+09:00", "DelegationInscribed", "delegation", "idn-minister", "idn", null, null],
			[6, "09:01:30.000+09:00", "DelegationInscribed", "delegation", "ury-minister", "ury", null, null],
			[7, "09:02:00.000+09:00", "EntryMoved", ...presiding, "ury", "Leaves at ten", null],
			[8, "09:02:05.000+09:00", "MoveTakenBack", ...presiding, "ury", null, 7],
			[9, "09:03:00.000+09:00", "FloorGiven", ...presiding, "idn", null, null],
			[10, "09:04:00.000+09:00", "FloorPaused", ...presiding, "idn", null, null],
			[11, "09:04:30.000+09:00", "FloorResumed", ...presiding, "idn", null, null],
			[12, "09:08:45.000+09:00", "FloorEnded", ...presiding, "idn", null, null],
			[13, "09:08:45.000+09:00", "FloorGiven", ...presiding, "ury", null, null],
			[14, "09:08:50.000+09:00", "CallTakenBack", ...presiding, "ury", null, 13],
			[15, "09:09:00.000+09:00", "FloorEnded", "delegation", "idn-minister", "idn", null, null],
			[16, "09:09:01.000+09:00", "SpeakersListClosed", ...presiding, null, null, null],
			[
				17,
				"09:09:10.000+09:00",
				"LateRequestMade",
				"delegation",
				"gha-chair",
				"gha",
				'=HYPERLINK("x")',
				null,
			],
			[18, "09:09:20.000+09:00", "LateRequestDeclined", ...presiding, "gha", "No time left", null],
			[
				19,
				"09:09:30.000+09:00",
				"PointOfOrderRaised",
				"delegation",
				"nor-minister",
				"nor",
				"The order",
				null,
			],
			[20, "09:09:40.000+09:00", "PointOfOrderRuled", ...presiding, "nor", null, null],
			[21, "09:09:50.000+09:00", "FloorGiven", ...presiding, "ury", null, null],
		]);
	});

	it("comes from the journal itself: numbers, hashes and head are those of the chain", async () => {
		const server = await withSession();
		const { head, entries } = (await (await get(server, "desk", "list.json")).json()) as {
			head: unknown;
			entries: Entry[];
		};
		const stored = chain(emptyHead, recordsOf(acts));
		const last = stored.at(-1)!;
		expect(head).toEqual({ seq: last.record.seq, hash: last.hash });
		for (const { seq, hash, event } of entries)
			expect([hash, event]).toEqual([stored[seq - 1]!.hash, stored[seq - 1]!.record.type]);
		// Of the whole conference the adoption of the programme too, and nothing of needs, people and pledges.
		expect(entries.map(({ event }) => event).filter((event) => event === "ProgrammeAdopted")).toHaveLength(1);
		expect(entries).toHaveLength(22);
	});

	it("names people while the directory does, and goes by their id when they were erased", async () => {
		const server = await withSession();
		await fetch(server.at("/api/conferences/seoul/directory/ury-minister"), {
			method: "DELETE",
			headers: { cookie: await server.cookie("desk") },
		});
		const { entries } = (await (await get(server, "desk", "list.json")).json()) as { entries: Entry[] };
		const inscribed = entries.filter(({ event }) => event === "DelegationInscribed");
		expect(inscribed.map(({ actor }) => [actor.id, actor.name, actor.delegation, actor.role])).toEqual([
			["idn-minister", "Person idn-minister", "Name idn", "delegate"],
			["ury-minister", null, "Name ury", "delegate"],
		]);
	});

	it("is the podium's and the secretariat's alone", async () => {
		const server = await withSession();
		const statuses = await Promise.all(
			[undefined, "idn-minister", "idn-reader", "usa-chair", "desk"].map(async (as) => [
				(await get(server, as, "list.json")).status,
				(await get(server, as, "list.csv?meeting=session-1")).status,
			]),
		);
		expect(statuses).toEqual([
			[401, 401],
			[403, 403],
			[403, 403],
			[200, 200],
			[200, 200],
		]);
		expect((await get(server, "desk", "list.json?meeting=nowhere")).status).toBe(404);
		expect((await get(server, "desk", "list.xml")).status).toBe(404);
	});

	it("tells its reader only what that reader was told", async () => {
		const journal = new MemoryJournal();
		await journal.append("seoul", emptyHead, recordsOf(acts));
		const persons = new Map();
		const wish = { conferenceId: "seoul", meetingId: undefined, persons };
		const participants = await readTrail(journal, { ...wish, audience: { kind: "participants" } });
		expect(participants.entries.map(({ event }) => event)).not.toContain("LateRequestMade");
		const open = await readTrail(journal, { ...wish, audience: { kind: "public" } });
		expect(JSON.stringify(open.entries.map(({ data }) => data))).not.toContain("The order");
	});

	it("is a table that no spreadsheet takes for formulas", async () => {
		const server = await withSession();
		const answer = await get(server, "desk", "list.csv?meeting=session-1");
		expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
		expect(answer.headers.get("content-disposition")).toBe("attachment; filename=seoul-session-1-list.csv");
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const lines = bytes.toString().slice(1).split("\r\n");
		expect(lines).toHaveLength(1 + 21 + 1);
		expect(lines[0]).toBe(
			'"record","time","time (ms)","meeting","segment","event","acted as","role","person","name","of delegation","delegation","delegation name","reason","takes back record","data","command","hash"',
		);
		expect(lines[7]).toContain('"Leaves at ten"');
		expect(lines[17]).toContain(`"'=HYPERLINK(""x"")"`);
	});
});

describe("the statements", () => {
	it("TM2 TM5 UN2 ST2 come with times, pauses, over-run and how they ended, for everybody", async () => {
		const server = await withSession();
		const { statements, head, position } = (await (
			await get(server, undefined, "statements.json?meeting=session-1")
		).json()) as { statements: Record<string, unknown>[]; head: unknown; position: number };
		expect(head).toBeNull();
		expect(position).toBeGreaterThan(0);
		expect(statements).toEqual([
			{
				id: "s-idn",
				meetingId: "session-1",
				segmentId,
				kind: "statement",
				mode: "live",
				delegationId: "idn",
				delegation: "Name idn",
				speaker: { name: "Name of idn-minister", title: { en: "Title of idn-minister" } },
				level: "M",
				language: "en",
				onBehalfOf: null,
				jointly: [],
				start: "2021-12-07T09:03:00.000+09:00",
				startMs: at(180),
				end: "2021-12-07T09:09:00.000+09:00",
				endMs: at(540),
				spokenMs: seconds(60 + 255 + 10),
				pausedMs: seconds(30),
				limitMs: seconds(240),
				overrunMs: seconds(85),
				overrun: "1:25",
				ended: "yielded",
			},
			expect.objectContaining({ id: "s-ury", ended: "takenBack" }),
			expect.objectContaining({ id: "s-ury-2", end: null, spokenMs: null, overrun: null, ended: null }),
		]);
		const forDesk = (await (await get(server, "desk", "statements.json")).json()) as { head: unknown };
		const { seq, hash } = server.conferences.get("seoul")!.head;
		expect(forDesk.head).toEqual({ seq, hash });
		const none = await get(server, undefined, "statements.json?meeting=session-2");
		expect(await none.json()).toMatchObject({ meetingId: "session-2", statements: [] });
		expect((await get(server, undefined, "statements.json?meeting=nowhere")).status).toBe(404);
	});

	it("are a table too", async () => {
		const server = await withSession();
		const answer = await get(server, undefined, "statements.csv");
		const [head, first] = (await answer.text()).split("\r\n");
		expect(head?.replace("\uFEFF", "").split(",")).toHaveLength(21);
		expect(first).toBe(
			'"s-idn","session-1","statements-1","statement","live","idn","Name idn","Name of idn-minister","Title of idn-minister","M","en","","","2021-12-07T09:03:00.000+09:00","2021-12-07T09:09:00.000+09:00",325000,30000,240000,85000,"1:25","yielded"',
		);
	});
});

it.each([
	["=1+1", '"\'=1+1"'],
	["+1", '"\'+1"'],
	["-1", '"\'-1"'],
	["@A1", '"\'@A1"'],
	["\tx", '"\'\tx"'],
	["\rx", '"\'\rx"'],
	['say "no", please', '"say ""no"", please"'],
	[-7, "-7"],
])("a cell %j of a table is written %j", (value, written) => {
	expect(csv([[value]])).toBe(`\uFEFF${written}\r\n`);
});

it("instants carry the offset of the zone at that time, west of Greenwich and in summer too", () => {
	const winter = Date.UTC(2021, 0, 5, 3, 30);
	const summer = Date.UTC(2021, 6, 5, 3, 30);
	expect(localTimeIn("America/New_York")(winter)).toBe("2021-01-04T22:30:00.000-05:00");
	expect(localTimeIn("America/New_York")(summer)).toBe("2021-07-04T23:30:00.000-04:00");
	expect(localTimeIn("Asia/Kathmandu")(winter)).toBe("2021-01-05T09:15:00.000+05:45");
	expect(localTimeIn("UTC")(winter)).toBe("2021-01-05T03:30:00.000+00:00");
	expect([0, 59_999, 60_000, 3_725_000].map(minutesAndSeconds)).toEqual(["0:00", "0:59", "1:00", "62:05"]);
});
