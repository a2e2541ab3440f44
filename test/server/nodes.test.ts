import { describe, expect, it } from "vitest";
import { connect } from "../support/client.ts";
import { testRedis } from "../support/redis.ts";
import { startTestServer } from "../support/server.ts";

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
