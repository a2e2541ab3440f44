import { JournalDamaged, type JournalRecord, type StoredRecord } from "./journal.ts";

function parse(seq: number, bytes: string): JournalRecord {
	let record: unknown;
	try {
		record = JSON.parse(bytes);
	} catch {
		record = undefined;
	}
	// The place must agree with the bytes, or a record moved by hand would be folded in the wrong order.
	if (typeof record !== "object" || record === null || !("seq" in record) || record.seq !== seq) {
		throw new JournalDamaged(
			`Record ${seq} of the journal is damaged. Run \`npm run verify\` to see what is wrong, then restore a backup.`,
		);
	}
	return record as JournalRecord;
}

/**
 * A record as it was read. The bytes are parsed when somebody first asks for the record: reading never throws
 * over a damaged one (so that it can be named), folding it always does.
 */
export class KeptRecord implements StoredRecord {
	readonly bytes: string;
	readonly hash: string;
	readonly #seq: number;
	#record: JournalRecord | undefined;

	constructor(seq: number, bytes: string, hash: string) {
		this.#seq = seq;
		this.bytes = bytes;
		this.hash = hash;
	}

	/** @throws JournalDamaged */
	get record(): JournalRecord {
		this.#record ??= parse(this.#seq, this.bytes);
		return this.#record;
	}
}
