import { describe, expect, onTestFinished, test } from "vitest";
import { LocalSignals, RedisSignals, type Signals } from "../../server/journal/signals.ts";
import { testRedis } from "../support/redis.ts";

/** The next message on a channel. */
function next(signals: Signals, channel: string): Promise<string> {
	const { promise, resolve } = Promise.withResolvers<string>();
	onTestFinished(signals.subscribe(channel, resolve));
	return promise;
}

const nodes = {
	LocalSignals: async (): Promise<readonly [Signals, Signals]> => {
		const signals = new LocalSignals();
		return [signals, signals];
	},
	RedisSignals: async (): Promise<readonly [Signals, Signals]> => {
		const { url } = await testRedis();
		return Promise.all([RedisSignals.open({ url }), RedisSignals.open({ url })]);
	},
};

describe.each(Object.entries(nodes))("%s", (_, open) => {
	test("reach every node, the sender's own too, on their channel and in order", async () => {
		const [one, other] = await open();
		onTestFinished(() => one.close());
		onTestFinished(() => other.close());
		const heard: string[] = [];
		onTestFinished(other.subscribe("presence", (message) => heard.push(message)));
		const ended = other.subscribe("presence", () => expect.unreachable());
		ended();
		const last = Promise.all([next(one, "last"), next(other, "last")]);
		for (const message of ["kor", "deu\n", "法国"]) one.publish("presence", message);
		one.publish("last", "done");
		expect(await last).toEqual(["done", "done"]);
		expect(heard).toEqual(["kor", "deu\n", "法国"]);
	});
});

test("RedisSignals hear again after Redis was restarted", async () => {
	const redis = await testRedis();
	const signals = await RedisSignals.open({ url: redis.url });
	onTestFinished(() => signals.close());
	await redis.restart();
	const heard = Promise.withResolvers<void>();
	onTestFinished(signals.subscribe("presence", () => heard.resolve()));
	// Both connections come back by themselves, when is theirs to decide: as with presence, the next signal says it.
	const beat = setInterval(() => signals.publish("presence", "here"), 10);
	onTestFinished(() => clearInterval(beat));
	await heard.promise;
});
