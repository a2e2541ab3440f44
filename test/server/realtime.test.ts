import { describe, expect, it } from "vitest";
import { MemoryJournal } from "../../server/journal/memoryJournal.ts";
import { limitsFor } from "../../server/realtime/limits.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { connect, TestClient } from "../support/client.ts";
import { content, inscribe } from "../support/factories.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const draft: Command = {
	type: "draftPledge",
	delegationId: "idn",
	content: content({ title: "SECRET-HOSPITAL", contact: "SECRET-CONTACT" }),
};

/** A need changed back and forth: an act of the secretariat that everybody sees, as often as one likes. */
function visible(number: number): Command {
	return { type: "changeNeed", needId: "hospitals", quantity: 3 + (number % 50) };
}

async function sitting(server: TestServer): Promise<void> {
	await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await server.act("rwa-chair", { type: "startSegment", segmentId: "statements-1" });
	await server.act("rwa-chair", { type: "openList", segmentId: "statements-1", closesAt: null });
}

describe.each(["direct", "stock"])("with the %s adapter", (adapter) => {
	const start = () => startTestServer({ variables: { SOCKET_ADAPTER: adapter } });

	it("brings an act to every audience, each counting without holes", async () => {
		const server = await start();
		const clients = await Promise.all(
			[undefined, "idn-minister", "rwa-chair", "desk"].map((id) => connect(server, id)),
		);
		const entered = await Promise.all(clients.map((client) => client.enter()));
		expect(entered.map(({ audience }) => audience)).toEqual([
			"public",
			"delegation:idn",
			"podium:rwa",
			"secretariat",
		]);
		await sitting(server);
		for (const [index, client] of clients.entries()) {
			const { n } = entered[index]!;
			const frames = await client.untilPosition(n, n + 4);
			expect(frames.flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
				"MeetingOpened",
				"GavelTaken",
				"SegmentStarted",
				"SpeakersListOpened",
			]);
		}
	});

	it("sends who comes back the tail, then goes on", async () => {
		const server = await start();
		const first = await connect(server);
		const { n, audience } = await first.enter();
		await sitting(server);
		await first.untilPosition(n, n + 4);
		first.socket.disconnect();
		const again = await connect(server);
		const answer = await again.join({ audience, since: n, epoch: first.epoch });
		expect(answer).toMatchObject({
			status: "joined",
			audience,
			n: n + 4,
			seat: null,
			journalAvailable: true,
		});
		await again.untilPosition(n, n + 4);
		await server.act("rwa-chair", { type: "suspendMeeting", meetingId: "session-1" });
		const [frame] = await again.untilPosition(n + 4, n + 5);
		expect(frame?.events[0]?.type).toBe("MeetingSuspended");
	});

	it("gathers what the public sees and loses nothing of it", async () => {
		const server = await start();
		const viewer = await connect(server);
		const { n } = await viewer.enter();
		const acts = Array.from({ length: 40 }, (_, index) => visible(index));
		for (const act of acts) await server.act("desk", act);
		const frames = await viewer.untilPosition(n, n + acts.length);
		expect(frames.length).toBeLessThan(acts.length);
		const quantities = frames.flatMap(({ events }) =>
			events.map((event) => (event.data as { quantity: number }).quantity),
		);
		expect(quantities).toEqual(acts.map((act) => (act as { quantity: number }).quantity));
	});

	it("lets viewers join amid a burst without a hole or a repetition", async () => {
		const server = await start();
		const { n, snapshot } = await (await connect(server)).enter();
		const total = 60;
		const acting = (async () => {
			for (let index = 0; index < total; index += 1) await server.act("desk", visible(index));
		})();
		const joiners = await Promise.all(
			Array.from({ length: 12 }, async (_, index) => {
				const client = await connect(server);
				// Some come from a new snapshot, which may be ahead of what the room was sent; some from far behind.
				if (index % 2 === 0) return { client, since: (await client.enter()).n };
				const answer = await client.join({ audience: "public", since: n, epoch: snapshot.epoch });
				expect(answer.status).toBe("joined");
				return { client, since: n };
			}),
		);
		await acting;
		await Promise.all(joiners.map(({ client, since }) => client.untilPosition(since, n + total)));
	});

	it("keeps order between answers, signals and frames of a large size", async () => {
		const server = await start();
		const desk = await connect(server, "desk");
		const { n } = await desk.enter();
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, index) => desk.command(visible(index), `command-${index}`)),
		);
		expect(answers.every(({ status }) => status === "accepted")).toBe(true);
		await desk.untilPosition(n, n + 20);
	});
});

