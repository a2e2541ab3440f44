/**
 * `npm run verify -- [conference]` checks every record of one journal, or of all: in DATA_DIR, also beside a running
 * server, or in Redis when REDIS_URL is set. Names the first bad record and ends with 1 when there is one.
 */

import { isConferenceId } from "../journal/conferenceId.ts";
import type { StoredRecord } from "../journal/journal.ts";
import { RedisJournal } from "../journal/redisJournal.ts";
import { messageOf } from "../journal/sqliteDatabase.ts";
import { readJournalFile } from "../journal/sqliteReader.ts";
import { journalPath, journalsIn } from "../journal/sqliteStore.ts";
import { verifyChain } from "../journal/verify.ts";

interface Source {
	conferences(): Promise<string[]>;
	read(conferenceId: string): AsyncIterable<StoredRecord[]>;
	close(): Promise<void>;
}

async function openSource(dataDir: string, redisUrl: string | undefined): Promise<Source> {
	if (redisUrl) {
		const journal = await RedisJournal.open({ url: redisUrl });
		return {
			conferences: () => journal.conferences(),
			read: (conferenceId) => journal.readSince(conferenceId, 0),
			close: () => journal.close(),
		};
	}
	return {
		conferences: async () => journalsIn(dataDir),
		read: (conferenceId) => readJournalFile(journalPath(dataDir, conferenceId)),
		close: async () => {},
	};
}

/** Checks one conference and prints one line; says whether it is whole. */
async function verify(source: Source, conferenceId: string): Promise<boolean> {
	try {
		const result = await verifyChain(source.read(conferenceId));
		if (result.ok) {
			console.log(`${conferenceId}: whole. Head: record ${result.head.seq}, ${result.head.hash}`);
			return true;
		}
		console.error(`${conferenceId}: record ${result.firstBad.seq} is bad. ${result.firstBad.reason}`);
	} catch (error) {
		console.error(`${conferenceId}: ${messageOf(error)}`);
	}
	return false;
}

async function main(wanted: string | undefined): Promise<boolean> {
	const source = await openSource(process.env.DATA_DIR || "data", process.env.REDIS_URL);
	try {
		const known = await source.conferences();
		if (wanted !== undefined && !(isConferenceId(wanted) && known.includes(wanted))) {
			console.error(
				`There is no journal of a conference "${wanted}". There are: ${known.join(", ") || "none"}.`,
			);
			return false;
		}
		if (known.length === 0) console.log("There are no journals.");
		let whole = true;
		for (const conferenceId of wanted === undefined ? known : [wanted]) {
			whole = (await verify(source, conferenceId)) && whole;
		}
		return whole;
	} finally {
		await source.close();
	}
}

try {
	process.exitCode = (await main(process.argv[2])) ? 0 : 1;
} catch (error) {
	console.error(messageOf(error));
	process.exitCode = 1;
}
