import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { ConferenceDefinition, RehearsalDefinition } from "../../shared/conference/definition.ts";
import { conferenceDefinition, rehearsalDefinition } from "../../shared/conference/definition.ts";

/** A definition that cannot be used. The message names each field and what is expected there, for an organiser to mend. */
export class DefinitionProblem extends Error {
	override name = "DefinitionProblem";
}

/** What is wrong and where, for the organiser: `delegations[3].id: ...`. */
export function problem(path: string, text: string): DefinitionProblem {
	return new DefinitionProblem(`${path}: ${text}`);
}

/** Reads an organiser's conference. @throws DefinitionProblem */
export async function readConferenceFile(path: string | URL): Promise<ConferenceDefinition> {
	return readDefinition(path, conferenceDefinition);
}

/** Reads what turns a conference into a rehearsal. @throws DefinitionProblem */
export async function readRehearsalFile(path: string | URL): Promise<RehearsalDefinition> {
	return readDefinition(path, rehearsalDefinition);
}

async function readDefinition<T>(path: string | URL, schema: z.core.$ZodType<T>): Promise<T> {
	const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
		throw new DefinitionProblem(`${path}: cannot be read (${error.code}). Give the path of a JSON file.`);
	});
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		throw new DefinitionProblem(`${path}: is not JSON: ${(error as Error).message}`);
	}
	const parsed = z.safeParse(schema, json, { error: z.core.locales?.en?.().localeError });
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues
		.slice(0, 20)
		.map((issue) => `  ${fieldPath(issue.path)}: ${issue.message}`);
	const more = parsed.error.issues.length - problems.length;
	if (more > 0) problems.push(`  and ${more} more`);
	throw new DefinitionProblem(`${path}: cannot be used as it is.\n${problems.join("\n")}`);
}

/** `meetings[2].start`, as one would write it. */
function fieldPath(path: readonly PropertyKey[]): string {
	if (path.length === 0) return "(the file)";
	return path.reduce<string>((written, key) => {
		if (typeof key === "number") return `${written}[${key}]`;
		return written === "" ? String(key) : `${written}.${String(key)}`;
	}, "");
}
