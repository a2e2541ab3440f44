import type { StoredRecord } from "./journal.ts";
import { KeptRecord } from "./keptRecord.ts";
import { JournalFile } from "./sqliteFile.ts";
import { journalError } from "./sqliteStore.ts";

const readSize = 1000;

/**
 * Reads one journal file, beside a running server too, without the directory's lock. For tools.
 * @throws JournalUnavailable or JournalDamaged when the file cannot be read.
 */
export async function* readJournalFile(path: string): AsyncIterable<StoredRecord[]> {
	let file: JournalFile | undefined;
	try {
		file = JournalFile.openReadOnly(path);
		for (let after = 0; ; ) {
			const { seqs, hashes, bytes } = file.read(after, readSize);
			if (seqs.length === 0) return;
			yield seqs.map((seq, index) => new KeptRecord(seq, bytes[index] ?? "", hashes[index] ?? ""));
			after = seqs.at(-1) ?? after;
		}
	} catch (error) {
		throw journalError(error, path, false);
	} finally {
		file?.close();
	}
}
