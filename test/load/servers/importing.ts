import { randomUUID } from "node:crypto";
import { Conference } from "../../../server/conference/conference.ts";
import type { NewRecord } from "../../../server/journal/journal.ts";
import { emptyHead } from "../../../server/journal/journal.ts";
import { SqliteJournal } from "../../../server/journal/sqliteJournal.ts";
import { answer } from "../child.ts";
import { defineSmallConference, draft } from "./smallConference.ts";

/** A conference that takes a file of pledges, and the journal alone with the very same records. */
const [, , dataDir = ""] = process.argv;
const journal = await SqliteJournal.open({ dataDir });

interface Imported {
	/** From the command to its acknowledgement, on disk. */
	readonly ms: number;
	/** The same records appended by nobody but the journal. */
	readonly bareMs: number;
	readonly records: number;
}

/** Each import goes into a conference of its own, so that every round begins with the same. */
async function imported(count: number): Promise<Imported> {
	const id = `import-${randomUUID()}`;
	const options = { id, plateOf: () => undefined, report: (error: unknown) => console.error(error) };
	const conference = await Conference.open({ ...options, journal });
	await defineSmallConference(conference);
	const before = conference.state.pledges.pledges.size;
	const pledges = Array.from({ length: count }, (_, index) => ({
		delegationId: "idn",
		stage: "announced" as const,
		content: { ...draft.content, title: `${draft.content.title}, number ${index + 1}` },
	}));
	globalThis.gc?.();
	const began = performance.now();
	const outcome = await conference.execute("desk", "import", { type: "importPledges", pledges });
	const ms = performance.now() - began;
	if (outcome.status !== "accepted") throw new Error(JSON.stringify(outcome));
	if (conference.state.pledges.pledges.size !== before + count) throw new Error("Pledges are missing.");
	await conference.close();
	const records: NewRecord[] = [];
	for await (const batch of journal.readSince(id, 0))
		for (const { record } of batch) if (record.type === "PledgeImported") records.push(record);
	globalThis.gc?.();
	const bareBegan = performance.now();
	const appended = await journal.append(`bare-${id}`, emptyHead, records);
	const bareMs = performance.now() - bareBegan;
	if (appended.status !== "appended" || records.length !== count)
		throw new Error("The control is not the same.");
	return { ms, bareMs, records: records.length };
}

answer(({ count }: { count: number }) => imported(count));
process.send?.("ready");
