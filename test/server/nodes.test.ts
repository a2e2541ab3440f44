import { describe, expect, it } from "vitest";
import { type Beginning, definingRecords } from "../../server/conference/establish.ts";
import { limitsFor } from "../../server/realtime/limits.ts";
import { type Audience, parseAudience, publicAudience } from "../../shared/conference/audience.ts";
import { evolve } from "../../shared/conference/decider.ts";
import { decodeState } from "../../shared/conference/snapshot.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import { connect, type TestClient } from "../support/client.ts";
import { definition, delegationsCommand, inscribe, person } from "../support/factories.ts";
import { testRedis } from "../support/redis.ts";
import { seoul, startTestServer, type TestServer } from "../support/server.ts";

describe("two servers of one conference", () => {
	it("show the same stream, whichever takes the act", async () => {
		const { url: redisUrl } = await testRedis();
		const a = await startTestServer({ redisUrl });
		const b = await startTestServer({ redisUrl });
		const [onA, onB] = [await connect(a), await connect(b)];
		const { n } = await onA.enter();
		expect((await onB.enter()).n).toBe(n);
		for (let index = 1; index <= 10; index += 1) {
			const server = index % 2 === 0 ? a : b;
			await server.act("desk", { type: "changeNeed", needId: "hospitals", quantity: index });
		}
		const quantities = async (client: typeof onA) =>
			(await client.untilPosition(n, n + 10)).flatMap(({ events }) =>
				events.map(({ data }) => (data as { quantity: number }).quantity),
			);
		expect(await quantities(onA)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(await quantities(onB)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	it("answer the repeat of an act that the other has taken", async () => {
		const { url: redisUrl } = await testRedis();
		const a = await startTestServer({ redisUrl });
		const b = await startTestServer({ redisUrl });
		const cookie = await a.cookie("desk");
		const [onA, onB] = [await connect(a, "desk"), await connect(b, "desk")];
		await onA.enter();
		await onB.enter();
		const act = { type: "changeNeed", needId: "hospitals", quantity: 7 };
		const first = await onA.command(act, "command-1");
		expect(first.status).toBe("accepted");
		expect(await onB.command(act, "command-1")).toEqual(first);
		const snapshot = await fetch(b.at("/api/conferences/seoul/snapshot?as=secretariat"), {
			headers: { cookie },
		});
		expect(snapshot.status).toBe(200);
	});

	it("know who is present on either, and cut a revoked sign-in on both", async () => {
		const { url: redisUrl } = await testRedis();
		const a = await startTestServer({ redisUrl });
		const b = await startTestServer({ redisUrl });
		const desk = await connect(a, "desk");
		await desk.enter();
		const delegate = await connect(b, "idn-minister");
		await delegate.enter();
		let present: string[] = [];
		while (!present.includes("idn")) present = await desk.presences.next();
		const late = await connect(b, "ury-minister");
		await late.enter();
		const gone = delegate.disconnected();
		await a.storage.accounts.revokeRepresentative("seoul", "idn-minister", Date.now());
		await gone;
		while (present.includes("idn") || !present.includes("ury")) present = await desk.presences.next();
	});
});

/** The conference of the factories with thirty more Member States, each with a minister. */
const states = Array.from({ length: 30 }, (_, index) => `s${String(index).padStart(2, "0")}`);
const crowded: Beginning = {
	...seoul,
	records: () =>
		definingRecords(
			"seoul",
			[
				...definition.map(([command]) => command),
				delegationsCommand(states),
				{
					type: "accreditRepresentatives",
					representatives: states.map((id) => person(`${id}-minister`, "delegate", id, ["speak", "read"])),
				},
			],
			Date.now(),
		),
};

/** A screen that folds what it is sent, as every client does. */
class Screen {
	readonly client: TestClient;
	readonly audience: Audience;
	state: State;
	n: number;

	private constructor(client: TestClient, audience: Audience, state: State, n: number) {
		this.client = client;
		this.audience = audience;
		this.state = state;
		this.n = n;
	}

	static async open(server: TestServer, representativeId?: string): Promise<Screen> {
		const client = await connect(server, representativeId);
		const { n, audience, snapshot } = await client.enter();
		return new Screen(client, parseAudience(audience)!, decodeState(snapshot.state), n);
	}

	async until(n: number): Promise<void> {
		for (const { to, events } of await this.client.untilPosition(this.n, n)) {
			for (const event of events) this.state = evolve(this.state, event);
			this.n = to;
		}
	}
}

describe("two podiums that act at once, through two servers", () => {
	const segmentId = "statements-1";

	it("FL1 FL3 SL8 give the floor once each time, and show the same order everywhere", async () => {
		const { url: redisUrl } = await testRedis();
		const limits = limitsFor(1000);
		const a = await startTestServer({ redisUrl, limits, beginnings: [crowded] });
		const b = await startTestServer({ redisUrl, limits, beginnings: [crowded] });
		await a.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
		await a.act("rwa-chair", { type: "startSegment", segmentId });
		await a.act("rwa-chair", { type: "openList", segmentId, closesAt: null });
		for (const id of states) await a.act(`${id}-minister`, inscribe(id));
		const n = a.conferences.get("seoul")!.position(publicAudience);
		const early = await Screen.open(b);
		await early.until(n);
		// The one who holds the gavel sits at two devices; the other co-chair tries it too.
		const podiums = [await Screen.open(a, "rwa-chair"), await Screen.open(b, "rwa-chair")] as const;
		const second = await Screen.open(b, "usa-chair");
		const viewers = [await Screen.open(a), early, await Screen.open(a, "s07-minister")];
		for (let round = 0; round < 24; round += 1) {
			const { order } = listOf(podiums[0].state, segmentId);
			const after = podiums[0].state.floor.statement?.id ?? null;
			const call = ({ client }: Screen, entryId: string, who: string) =>
				client.command({ type: "giveFloor", segmentId, entryId, after }, `call-${round}-by-${who}`);
			// Both the next one, or each another.
			const choice = round % 3 === 0 ? order[1]! : order[0]!;
			const answers = await Promise.all([
				call(podiums[0], order[0]!, "one"),
				call(podiums[1], choice, "other"),
				call(second, order[0]!, "second"),
			]);
			const winner = answers.findIndex(({ status }) => status === "accepted");
			expect(answers.filter(({ status }) => status === "accepted")).toHaveLength(1);
			expect(answers[1 - winner]).toMatchObject({ status: "refused", code: "floorChanged" });
			expect(answers[2]).toMatchObject({ status: "refused", code: "notAllowed" });
			// And while the next calls are on their way, both move: the last one to the front, from either device.
			const left = order.filter((id) => id !== (winner === 1 ? choice : order[0]));
			const moves = await Promise.all(
				podiums.map(({ client }, at) => {
					const entryId = left[left.length - 1 - at];
					if (entryId === undefined || left[0] === undefined || left.length < 3) return undefined;
					const move = { type: "moveEntry", segmentId, entryId, before: left[0], reason: "Leaves early" };
					return client.command(move, `move-${round}-at-${at}`);
				}),
			);
			const positions = [...answers, ...moves].map((each) => (each?.status === "accepted" ? each.n : 0));
			await Promise.all(podiums.map((podium) => podium.until(Math.max(...positions))));
			expect(listOf(podiums[0].state, segmentId).order).toEqual(listOf(podiums[1].state, segmentId).order);
		}
		const { state } = a.conferences.get("seoul")!;
		// What the viewer on the other server has seen, that server has.
		await early.until(a.conferences.get("seoul")!.position(publicAudience));
		expect(b.conferences.get("seoul")!.state).toEqual(state);
		const { order } = listOf(state, segmentId);
		expect(order).toHaveLength(states.length - 24);
		for (const screen of [...podiums, second, ...viewers]) {
			await screen.until(a.conferences.get("seoul")!.position(screen.audience));
			expect(listOf(screen.state, segmentId).order).toEqual(order);
			expect(screen.state.floor.statement?.id).toBe(state.floor.statement?.id);
		}
		const statements = [...state.statements.statements.values()];
		expect(statements).toHaveLength(24);
		expect(statements.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
		expect(new Set(statements.map(({ entryId }) => entryId)).size).toBe(24);
	}, 60_000);
});

describe("a gavel whose holder is out of reach (GV6)", () => {
	const takeOver = { type: "takeOverGavel", representativeId: "usa-chair", from: "rwa-chair" } as const;

	it("is not taken while the holder is on another server, and taken on any when gone for thirty seconds", async () => {
		const { url: redisUrl } = await testRedis();
		let now = 1_000_000;
		const presenceClock = () => now;
		const a = await startTestServer({ redisUrl, presenceClock });
		const b = await startTestServer({ redisUrl, presenceClock });
		await a.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
		const second = await connect(a, "usa-chair");
		await second.enter();
		const holder = await connect(b, "rwa-chair");
		await holder.enter();
		let present: string[] = [];
		while (!present.includes("rwa")) present = await second.presences.next();
		now += 29_999;
		expect(await second.command(takeOver, "too-early")).toMatchObject({
			status: "refused",
			code: "holderReachable",
			params: { seconds: 30 },
		});
		holder.socket.disconnect();
		while (present.includes("rwa")) present = await second.presences.next();
		expect(second.holderAway.all.at(-1)).toBe(0);
		now += 29_999;
		expect(await second.command(takeOver, "still-too-early")).toMatchObject({
			code: "holderReachable",
			params: { seconds: 1 },
		});
		now += 1;
		// On the server where the holder was, too.
		const elsewhere = await connect(b, "usa-chair");
		const { n } = await elsewhere.enter();
		expect((await elsewhere.command(takeOver, "after-thirty-seconds")).status).toBe("accepted");
		const [taken] = (await elsewhere.untilPosition(n, n + 1)).flatMap(({ events }) => events);
		expect(taken?.type).toBe("GavelTakenOver");
	});
});
