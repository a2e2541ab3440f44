import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Child } from "./child.ts";
import type { Measurement } from "./report.ts";
import { atMost, compare } from "./report.ts";
import { median, quantile } from "./statistics.ts";

const rounds = 25;

/** G6, G6c, G6d: what an act costs until it is on disk, and what it leaves for everybody else. */
export async function benchActs(): Promise<Measurement[]> {
	const directory = await mkdtemp(join(tmpdir(), "plenaria-bench-"));
	const { child: ours } = await Child.start("./servers/conference.ts", [directory]);
	const { child: control } = await Child.start("./controls/fdatasync.ts", [
		join(directory, "control.bin"),
		"512",
	]);
	try {
		const p50 = { ours: [] as number[], control: [] as number[] };
		const p99 = { ours: [] as number[], control: [] as number[] };
		const rate = { ours: [] as number[], control: [] as number[] };
		const delay = { ours: [] as number[], control: [] as number[] };
		for (let round = 0; round < rounds; round += 1) {
			const paced = { kind: "paced", perSecond: 200, count: 100 };
			const acts = await ours.ask<number[]>(paced);
			const syncs = await control.ask<number[]>(paced);
			p50.ours.push(median(acts));
			p50.control.push(median(syncs));
			p99.ours.push(quantile(acts, 0.99));
			p99.control.push(quantile(syncs, 0.99));
			rate.ours.push(await ours.ask<number>({ kind: "flat", commanders: 100, count: 2000 }));
			rate.control.push(await control.ask<number>({ kind: "flat", perSecond: 0, count: 200 }));
			delay.ours.push(await ours.ask<number>({ kind: "loopDelay", perSecond: 200, ms: 250 }));
			delay.control.push(await ours.ask<number>({ kind: "loopDelay", perSecond: 0, ms: 250 }));
		}
		return [
			compare({ goal: "G6", what: "durable act at 200/s, p50, against fdatasync", unit: "ms" }, p50, {
				words: "<= 2.50 +0.5 ms",
				met: (_ratio, mine, bare) => mine <= 2.5 * bare + 0.5,
			}),
			compare({ goal: "G6", what: "durable act at 200/s, p99, against fdatasync", unit: "ms" }, p99, {
				words: "<= 2.50 or +5 ms",
				met: (ratio, mine, bare) => ratio <= 2.5 || mine <= bare + 5,
			}),
			compare(
				{ goal: "G6c", what: "acknowledged acts, 100 people acting, against fdatasync", unit: "/s" },
				rate,
				{
					words: ">= 20",
					met: (ratio) => ratio >= 20,
				},
			),
			compare(
				{ goal: "G6d", what: "delay of the main loop at 200 acts/s, against idle", unit: "ms" },
				delay,
				atMost(1.3),
			),
		];
	} finally {
		await ours.stop();
		await control.stop();
		await rm(directory, { recursive: true, force: true });
	}
}

/** G8: a restart with a hundred thousand events, against reading and parsing the same rows. */
export async function benchReplay(): Promise<Measurement> {
	const directory = await mkdtemp(join(tmpdir(), "plenaria-bench-"));
	const { child: ours } = await Child.start("./servers/conference.ts", [directory]);
	const { child: control } = await Child.start("./controls/readAndParse.ts", [
		join(directory, "bench.sqlite"),
		"SELECT bytes FROM records ORDER BY seq",
	]);
	try {
		await ours.ask({ kind: "fill", count: 100_000 });
		const taken = { ours: [] as number[], control: [] as number[] };
		for (let round = 0; round < rounds; round += 1) {
			taken.ours.push(await ours.ask<number>({ kind: "replay" }));
			const bare = await control.ask<{ ms: number; parsed: number }>({});
			if (bare.parsed < 100_000) throw new Error(`The control read ${bare.parsed} rows only`);
			taken.control.push(bare.ms);
		}
		return compare(
			{ goal: "G8", what: "restart with 100,000 events, against read and parse", unit: "ms" },
			taken,
			atMost(1.5),
		);
	} finally {
		await ours.stop();
		await control.stop();
		await rm(directory, { recursive: true, force: true });
	}
}

/** An import of five thousand pledges in one command, against the append of the same records by the journal alone. */
export async function benchImport(): Promise<Measurement> {
	const directory = await mkdtemp(join(tmpdir(), "plenaria-bench-"));
	const { child } = await Child.start("./servers/importing.ts", [directory]);
	try {
		const taken = { ours: [] as number[], control: [] as number[] };
		for (let round = 0; round < rounds + 2; round += 1) {
			const { ms, bareMs } = await child.ask<{ ms: number; bareMs: number }>({ count: 5000 });
			// The first two warm up.
			if (round < 2) continue;
			taken.ours.push(ms);
			taken.control.push(bareMs);
		}
		const name = { goal: "import", what: "5,000 pledges imported, against the bare append", unit: "ms" };
		return compare(name, taken, atMost(3));
	} finally {
		await child.stop();
		await rm(directory, { recursive: true, force: true });
	}
}
