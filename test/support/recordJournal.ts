import { writeFileSync } from "node:fs";
import { fingerprint } from "./fingerprint.ts";
import { RandomSession } from "./random.ts";

/**
 * Records a random session as a journal that must replay to the same state for ever:
 * `node test/support/recordJournal.ts SEED COMMANDS FILE`. Recorded journals are never recorded anew; when the
 * domain gains events, record another beside them.
 */
const [seed, commands, file] = process.argv.slice(2);
if (seed === undefined || commands === undefined || file === undefined)
	throw new Error("Usage: node test/support/recordJournal.ts SEED COMMANDS FILE");
const session = new RandomSession(Number(seed));
for (const _ of session.begin());
for (const _ of session.commands(Number(commands)));
const lines = session.records.map((record) => JSON.stringify(record));
writeFileSync(file, `${lines.join("\n")}\n`);
console.info(`${session.records.length} events, fingerprint ${fingerprint(session.state)}`);