describe("joining", () => {
	it("asks for a snapshot when the client has nothing, another audience, or is ahead", async () => {
		const server = await startTestServer();
		const viewer = await connect(server);
		expect(await viewer.join()).toEqual({ status: "resync", audience: "public" });
		expect(await viewer.join({ audience: "secretariat", since: 1 })).toEqual({
			status: "resync",
			audience: "public",
		});
		expect(await viewer.join({ audience: "public", since: 100_000 })).toEqual({
			status: "resync",
			audience: "public",
		});
		expect(await viewer.join({ audience: "public", since: 0, viewVersion: 0 })).toMatchObject({
			status: "resync",
		});
	});

	it("asks for a snapshot when too much was missed", async () => {
		const server = await startTestServer();
		const viewer = await connect(server);
		const { n } = await viewer.enter();
		for (let index = 0; index < 501; index += 1) await server.act("desk", visible(index));
		await viewer.untilPosition(n, n + 501);
		const other = await connect(server);
		expect(await other.join({ audience: "public", since: n })).toEqual({
			status: "resync",
			audience: "public",
		});
	});

	it("tells a page of another version to reload, whatever shape it asks in", async () => {
		const server = await startTestServer();
		const viewer = await connect(server);
		expect(await viewer.join({ protocolVersion: 0 })).toEqual({ status: "reload", protocolVersion });
		expect(await viewer.socket.emitWithAck("join", { hello: 1 } as never)).toMatchObject({
			status: "reload",
		});
	});

	it("refuses what is no join, and unknown conferences", async () => {
		const server = await startTestServer();
		const viewer = await connect(server);
		expect(await viewer.join({ conferenceId: "../x" })).toEqual({ status: "refused", code: "malformed" });
		expect(await viewer.join({ conferenceId: "other" })).toEqual({ status: "refused", code: "notDefined" });
	});

	it("lets nobody go on from the journal of the same conference before it was begun anew", async () => {
		const server = await startTestServer();
		const viewer = await connect(server);
		const { n, audience } = await viewer.enter();
		expect(await viewer.join({ audience, since: n, epoch: "another" })).toEqual({
			status: "resync",
			audience,
		});
	});

	it("tells who the sign-in stands for, and the time", async () => {
		const server = await startTestServer();
		const delegate = await connect(server, "idn-minister");
		const { n, audience } = await delegate.enter();
		const answer = await delegate.join({ audience, since: n });
		expect(answer).toMatchObject({
			seat: { representativeId: "idn-minister", role: "delegate", delegationId: "idn" },
			rate: 1,
		});
		const clock = await delegate.socket.emitWithAck("clock");
		expect(clock.rate).toBe(1);
		expect(clock.now).toBeGreaterThanOrEqual((answer as { now: number }).now);
	});

	it("tells accredited screens who is present, and the public not", async () => {
		const server = await startTestServer();
		const viewer = await connect(server);
		await viewer.enter();
		const desk = await connect(server, "desk");
		await desk.enter();
		const delegate = await connect(server, "idn-minister");
		await delegate.enter();
		let present: string[] = [];
		while (!present.includes("idn")) present = await desk.presences.next();
		delegate.socket.disconnect();
		while (present.includes("idn")) present = await desk.presences.next();
		expect(viewer.wire).not.toContain("presence");
	});

	it("says to whoever takes part for how long the gavel's holder has been out of reach (GV6)", async () => {
		let now = 5000;
		const server = await startTestServer({ presenceClock: () => now });
		await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
		const viewer = await connect(server);
		await viewer.enter();
		now += 8000;
		const second = await connect(server, "usa-chair");
		await second.enter();
		expect(await second.holderAway.next()).toBe(8000);
		const holder = await connect(server, "rwa-chair");
		await holder.enter();
		let away: number | null = 0;
		while (away !== null) away = await second.holderAway.next();
		holder.socket.disconnect();
		while (away === null) away = await second.holderAway.next();
		expect(away).toBe(0);
		now += 30_000;
		const takeOver = { type: "takeOverGavel", representativeId: "usa-chair", from: "rwa-chair" };
		expect((await second.command(takeOver, "take-over")).status).toBe("accepted");
		while (away !== null) away = await second.holderAway.next();
		expect(viewer.wire).not.toContain("holderAway");
	});
});

