import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ConferenceClient } from "../../client/conference/conferenceClient.ts";
import type { KeepingPlace } from "../../client/conference/pendingCommands.ts";
import type { Wire, WireHandlers } from "../../client/conference/wire.ts";
import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import { encodeState } from "../../shared/conference/snapshot.ts";
import { emptyState } from "../../shared/conference/state.ts";
import type { Boot } from "../../shared/protocol/boot.ts";
import type { ClockAnswer } from "../../shared/protocol/clock.ts";
import type { CommandAnswer, CommandMessage } from "../../shared/protocol/command.ts";
import type { JoinAnswer, JoinMessage } from "../../shared/protocol/join.ts";

const seat = {
	representativeId: "kor-1",
	role: "delegate" as const,
	delegationId: "kor",
	rights: ["speak" as const],
	channel: null,
};
const conferenceNow = Date.UTC(2021, 11, 7, 7, 42);

function event(name: string): ProjectedEvent {
	const need = { id: name, title: { en: name }, category: "other", quantity: 1 };
	return { type: "NeedsPublished", at: conferenceNow, data: { needs: [need] } };
}

function frame(from: number, ...names: string[]) {
	return { from, to: from + names.length - 1, events: names.map(event) };
}

function snapshot(n: number, audience = "delegation:kor") {
	return {
		conferenceId: "seoul",
		audience,
		n,
		epoch: "first",
		viewVersion: 1,
		protocolVersion: 1,
		state: encodeState(emptyState()),
	};
}

/** A question that the client asked, waiting for the test to answer it. */
interface Asked<Message, Answer> {
	readonly message: Message;
	answer(answer: Answer): Promise<void>;
	lose(): Promise<void>;
}

async function settle(): Promise<void> {
	await vi.advanceTimersByTimeAsync(0);
}

/** The server's end of the wire, in the hands of a test. */
class FakeServer {
	handlers: WireHandlers | undefined;
	tries = 0;
	closed = 0;
	readonly joins: Asked<JoinMessage, JoinAnswer>[] = [];
	readonly commands: Asked<CommandMessage, CommandAnswer>[] = [];
	clock: () => Promise<ClockAnswer> = () => Promise.resolve({ now: conferenceNow, rate: 1 });

	readonly open = (handlers: WireHandlers): Wire => {
		this.handlers = handlers;
		return {
			connect: () => {
				this.tries += 1;
			},
			close: () => {
				this.closed += 1;
			},
			join: (message) => ask(this.joins, message),
			command: (message) => ask(this.commands, message),
			media: () => Promise.reject(new Error("no media here")),
			clock: () => this.clock(),
		};
	};

	get to(): WireHandlers {
		return this.handlers!;
	}

	async connectAndJoin(
		n: number,
		over: Partial<Extract<JoinAnswer, { status: "joined" }>> = {},
	): Promise<void> {
		this.to.connected();
		await this.answerJoin(n, over);
	}

	async answerJoin(n: number, over: Partial<Extract<JoinAnswer, { status: "joined" }>> = {}): Promise<void> {
		await this.joins.at(-1)!.answer({
			status: "joined",
			audience: "delegation:kor",
			n,
			seat,
			now: conferenceNow,
			rate: 1,
			journalAvailable: true,
			...over,
		});
	}
}

function ask<Message, Answer>(list: Asked<Message, Answer>[], message: Message): Promise<Answer> {
	return new Promise((resolve, reject) => {
		list.push({
			message,
			answer: (answer) => {
				resolve(answer);
				return settle();
			},
			lose: () => {
				reject(new Error("lost"));
				return settle();
			},
		});
	});
}

function memoryKeep(): KeepingPlace {
	const kept = new Map<string, string>();
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key),
	};
}

const stops: (() => void)[] = [];

