import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { DomainEvent } from "../../shared/conference/decider.ts";
import { evolve, evolveFork } from "../../shared/conference/decider.ts";
import { emptyState, Fork } from "../../shared/conference/state.ts";
import { tally } from "../../shared/conference/tally.ts";
import {
	fingerprint,
	firstFingerprint,
	secondFingerprint,
	thirdFingerprint,
} from "../support/fingerprint.ts";
import { checkInvariants } from "../support/invariants.ts";
import { secondTally } from "../support/secondTally.ts";

/**
 * Journals recorded once, with the fingerprint of the state to which they led, in the shape that it had then. Shipped event types never
 * change their meaning: a test that turns red here has broken somebody's record, and is not to be recorded anew.
 */
const journals = [
	{
		file: "random-2022.jsonl",
		fingerprint: "a4279131935d481a264f88f2981d5fbc4f9809055b522ecc3120da90bab1c499",
		fingerprintOf: firstFingerprint,
	},
	{
		file: "random-2031.jsonl",
		fingerprint: "5ef42874c174bf84c5a96c42fc629084be169d0d7ab560e2c682e04f01e69f89",
		fingerprintOf: secondFingerprint,
	},
	{
		file: "random-2050.jsonl",
		fingerprint: "ba1945082e4aaf7f31ade9179b9dda14873f5621e5c24baee660ea05680c8192",
		fingerprintOf: thirdFingerprint,
	},
	{
		file: "random-2077.jsonl",
		fingerprint: "6a9eb8628b56e5f1f07bb9abaa02d9a8c8a5f1de611f105d500c1232addcbd0c",
		fingerprintOf: fingerprint,
	},
];

interface JournalLine {
	readonly seq: number;
	readonly time: number;
	readonly type: DomainEvent["type"];
	readonly data: unknown;
}

it.each(journals)(
	"CO4 $file replays to the same state for ever",
	({ file, fingerprint: expected, fingerprintOf }) => {
		const lines = readFileSync(join(import.meta.dirname, "../journals", file), "utf8")
			.trimEnd()
			.split("\n");
		const records = lines.map((line) => JSON.parse(line) as JournalLine);
		expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
		const events = records.map(({ type, time, data }) => ({ type, at: time, data }) as DomainEvent);

		const replayed = events.reduce(evolve, emptyState());
		expect(fingerprintOf(replayed)).toBe(expected);
		checkInvariants(replayed);
		const { pledges, delegations, units } = tally(replayed);
		expect(secondTally(records)).toMatchObject({ pledges, delegations, units });

		const fork = new Fork(emptyState());
		for (const event of events) evolveFork(fork, event);
		expect(fingerprintOf(fork.finish())).toBe(expected);
	},
);
