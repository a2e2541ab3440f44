import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { Outcome } from "../../../server/conference/conference.ts";
import { Conference } from "../../../server/conference/conference.ts";
import { SqliteJournal } from "../../../server/journal/sqliteJournal.ts";
import type { Command } from "../../../shared/conference/decider.ts";
import { answer } from "../child.ts";
import { defineSmallConference, draft } from "./smallConference.ts";

/** A conference on its real journal, in a process of its own, without a network: what an act costs. */
const [, , dataDir = ""] = process.argv;
const id = "bench";
const options = { id, plateOf: () => undefined, report: (error: unknown) => console.error(error) };

let journal = await SqliteJournal.open({ dataDir });
let conference = await Conference.open({ ...options, journal });
await defineSmallConference(conference);
let count = 0;

function act(command: Command): Promise<Outcome> {
	count += 1;
	return conference.execute("idn-minister", `act-${process.pid}-${count}`, command);
}

/** As many drafts as a large ministerial has: an act costs with the size of what it changes. */
const size = 1000;
let pledgeId: string | null = null;

async function prepare(): Promise<void> {
	if (pledgeId !== null) return;
	const made = await Promise.all(Array.from({ length: size }, () => act(draft)));
	const last = made.at(-1);
	if (last?.status !== "accepted") throw new Error(`The drafts were not taken: ${JSON.stringify(last)}`);
	pledgeId = last.created;
}

/** An ordinary act on a conference of that size, which leaves it at that size. */
function ordinary(): Promise<Outcome> {
	if (pledgeId === null) throw new Error("Prepare first.");
	return act({ type: "revisePledge", pledgeId, content: { ...draft.content, quantity: count % 500 } });
}

async function timed(): Promise<number> {
	const began = performance.now();
	const outcome = await ordinary();
	if (outcome.status !== "accepted") throw new Error(JSON.stringify(outcome));
	return performance.now() - began;
}

/** Acts at an even pace, whether or not the one before is done; gives the ms of each. */
async function paced(perSecond: number, acts: number): Promise<number[]> {
	const began = performance.now();
	const pending: Promise<number>[] = [];
	for (let index = 0; index < acts; index += 1) {
		pending.push(timed());
		const next = began + ((index + 1) * 1000) / perSecond;
		if (next > performance.now()) await wait(next - performance.now());
	}
	return Promise.all(pending);
}

/** Acts a second when so many people act at once, each as soon as the act before is acknowledged. */
async function flat(commanders: number, acts: number, one: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	let left = acts;
	const commander = async () => {
		while (left > 0) {
			left -= 1;
			await one();
		}
	};
	await Promise.all(Array.from({ length: commanders }, commander));
	return (acts * 1000) / (performance.now() - began);
}

/** Mean delay of the main loop in ms, with acts going on or without. */
async function loopDelay(perSecond: number, ms: number): Promise<number> {
	const monitor = monitorEventLoopDelay({ resolution: 1 });
	monitor.enable();
	if (perSecond > 0) await paced(perSecond, Math.round((perSecond * ms) / 1000));
	else await wait(ms);
	monitor.disable();
	return monitor.mean / 1e6;
}

/** Opens the journal anew and folds all of it; ms. */
async function replay(): Promise<number> {
	await conference.close();
	await journal.close();
	globalThis.gc?.();
	const began = performance.now();
	journal = await SqliteJournal.open({ dataDir });
	conference = await Conference.open({ ...options, journal });
	return performance.now() - began;
}

type Request =
	| { readonly kind: "paced"; readonly perSecond: number; readonly count: number }
	| { readonly kind: "flat"; readonly commanders: number; readonly count: number }
	| { readonly kind: "loopDelay"; readonly perSecond: number; readonly ms: number }
	| { readonly kind: "fill"; readonly count: number }
	| { readonly kind: "replay" };

answer(async (request: Request) => {
	if (request.kind !== "fill" && request.kind !== "replay") await prepare();
	switch (request.kind) {
		case "paced":
			return paced(request.perSecond, request.count);
		case "flat":
			return flat(request.commanders, request.count, ordinary);
		case "fill":
			return flat(500, request.count, () => act(draft));
		case "loopDelay":
			return loopDelay(request.perSecond, request.ms);
		case "replay":
			return replay();
	}
});
process.send?.("ready");