function page(over: { keep?: KeepingPlace; n?: number; reload?: (version: number) => boolean } = {}) {
	const server = new FakeServer();
	const fetched: string[] = [];
	const snapshots = { next: snapshot(0) };
	const boot: Boot = {
		conferenceId: "seoul",
		locale: "en",
		screen: "console",
		about: "",
		seat,
		person: null,
		snapshot: snapshot(over.n ?? 0),
		now: conferenceNow,
		rate: 1,
	};
	const client = new ConferenceClient(boot, {
		openWire: server.open,
		keep: over.keep ?? memoryKeep(),
		fetchJson: (path) => {
			fetched.push(path);
			return Promise.resolve(path.includes("directory") ? { version: 1, persons: [] } : snapshots.next);
		},
		online: () => true,
		reload: over.reload ?? (() => true),
	});
	const restored = client.start();
	stops.push(() => client.stop());
	const needs = () => [...client.state().needs.needs.keys()];
	return { client, server, fetched, snapshots, restored, needs };
}

const yieldFloor = { type: "yieldFloor", statementId: "s1" } as const;

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	vi.useRealTimers();
});

describe("the stream", () => {
	test("joins with the position of its snapshot and folds what follows", async () => {
		const { client, server, needs } = page({ n: 4 });
		server.to.connected();
		expect(server.joins[0]?.message).toMatchObject({ since: 4, audience: "delegation:kor" });
		await server.answerJoin(5);
		server.to.frame(frame(5, "a"));
		expect(needs()).toEqual(["a"]);
		expect(client.n).toBe(5);
	});

	test("a duplicate is ignored and does not wake the screens", async () => {
		const { client, server, needs } = page();
		await server.connectAndJoin(0);
		server.to.frame(frame(1, "a", "b"));
		const woken = vi.fn();
		client.subscribe(woken);
		server.to.frame(frame(1, "a"));
		server.to.frame(frame(2, "b"));
		expect(woken).not.toHaveBeenCalled();
		expect(needs()).toEqual(["a", "b"]);
	});

	test("of an overlapping frame only the new part is folded", async () => {
		const { client, server, needs } = page();
		await server.connectAndJoin(0);
		server.to.frame(frame(1, "a", "b"));
		server.to.frame(frame(2, "not again", "c"));
		expect(needs()).toEqual(["a", "b", "c"]);
		expect(client.n).toBe(3);
	});

	test("a gap asks for what is missing, once, and folds nothing meanwhile", async () => {
		const { server, needs } = page();
		await server.connectAndJoin(0);
		server.to.frame(frame(1, "a"));
		server.to.frame(frame(4, "d"));
		server.to.frame(frame(5, "e"));
		expect(needs()).toEqual(["a"]);
		expect(server.joins).toHaveLength(2);
		expect(server.joins[1]?.message.since).toBe(1);
		await server.answerJoin(5);
		server.to.frame(frame(2, "b", "c", "d", "e"));
		expect(needs()).toEqual(["a", "b", "c", "d", "e"]);
	});

	test("resync takes a fresh snapshot of the audience that the server names, then joins from there", async () => {
		const { client, server, fetched, snapshots } = page();
		snapshots.next = snapshot(40, "podium:kor");
		server.to.connected();
		await server.joins[0]!.answer({ status: "resync", audience: "podium:kor" });
		expect(fetched).toEqual(["/api/conferences/seoul/snapshot?as=podium%3Akor"]);
		expect(server.joins[1]?.message).toMatchObject({ since: 40, audience: "podium:kor" });
		await server.answerJoin(40, { audience: "podium:kor" });
		expect(client.audience).toBe("podium:kor");
		expect(client.n).toBe(40);
	});

	test("a server that is behind the page is not believed: the page starts afresh", async () => {
		const { client, server, snapshots } = page({ n: 9 });
		snapshots.next = snapshot(3);
		await server.connectAndJoin(3);
		await server.answerJoin(3);
		expect(client.n).toBe(3);
	});

	test("what was missed is folded but is not news", async () => {
		const { client, server } = page();
		const heard: boolean[] = [];
		client.onEvents((_events, live) => heard.push(live));
		await server.connectAndJoin(2);
		server.to.frame(frame(1, "a", "b"));
		server.to.frame(frame(3, "c"));
		expect(heard).toEqual([false, true]);
	});

	test("an answer to a join that was overtaken by a disconnection is ignored", async () => {
		const { client, server } = page();
		server.to.connected();
		server.to.disconnected();
		await server.answerJoin(0);
		expect(client.connection.get().status).not.toBe("connected");
	});
});