describe("acting", () => {
	it("answers with the position at which the effect shows", async () => {
		const server = await startTestServer();
		await sitting(server);
		const delegate = await connect(server, "idn-minister");
		const { n } = await delegate.enter();
		const answer = await delegate.command(inscribe("idn"), "inscribe-1");
		expect(answer).toMatchObject({ status: "accepted", n: n + 1, created: expect.any(String) });
	});

	it("brings about by itself what falls due", async () => {
		const server = await startTestServer();
		const viewer = await connect(server);
		const { n } = await viewer.enter();
		await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
		await server.act("rwa-chair", { type: "startSegment", segmentId: "statements-1" });
		const closesAt = server.conferences.get("seoul")!.now() + 300;
		await server.act("rwa-chair", { type: "openList", segmentId: "statements-1", closesAt });
		const frames = await viewer.untilPosition(n, n + 5);
		expect(frames.flatMap(({ events }) => events).at(-1)?.type).toBe("SpeakersListClosed");
	});

	it("applies a repeated command once, and refuses the id for another", async () => {
		const server = await startTestServer();
		await sitting(server);
		const delegate = await connect(server, "idn-minister");
		const { n } = await delegate.enter();
		const first = await delegate.command(inscribe("idn"), "inscribe-1");
		expect(await delegate.command(inscribe("idn"), "inscribe-1")).toEqual(first);
		expect(await delegate.command(draft, "inscribe-1")).toMatchObject({
			status: "refused",
			code: "commandReused",
		});
		expect(first).toMatchObject({ n: n + 1 });
	});

	it("refuses the public, what is no command, and acts before joining", async () => {
		const server = await startTestServer();
		const viewer = await connect(server);
		expect(await viewer.command(draft, "too-early-1")).toMatchObject({ code: "notDefined" });
		await viewer.enter();
		expect(await viewer.command(draft, "draft-0001")).toMatchObject({ code: "notAllowed" });
		expect(await viewer.command({ type: "seizePower" }, "seize-0001")).toMatchObject({ code: "malformed" });
		expect(await viewer.command(draft, "short")).toMatchObject({ code: "malformed" });
	});

	it("never lets a draft pledge onto another wire, nor its rhythm", async () => {
		const server = await startTestServer();
		const others = await Promise.all(
			[undefined, "ury-minister", "rwa-chair", "desk"].map((id) => connect(server, id)),
		);
		const positions = await Promise.all(others.map(async (client) => (await client.enter()).n));
		const own = await connect(server, "idn-pledger");
		const { n } = await own.enter();
		expect(await own.command(draft, "draft-0001")).toMatchObject({ status: "accepted", n: n + 1 });
		await own.untilPosition(n, n + 1);
		expect(own.wire).toContain("SECRET-HOSPITAL");
		await server.act("desk", visible(1));
		for (const [index, client] of others.entries()) {
			const since = positions[index]!;
			const frames = await client.untilPosition(since, since + 1);
			expect(frames[0]?.events[0]?.type).toBe("NeedChanged");
			expect(client.wire).not.toContain("SECRET");
		}
	});
});

describe("guarding", () => {
	it("refuses a page of another origin, and takes its own", async () => {
		const server = await startTestServer();
		expect(await new TestClient(server.url, { origin: "https://elsewhere.example" }).connected()).toBe(false);
		expect(await new TestClient(server.url, { origin: server.url }).connected()).toBe(true);
		expect(await new TestClient(server.url, { origin: `http://localhost:${server.port}` }).connected()).toBe(
			true,
		);
	});

	it("refuses more sockets than it is set to take", async () => {
		const server = await startTestServer({ variables: { MAX_CONNECTIONS: "1" } });
		await connect(server);
		expect(await new TestClient(server.url).connected()).toBe(false);
	});

	it("refuses too many acts, and cuts a flood", async () => {
		const server = await startTestServer({ limits: { ...limitsFor(1), any: { burst: 40, perSecond: 0 } } });
		const desk = await connect(server, "desk");
		await desk.enter();
		const codes = [];
		for (let index = 0; index < 6; index += 1)
			codes.push(await desk.command(visible(index), `command-${index}`));
		expect(codes.at(0)).toMatchObject({ status: "accepted" });
		expect(codes.at(-1)).toMatchObject({ status: "refused", code: "tooManyRequests" });
		const gone = desk.disconnected();
		for (let index = 0; index < 60; index += 1) desk.socket.io.engine.write('2["nonsense"]');
		await gone;
	});

	it("cuts a socket that sends more than a message may hold", async () => {
		const server = await startTestServer();
		const desk = await connect(server, "desk");
		const gone = desk.disconnected();
		desk.socket.emit("join", { padding: "x".repeat(40_000) } as never, () => {});
		await gone;
	});

	it("tells a revoked sign-in and cuts its socket", async () => {
		const server = await startTestServer();
		const delegate = await connect(server, "idn-minister");
		await delegate.enter();
		const told = new Promise((resolve) => delegate.socket.once("signedOut", resolve));
		const gone = delegate.disconnected();
		await server.storage.accounts.revokeRepresentative("seoul", "idn-minister", Date.now());
		expect(await told).toEqual({ reason: "revoked" });
		await gone;
	});

	it("cuts a screen whose accreditation ends before it sees anything more", async () => {
		const server = await startTestServer();
		const delegate = await connect(server, "idn-minister");
		await delegate.enter();
		const gone = delegate.disconnected();
		await server.act("desk", { type: "withdrawAccreditation", representativeId: "idn-minister" });
		await gone;
		expect(delegate.wire).not.toContain("AccreditationWithdrawn");
	});

	it("tells everybody when acts cannot be recorded, and when they can again", async () => {
		const journal = new SwitchedJournal();
		const server = await startTestServer({ journal });
		const desk = await connect(server, "desk");
		await desk.enter();
		journal.switch(false);
		expect(await desk.journal.next()).toBe(false);
		expect(await desk.command(visible(1), "command-1")).toMatchObject({ code: "journalUnavailable" });
		journal.switch(true);
		expect(await desk.journal.next()).toBe(true);
		expect(await desk.command(visible(1), "command-1")).toMatchObject({ status: "accepted" });
	});
});

class SwitchedJournal extends MemoryJournal {
	switch(available: boolean): void {
		this.availability.set(available);
	}
}
