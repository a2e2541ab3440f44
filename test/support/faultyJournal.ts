import {
	type AppendResult,
	type Head,
	JournalUnavailable,
	JournalUnknown,
	type NewRecord,
} from "../../server/journal/journal.ts";
import { MemoryJournal } from "../../server/journal/memoryJournal.ts";

/** `unknown-stored`: the batch is taken and the reply lost; `unknown-lost`: batch and reply are lost. */
export type Fault = "unavailable" | "unknown-stored" | "unknown-lost";

/** A journal in memory that fails when it is told to. */
export class FaultyJournal extends MemoryJournal {
	readonly #faults: Fault[] = [];
	/** How often something was to be appended. */
	appends = 0;

	/** The next append fails in this way; several faults strike one after the other. */
	failNext(fault: Fault): void {
		this.#faults.push(fault);
	}

	/** While false, nothing is taken and listeners are told so. */
	setAvailable(available: boolean): void {
		this.availability.set(available);
	}

	override async append(
		conferenceId: string,
		expected: Head,
		records: readonly NewRecord[],
	): Promise<AppendResult> {
		this.appends += 1;
		const fault = this.#faults.shift();
		switch (fault) {
			case undefined:
				return super.append(conferenceId, expected, records);
			case "unavailable":
				throw new JournalUnavailable("Told to be unavailable.");
			case "unknown-stored":
				await super.append(conferenceId, expected, records);
				throw new JournalUnknown("Told to lose the reply.");
			case "unknown-lost":
				throw new JournalUnknown("Told to lose batch and reply.");
		}
	}
}
