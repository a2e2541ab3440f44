import type { Command } from "../../shared/conference/decider.ts";
import { emptyState } from "../../shared/conference/state.ts";
import type { Directory, Person } from "../directory/directory.ts";
import type { Journal, NewRecord } from "../journal/journal.ts";
import { emptyHead } from "../journal/journal.ts";
import { decideBatch } from "./batch.ts";
import { CommandLog, commandHash } from "./commandLog.ts";
import { DefinitionProblem } from "./definitionFile.ts";

/** A conference that may have to be begun. */
export interface Beginning {
	readonly id: string;
	/** Names of the people that the first records accredit. */
	readonly persons: readonly Person[];
	/** The first records, made only when the journal is empty. */
	records(): readonly NewRecord[];
}

/**
 * Gives a conference its first records, once: a journal that has some is left as it is, because the record
 * wins over any file. Several servers may try at the same time; the journal lets one of them.
 * Returns whether this call began it.
 */
export async function establish(
	journal: Journal,
	directory: Directory,
	beginning: Beginning,
): Promise<boolean> {
	if (await hasRecords(journal, beginning.id)) return false;
	// Names first: nobody should see a representative without one, and an entry too many harms nobody.
	await directory.put(beginning.id, beginning.persons);
	const result = await journal.append(beginning.id, emptyHead, beginning.records());
	return result.status === "appended";
}

async function hasRecords(journal: Journal, conferenceId: string): Promise<boolean> {
	for await (const stored of journal.readSince(conferenceId, 0)) if (stored.length > 0) return true;
	return false;
}

/** The records of the commands that define a conference, as the system gives them. @throws DefinitionProblem when one is refused. */
export function definingRecords(
	conferenceId: string,
	commands: readonly Command[],
	now: number,
): readonly NewRecord[] {
	const batch = commands.map((command, index) => ({
		actorId: "system",
		commandId: `definition-${index}`,
		command,
		hash: commandHash(command),
	}));
	const decided = decideBatch(batch, {
		conferenceId,
		state: emptyState(),
		log: new CommandLog(),
		now: () => now,
		journalNow: () => now,
		plateOf: () => undefined,
		unreachableMs: () => 0,
		newSeed: () => "",
		report(error) {
			throw error;
		},
	});
	for (const [index, verdict] of decided.verdicts.entries())
		if ("rejection" in verdict) {
			const { code, params } = verdict.rejection;
			throw new DefinitionProblem(`${commands[index]?.type} is refused: ${code} ${JSON.stringify(params)}`);
		}
	return decided.records;
}
