import { describe, expect, test } from "vitest";
import type { Command } from "../../shared/conference/decider.ts";
import { listOf, runningSegment } from "../../shared/conference/selectors.ts";
import { content } from "../support/factories.ts";
import { type Entered, enter, eventsUntil, serverProcess, snapshotOf } from "../support/processClient.ts";
import { testRedis } from "../support/redis.ts";
import type { ServerProcess } from "../support/serverProcess.ts";

/** Sends an act and gives the position at which it shows. @throws Error when it is refused. */
async function accepted({ client }: Entered, id: string, command: Command): Promise<number> {
	const answer = await client.command(command, id);
	if (answer.status === "refused") throw new Error(`${command.type}: ${answer.code}`);
	return answer.n;
}

async function twoNodes() {
	const redis = await testRedis();
	const one = await serverProcess({ redisUrl: redis.url });
	const other = await serverProcess({ redisUrl: redis.url });
	return { redis, one, other };
}

/** The health as an operator's probe sees it. */
async function health(server: ServerProcess): Promise<number> {
	return (await fetch(server.at("/healthz"))).status;
}

function changeNeed(needId: string, quantity: number): Command {
	return { type: "changeNeed", needId, quantity };
}

describe("two servers on one Redis", () => {
	test("show acts made on either in one order", async () => {
		const { one, other } = await twoNodes();
		// A link that one server printed is good at the other.
		const delegateCookie = await one.cookie("delegate");
		const desk = await enter(one, await one.cookie("secretariat"));
		const delegate = await enter(one, delegateCookie);
		const chair = await enter(other, await one.cookie("chair"));
		const viewers = [await enter(one), await enter(other)] as const;
		const [viewerHere, viewerThere] = viewers;
		expect(viewerHere.n).toBe(viewerThere.n);

		const segmentId = runningSegment(chair.state)!.segment.id;
		const delegationId = delegate.audience.replace("delegation:", "");
		const list = listOf(chair.state, segmentId);
		const needs = [...desk.state.needs.needs.values()];
		let last = 0;
		for (let index = 0; index < 10; index += 1) {
			const first = list.order[index % 2]!;
			const second = list.order[1 - (index % 2)]!;
			const move: Command = { type: "moveEntry", segmentId, entryId: first, before: second, reason: "Order" };
			const [atDesk] = await Promise.all([
				accepted(desk, `need-of-${index}`, changeNeed(needs[0]!.id, 20 + index)),
				accepted(delegate, `draft-of-${index}`, {
					type: "draftPledge",
					delegationId,
					content: content({ title: `Pledge ${index}`, needId: null, quantity: 0 }),
				}),
				chair.client.command(move, `move-by-${index}`),
			]);
			last = Math.max(last, atDesk);
		}
		const end = await accepted(desk, "need-of-end", changeNeed(needs[0]!.id, 99));
		const total = end - desk.n;
		expect(total).toBeGreaterThanOrEqual(11);
		const [here, there] = await Promise.all([enter(one), enter(other)]);
		expect(here.n).toBe(there.n);
		expect(here.state).toEqual(there.state);
		const events = await eventsUntil(viewerHere, here.n);
		expect(events.length).toBeGreaterThanOrEqual(11);
		expect(await eventsUntil(viewerThere, there.n)).toEqual(events);
		expect(viewerHere.client.wire + viewerThere.client.wire).not.toContain("PledgeDrafted");
	}, 60_000);

	test("a delegate on one asks for the floor, the chair on the other gives it", async () => {
		const { one, other } = await twoNodes();
		const desk = await enter(one, await one.cookie("secretariat"));
		const chair = await enter(other, await other.cookie("chair"));
		const segmentId = runningSegment(chair.state)!.segment.id;
		const list = listOf(chair.state, segmentId);
		const heard = [...chair.state.statements.statements.values()].map(({ delegationId }) => delegationId);
		const waiting = list.order.map((id) => list.entries.get(id)!.delegationId);
		const free = [...desk.state.delegations.representatives.values()].find(
			({ role, rights, delegationId }) =>
				role === "delegate" &&
				rights.includes("speak") &&
				![...heard, ...waiting].includes(delegationId ?? ""),
		)!;
		const delegate = await enter(one, await one.cookieBy(await one.makeLink(free.id)));
		const n = await accepted(delegate, "request-floor", {
			type: "inscribe",
			segmentId,
			delegationId: free.delegationId!,
			speakerId: free.id,
			language: "en",
			onBehalfOf: null,
			reason: null,
		});
		const [inscribed] = await eventsUntil(chair, chair.n + 1);
		expect(inscribed).toMatchObject({ type: "DelegationInscribed" });
		const entryId = (inscribed as { data: { entry: { id: string } } }).data.entry.id;
		await accepted(chair, "give-the-floor", {
			type: "giveFloor",
			segmentId,
			entryId,
			after: chair.state.floor.statement?.id ?? null,
		});
		const frames = await delegate.client.untilPosition(delegate.n, n + 1);
		const last = frames.flatMap(({ events }) => events).at(-1);
		expect(last).toMatchObject({
			type: "FloorGiven",
			data: { statement: { delegationId: free.delegationId } },
		});
	}, 60_000);

	test("go on when one is killed", async () => {
		const { one, other } = await twoNodes();
		const cookie = await one.cookie("secretariat");
		const desk = await enter(one, cookie);
		const [need] = desk.state.needs.needs.values();
		await accepted(desk, "before-the-end", changeNeed(need!.id, 41));
		await one.kill();
		const moved = await enter(other, cookie);
		expect(moved.n).toBe(desk.n + 1);
		expect(await accepted(moved, "after-the-end", changeNeed(need!.id, 42))).toBe(moved.n + 1);
		expect(await health(other)).toBe(200);
	}, 60_000);
});

describe("a server whose Redis is gone", () => {
	test("refuses acts, still shows everything, and recovers by itself", async () => {
		const { redis, one } = await twoNodes();
		const cookie = await one.cookie("secretariat");
		const desk = await enter(one, cookie);
		const [need] = desk.state.needs.needs.values();
		await redis.crash();
		while (await desk.client.journal.next());
		expect(await desk.client.command(changeNeed(need!.id, 43), "while-it-is-gone")).toMatchObject({
			status: "refused",
			code: "journalUnavailable",
		});
		expect(await health(one)).toBe(503);
		expect(await snapshotOf(one, "public")).toMatchObject({ profile: { id: one.conferenceId } });
		expect((await fetch(one.at(`/${one.conferenceId}`))).status).toBe(200);

		await redis.restart();
		while (!(await desk.client.journal.next()));
		expect(await health(one)).toBe(200);
		expect(await accepted(desk, "while-it-is-gone", changeNeed(need!.id, 43))).toBe(desk.n + 1);
		const [changed] = await eventsUntil(desk, desk.n + 1);
		expect(changed).toMatchObject({ type: "NeedChanged", data: { quantity: 43 } });
	}, 60_000);
});
