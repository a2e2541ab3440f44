import { readFile } from "node:fs/promises";
import { readConferenceFile, readRehearsalFile } from "./conference/definitionFile.ts";
import type { Beginning } from "./conference/establish.ts";
import { definingRecords } from "./conference/establish.ts";
import type { Person } from "./directory/directory.ts";
import { type Composition, composeConference, composeRehearsal } from "./rehearsal/compose.ts";
import { playHistory } from "./rehearsal/history.ts";
import type { Catalogue } from "./rehearsal/resolve.ts";

const shipped = new URL("../shared/conferences/", import.meta.url);

/** The list of delegations that ships with the project. */
async function readCatalogue(): Promise<Catalogue> {
	return JSON.parse(await readFile(new URL("delegations.json", shipped), "utf8")) as Catalogue;
}

/** What an organiser's file becomes, at the journal's real time `now`. @throws DefinitionProblem, DefinitionError */
export async function beginConference(file: string, now: number): Promise<Beginning> {
	const { definition, commands, persons } = composeConference(
		await readConferenceFile(file),
		await readCatalogue(),
	);
	return {
		id: definition.id,
		persons: persons.map(asPerson),
		records: () => definingRecords(definition.id, commands, now),
	};
}

/** The rehearsal that ships with the project: invented, in the middle of a session at the time `now`. */
export async function beginRehearsal(now: number): Promise<Beginning> {
	const rehearsal = composeRehearsal(
		await readConferenceFile(new URL("seoul-2021.json", shipped)),
		await readRehearsalFile(new URL("seoul-2021.rehearsal.json", shipped)),
		await readCatalogue(),
		{ now },
	);
	const { definition, commands, persons, script, from } = rehearsal;
	return {
		id: definition.id,
		persons: persons.map(asPerson),
		records: () => playHistory(commands, { script, persons }, from, now, 1).records,
	};
}

function asPerson({ contact, ...person }: Composition["persons"][number]): Person {
	return contact === null ? person : { ...person, contact };
}
