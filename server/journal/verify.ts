import { emptyHead, type Head, hashOf, type JournalRecord, type StoredRecord } from "./journal.ts";

/** The first record that is not what it should be, by its place in the journal, and why, in a full sentence. */
export interface FirstBad {
	readonly seq: number;
	readonly reason: string;
}

export type Verification =
	| { readonly ok: true; readonly head: Head }
	| { readonly ok: false; readonly firstBad: FirstBad };

function parse(bytes: string): JournalRecord | undefined {
	try {
		const value: unknown = JSON.parse(bytes);
		if (typeof value !== "object" || value === null) return undefined;
		const record = value as JournalRecord;
		const texts = [record.actor, record.commandId, record.commandHash, record.type, record.prev];
		const complete = texts.every((text) => typeof text === "string") && "data" in record;
		return complete && Number.isSafeInteger(record.seq) && Number.isFinite(record.time) ? record : undefined;
	} catch {
		return undefined;
	}
}

function reasonAgainst(stored: StoredRecord, head: Head, lastTime: number): string | JournalRecord {
	const seq = head.seq + 1;
	const record = parse(stored.bytes);
	if (record !== undefined && record.seq > seq)
		return `It is missing: the next one stored is record ${record.seq}.`;
	if (hashOf(stored.bytes) !== stored.hash)
		return "Its bytes are not those that were stored: their hash differs.";
	if (record === undefined) return "Its bytes are not a record.";
	if (record.seq !== seq) return `Its bytes say that it is record ${record.seq}.`;
	if (record.prev !== head.hash) {
		return seq === 1
			? "It does not start a journal: it names a record before it."
			: `It does not follow from record ${head.seq}: one of the two was changed.`;
	}
	if (record.time < lastTime) return `Its time is before that of record ${head.seq}.`;
	return record;
}

/**
 * Walks a journal from its first record and says whether it is whole: every hash is that of the exact bytes, each
 * record names the hash of the one before, numbers have no gap and time never runs back. A chain whose last
 * records were cut off, or that was rewritten from somewhere to its end, is whole in itself: only a head that
 * somebody else has kept (each export has it) proves more.
 */
export async function verifyChain(batches: AsyncIterable<readonly StoredRecord[]>): Promise<Verification> {
	let head = emptyHead;
	let time = Number.NEGATIVE_INFINITY;
	for await (const batch of batches) {
		for (const stored of batch) {
			const result = reasonAgainst(stored, head, time);
			if (typeof result === "string") return { ok: false, firstBad: { seq: head.seq + 1, reason: result } };
			head = { seq: result.seq, hash: stored.hash };
			time = result.time;
		}
	}
	return { ok: true, head };
}