describe("commands", () => {
	test("resolve when the own stream shows the effect", async () => {
		const { client, server } = page();
		await server.connectAndJoin(0);
		const outcome = vi.fn();
		void client.send(yieldFloor).then(outcome);
		await server.commands[0]!.answer({ status: "accepted", n: 1, created: null });
		expect(outcome).not.toHaveBeenCalled();
		server.to.frame(frame(1, "a"));
		await settle();
		expect(outcome).toHaveBeenCalledWith({ status: "accepted", created: null });
	});

	test("a refusal resolves at once with its code", async () => {
		const { client, server } = page();
		await server.connectAndJoin(0);
		const sent = client.send(yieldFloor);
		await server.commands[0]!.answer({ status: "refused", code: "floorFree", params: {} });
		await expect(sent).resolves.toEqual({ status: "refused", code: "floorFree", params: {} });
	});

	test("lost with the connection they are sent again under the same id", async () => {
		const { client, server } = page();
		await server.connectAndJoin(0);
		const sent = client.send(yieldFloor);
		server.to.disconnected();
		await server.commands[0]!.lose();
		await vi.advanceTimersByTimeAsync(5_000);
		expect(server.commands).toHaveLength(1);
		await server.connectAndJoin(1);
		expect(server.commands).toHaveLength(2);
		expect(server.commands[1]?.message).toEqual(server.commands[0]?.message);
		server.to.frame(frame(1, "a"));
		await server.commands[1]!.answer({ status: "accepted", n: 1, created: "x" });
		await expect(sent).resolves.toEqual({ status: "accepted", created: "x" });
	});

	test("given while disconnected they wait for the connection", async () => {
		const { client, server } = page();
		void client.send(yieldFloor);
		expect(server.commands).toHaveLength(0);
		await server.connectAndJoin(0);
		expect(server.commands).toHaveLength(1);
	});

	test("an unknown outcome is asked again under the same id", async () => {
		const { client, server } = page();
		await server.connectAndJoin(0);
		const sent = client.send(yieldFloor);
		await server.commands[0]!.answer({ status: "refused", code: "outcomeUnknown", params: {} });
		await vi.advanceTimersByTimeAsync(2_000);
		expect(server.commands[1]?.message.id).toBe(server.commands[0]?.message.id);
		await server.commands[1]!.answer({ status: "refused", code: "floorChanged", params: {} });
		await expect(sent).resolves.toMatchObject({ code: "floorChanged" });
	});

	test("survive a reload of the page under their ids", async () => {
		const keep = memoryKeep();
		const reload = vi.fn(() => true);
		const first = page({ keep, reload });
		void first.client.send(yieldFloor);
		first.server.to.connected();
		await first.server.joins[0]!.answer({ status: "reload", protocolVersion: 2 });
		expect(reload).toHaveBeenCalledWith(2);
		first.client.stop();

		const second = page({ keep });
		await second.server.connectAndJoin(0);
		expect(second.server.commands[0]?.message.command).toEqual(yieldFloor);
		await second.server.commands[0]!.answer({ status: "accepted", n: 0, created: null });
		await expect(second.restored[0]).resolves.toEqual({ status: "accepted", created: null });
		expect(page({ keep }).restored).toHaveLength(0);
	});

	test("after the sign-in is revoked they are refused", async () => {
		const { client, server } = page();
		await server.connectAndJoin(0);
		const sent = client.send(yieldFloor);
		server.to.signedOut({ reason: "revoked" });
		await expect(sent).resolves.toMatchObject({ code: "signedOut" });
		await expect(client.send(yieldFloor)).resolves.toMatchObject({ code: "signedOut" });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(server.tries).toBe(1);
	});
});

