import { readFile } from "node:fs/promises";
import type { ConferenceDefinition } from "../shared/conference/definition.ts";
import type { Catalogue } from "./conference/catalogue.ts";
import { composeConference } from "./conference/composition.ts";
import { readConferenceFile, readRehearsalFile } from "./conference/definitionFile.ts";
import type { Beginning } from "./conference/establish.ts";
import { definingRecords } from "./conference/establish.ts";
import { composeRehearsal } from "./rehearsal/compose.ts";
import { playHistory } from "./rehearsal/history.ts";
import type { Script } from "./rehearsal/script.ts";

const shipped = new URL("../shared/conferences/", import.meta.url);

/** The list of delegations that ships with the project. */
async function readCatalogue(): Promise<Catalogue> {
	return JSON.parse(await readFile(new URL("delegations.json", shipped), "utf8")) as Catalogue;
}

/** What an organiser's file becomes, at the journal's real time `now`. @throws DefinitionProblem */
export async function beginConference(file: string, now: number): Promise<Beginning> {
	const { definition, commands, persons } = composeConference(
		withSecretariat(await readConferenceFile(file)),
		await readCatalogue(),
	);
	return {
		id: definition.id,
		persons,
		records: () => definingRecords(definition.id, commands, now),
	};
}

/** Somebody has to let the others in: a file that names nobody for it gets one seat of the secretariat. */
function withSecretariat(definition: ConferenceDefinition): ConferenceDefinition {
	if (definition.representatives.some(({ role }) => role === "secretariat")) return definition;
	const secretariat: ConferenceDefinition["representatives"][number] = {
		id: "secretariat",
		role: "secretariat",
		level: "OT",
		rights: ["read"],
		name: "Secretariat",
		title: { en: "Secretariat", fr: "Secrétariat", ar: "الأمانة" },
	};
	return { ...definition, representatives: [...definition.representatives, secretariat] };
}

/** A rehearsal, and what its simulated participants play. */
export interface RehearsalBeginning extends Beginning {
	readonly script: Script;
}

/** The rehearsal that ships with the project: invented, in the middle of a session at the time `now`. */
export async function beginRehearsal(now: number): Promise<RehearsalBeginning> {
	const rehearsal = composeRehearsal(
		await readConferenceFile(new URL("seoul-2021.json", shipped)),
		await readRehearsalFile(new URL("seoul-2021.rehearsal.json", shipped)),
		await readCatalogue(),
		{ now },
	);
	const { definition, commands, persons, script, from, now: until } = rehearsal;
	return {
		id: definition.id,
		persons,
		script,
		records: () => playHistory(commands, { script, persons }, from, until).records,
	};
}
