import { affordable, startBare, startPlenaria, startRaw } from "./contestant.ts";
import type { Measurement } from "./report.ts";
import { atMost, compare } from "./report.ts";
import { median } from "./statistics.ts";

const rounds = 25;
/** Before what is measured: until the code is compiled and the buffers have grown. */
const warmUps = 10;

/** G1, G2: how soon the last of many viewers has a change of the tally, from the desk's press through the disk. */
export async function benchFanOut(viewers = 2000): Promise<Measurement[]> {
	const count = affordable(viewers);
	const ours = await startPlenaria(count, rounds + warmUps);
	const control = await startBare(count);
	const raw = await startRaw(count);
	const taken = { ours: [] as number[], raw: [] as number[], bare: [] as number[] };
	const shares = { ours: [] as number[], raw: [] as number[], bare: [] as number[] };
	try {
		for (const [index, trigger] of ours.triggers.entries()) {
			const own = await ours.contestant.round(trigger);
			// The controls send as many bytes as the server under measurement has just sent.
			const rawRound = await raw.round("x".repeat(own.bytes));
			const around = '42["frame",""]'.length;
			const bareRound = await control.contestant.round(`42["go","${"x".repeat(own.bytes - around)}"]`);
			if (index < warmUps) continue;
			taken.ours.push(own.ms);
			taken.raw.push(rawRound.ms);
			taken.bare.push(bareRound.ms);
			shares.ours.push(own.share);
			shares.raw.push(rawRound.share);
			shares.bare.push(bareRound.share);
		}
		// The busier of the two clients that are compared decides whether the figure is valid.
		const share = (control: "raw" | "bare") => Math.max(median(shares.ours), median(shares[control]));
		console.log(
			`      the viewers' process used ${percent(shares.ours)} of a core, with raw ws ${percent(shares.raw)}, with Socket.IO ${percent(shares.bare)}`,
		);
		const what = `tally change to the last of ${count} viewers`;
		return [
			compare(
				{ goal: "G1", what: `${what}, against raw ws`, unit: "ms" },
				{ ours: taken.ours, control: taken.raw },
				atMost(1.3),
				share("raw"),
			),
			compare(
				{ goal: "G2", what: `${what}, against Socket.IO`, unit: "ms" },
				{ ours: taken.ours, control: taken.bare },
				atMost(0.95),
				share("bare"),
			),
		];
	} finally {
		await ours.stop();
		await control.contestant.stop();
		await raw.stop();
	}
}

function percent(shares: readonly number[]): string {
	return `${Math.round(100 * median(shares))} %`;
}

const memoryRounds = 5;
const broadcasts = 20;

/** G4: what a viewer costs the server's memory, at rest and after some traffic; each round with processes of its own. */
export async function benchMemory(viewers = 2000): Promise<Measurement[]> {
	const count = affordable(viewers);
	const idle = { ours: [] as number[], control: [] as number[] };
	const used = { ours: [] as number[], control: [] as number[] };
	for (let round = 0; round < memoryRounds; round += 1) {
		const ours = await startPlenaria(count, broadcasts);
		const perViewer = (after: number, before: number) => (after - before) / count / 1024;
		idle.ours.push(perViewer(await ours.contestant.memory(), ours.before));
		let bytes = 0;
		for (const trigger of ours.triggers) bytes = (await ours.contestant.round(trigger)).bytes;
		used.ours.push(perViewer(await ours.contestant.memory(), ours.before));
		await ours.stop();

		const control = await startBare(count);
		idle.control.push(perViewer(await control.contestant.memory(), control.before));
		const trigger = `42["go","${"x".repeat(bytes)}"]`;
		for (let index = 0; index < broadcasts; index += 1) await control.contestant.round(trigger);
		used.control.push(perViewer(await control.contestant.memory(), control.before));
		await control.contestant.stop();
	}
	const goal = { goal: "G4", unit: "KiB" };
	return [
		compare({ ...goal, what: `memory per idle viewer of ${count}, against Socket.IO` }, idle, atMost(1.15)),
		compare({ ...goal, what: `the same after ${broadcasts} broadcasts` }, used, atMost(1.15)),
	];
}