describe("the connection", () => {
	test("reconnecting, offline, and back with how long one was away", async () => {
		const { client, server } = page();
		const status = () => client.connection.get().status;
		expect(status()).toBe("connecting");
		await server.connectAndJoin(0);
		expect(client.connection.get()).toEqual({ status: "connected", back: null });
		server.to.disconnected();
		expect(status()).toBe("reconnecting");
		for (let tries = 0; tries < 6; tries += 1) {
			await vi.advanceTimersByTimeAsync(10_000);
			server.to.disconnected();
		}
		expect(client.connection.get()).toMatchObject({ status: "offline", since: expect.any(Number) });
		await vi.advanceTimersByTimeAsync(2_000);
		const away = 62_000;
		await server.connectAndJoin(3);
		expect(client.connection.get()).toEqual({ status: "connected", back: { awayMs: away, changes: 3 } });
		await vi.advanceTimersByTimeAsync(10_000);
		expect(client.connection.get()).toEqual({ status: "connected", back: null });
	});

	test("tryNow does not wait", async () => {
		const { client, server } = page();
		await server.connectAndJoin(0);
		client.tryNow();
		expect(server.tries).toBe(1);
		server.to.disconnected();
		client.tryNow();
		expect(server.tries).toBe(2);
		expect(client.connection.get()).toMatchObject({ status: "reconnecting", nextTryAt: null });
	});

	test("says when acts cannot be recorded, and when they can again", async () => {
		const { client, server } = page();
		await server.connectAndJoin(0, { journalAvailable: false });
		expect(client.connection.get().status).toBe("journalDown");
		server.to.journal({ available: true });
		expect(client.connection.get().status).toBe("connected");
	});

	test("a reload that has just been done in vain is not repeated", async () => {
		const { client, server } = page({ reload: () => false });
		await server.connectAndJoin(0);
		server.to.disconnected();
		await vi.advanceTimersByTimeAsync(1_000);
		server.to.connected();
		await server.joins.at(-1)!.answer({ status: "reload", protocolVersion: 2 });
		expect(client.connection.get().status).toBe("reconnecting");
		expect(server.closed).toBe(1);
	});
});

describe("the clock", () => {
	test("believes the reading with the shortest way and honours the rate", async () => {
		const { client, server } = page();
		const delays = [400, 20, 600, 300, 500];
		const trueNow = () => conferenceNow + 1_000_000 + performance.now() * 20;
		// All of the delay is on the way back: the worst case for the guess of half the round trip.
		server.clock = async () => {
			const answer = { now: trueNow(), rate: 20 };
			await new Promise((resolve) => setTimeout(resolve, delays.shift() ?? 1000));
			return answer;
		};
		await server.connectAndJoin(0, { now: trueNow(), rate: 20 });
		await vi.advanceTimersByTimeAsync(5_000);
		expect(Math.abs(client.clock.now() - trueNow())).toBeLessThanOrEqual(10 * 20);
	});

	test("ticks on the whole seconds of the clock that is shown, at most four times a second", async () => {
		const { client, server } = page();
		await server.connectAndJoin(0);
		client.clock.align(conferenceNow + 300);
		const ticks: number[] = [];
		const stop = client.clock.subscribe(() => ticks.push(client.clock.ticked()));
		await vi.advanceTimersByTimeAsync(5_000);
		stop();
		expect(ticks.length).toBeGreaterThanOrEqual(4);
		expect(ticks.length).toBeLessThanOrEqual(20);
		for (const tick of ticks) expect(Math.abs((tick - conferenceNow - 300) % 1000)).toBe(0);
	});
});
