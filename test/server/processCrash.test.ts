import { describe, expect, test } from "vitest";
import type { Command } from "../../shared/conference/decider.ts";
import type { CommandAnswer } from "../../shared/protocol/command.ts";
import { content } from "../support/factories.ts";
import { type Entered, enter, serverProcess, snapshotOf, verifyJournals } from "../support/processClient.ts";
import { Random } from "../support/random.ts";
import { testRedis } from "../support/redis.ts";
import type { ServerProcess } from "../support/serverProcess.ts";

const acts = 24;

interface Act {
	readonly id: string;
	readonly title: string;
	readonly command: Command;
}

/** A draft pledge is seen by its delegation alone, and nothing else in a rehearsal makes one with such a title. */
function actNumber(index: number, delegationId: string): Act {
	const title = `Pledge of act ${index}`;
	const given = content({ title, category: "medical", needId: null, quantity: 0 });
	return { id: `crash-act-${index}`, title, command: { type: "draftPledge", delegationId, content: given } };
}

/** A delegate whose servers die: what was not answered stays pending and is sent again under its id. */
class Delegate {
	readonly acknowledged = new Map<string, CommandAnswer>();
	#pending: Act[] = [];
	#screen: Entered | undefined;
	readonly #cookie: string;

	constructor(cookie: string) {
		this.#cookie = cookie;
	}

	/** Comes to a server and sends again what is pending, and an act that was acknowledged before: it must be answered the same. */
	async come(server: ServerProcess, again: Act | undefined): Promise<void> {
		this.#screen?.client.socket.disconnect();
		this.#screen = await enter(server, this.#cookie);
		for (const act of this.#pending.splice(0)) await this.act(act);
		if (again !== undefined) {
			const { created } = this.acknowledged.get(again.id) as { created: string };
			expect(await this.#send(again)).toMatchObject({ status: "accepted", created });
		}
	}

	async act(act: Act): Promise<void> {
		const answer = await this.#send(act);
		expect(answer).toMatchObject({ status: "accepted" });
		this.acknowledged.set(act.id, answer);
	}

	/** Sends without waiting; the server is about to die. Whether it was applied is not known. */
	actInVain(act: Act): void {
		this.#pending.push(act);
		this.#send(act).catch(() => {});
	}

	#send({ id, command }: Act): Promise<CommandAnswer> {
		if (this.#screen === undefined) throw new Error("Come first.");
		return this.#screen.client.command(command, id);
	}
}

/** Acts one by one; at random points the server is killed, after an acknowledgement or with an act on its way. */
async function actAmidCrashes(
	seed: number,
	nodes: readonly [ServerProcess, ...ServerProcess[]],
): Promise<{ titles: string[]; kills: number }> {
	const random = new Random(seed);
	const delegate = new Delegate(await nodes[0].cookie("host"));
	const all = Array.from({ length: acts }, (_, index) => actNumber(index, "kor"));
	let at = random.below(nodes.length);
	let kills = 0;
	await delegate.come(nodes[at]!, undefined);
	for (const [index, act] of all.entries()) {
		const isLast = index === all.length - 1;
		const dies = isLast || random.next() < 0.3;
		if (dies && !isLast && random.next() < 0.5) delegate.actInVain(act);
		else await delegate.act(act);
		if (!dies) continue;
		kills += 1;
		const dead = nodes[at]!;
		await dead.kill();
		const reborn = dead.restart();
		// With several nodes the delegate goes on at another one, while the dead one still starts.
		if (nodes.length === 1) await reborn;
		else at = (at + 1) % nodes.length;
		const known = all.filter(({ id }) => delegate.acknowledged.has(id));
		await delegate.come(nodes[at]!, known[random.below(known.length)]);
		await reborn;
	}
	expect(delegate.acknowledged.size, `seed ${seed}`).toBe(acts);
	return { titles: all.map(({ title }) => title), kills };
}

/** Titles of the test's pledges, in the order in which they were drafted. */
async function draftedAt(server: ServerProcess, cookie: string): Promise<string[]> {
	const { pledges } = await snapshotOf(server, "delegation:kor", cookie);
	return [...pledges.pledges.values()].map(({ title }) => title).filter((title) => title.includes("of act"));
}

describe("a server that is killed", () => {
	test.each([11, 12])(
		"has everything that it acknowledged, once, when it starts again (seed %i)",
		async (seed) => {
			const server = await serverProcess();
			const { titles, kills } = await actAmidCrashes(seed, [server]);
			expect(kills).toBeGreaterThan(3);
			const cookie = await server.cookie("host");
			// What was on its way in the moment of a crash may have been put in after what followed.
			expect((await draftedAt(server, cookie)).toSorted(), `seed ${seed}`).toEqual(titles.toSorted());
			expect(await server.stop()).toBe(0);
			expect(await verifyJournals({ DATA_DIR: server.dataDir })).toContain("seoul-2021");
		},
		120_000,
	);

	test("leaves everything that it acknowledged to another one on the same Redis", async () => {
		const seed = 21;
		const { url } = await testRedis();
		const one = await serverProcess({ redisUrl: url });
		const other = await serverProcess({ redisUrl: url });
		const { titles, kills } = await actAmidCrashes(seed, [one, other]);
		expect(kills).toBeGreaterThan(3);
		const cookie = await one.cookie("host");
		const drafted = await draftedAt(one, cookie);
		expect(drafted.toSorted(), `seed ${seed}`).toEqual(titles.toSorted());
		expect(await draftedAt(other, cookie)).toEqual(drafted);
		await Promise.all([one.stop(), other.stop()]);
		expect(await verifyJournals({ REDIS_URL: url })).toContain("seoul-2021");
	}, 120_000);
});
