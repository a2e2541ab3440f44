import { readFileSync } from "node:fs";
import * as z from "zod";
import { feedEvents } from "../../../shared/protocol/press.ts";
import { signInCookie } from "../cookies.ts";
import { type Body, namedSchemas, type Operation, operations } from "./operations.ts";

type Json = Readonly<Record<string, unknown>>;

const schemaAddress = (name: string) => `#/components/schemas/${name}`;

let made: string | undefined;

/** The description of everything under `/api` as OpenAPI 3.1, in JSON; made of the schemas when first asked for. */
export function openApi(): string {
	made ??= JSON.stringify(describe());
	return made;
}

function describe(): Json {
	const paths: Record<string, Record<string, Json>> = {};
	for (const operation of operations)
		paths[operation.path] = {
			...paths[operation.path],
			[operation.method]: operationObject(operation),
		};
	return {
		openapi: "3.1.0",
		info: {
			title: "Plenaria",
			version: version(),
			summary: "The public record of a conference, and what its secretariat does over HTTP",
			description:
				"What everybody may read, scripts of other sites may read as well. Acts of delegations and chairs go over the socket. Requests other than GET must come from the server's own origin.",
		},
		paths,
		components: {
			schemas: schemas(),
			securitySchemes: {
				signIn: {
					type: "apiKey",
					in: "cookie",
					name: signInCookie,
					description: "Set by a personal link (/join/TOKEN).",
				},
			},
		},
	};
}

function operationObject(operation: Operation): Json {
	const { id, path, summary, description, who, query = {}, headers = {}, body, answer } = operation;
	const refusals = [...(operation.refusals ?? []), ...(who === "everybody" ? [] : [401, 403])];
	const parameters = [
		...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
			...{ name, in: "path", required: true },
			schema: name === "format" ? { enum: ["json", "csv"] } : { type: "string" },
		})),
		...optional("query", query),
		...optional("header", headers),
	];
	return {
		operationId: id,
		summary,
		...(description === undefined ? {} : { description }),
		"x-who": who,
		...(who === "everybody" ? {} : { security: [{ signIn: [] }] }),
		...(parameters.length === 0 ? {} : { parameters }),
		...(body === undefined ? {} : { requestBody: { required: true, content: content(body) } }),
		responses: {
			[answer.status]: {
				description: answer.description,
				...(answer.body === undefined ? {} : { content: content(answer.body) }),
			},
			...Object.fromEntries(
				[...new Set(refusals)]
					.sort((a, b) => a - b)
					.map((status) => [status, { description: refusalWords[status], content: content("Refusal") }]),
			),
		},
	};
}

const refusalWords: Readonly<Record<number, string>> = {
	400: "The request is malformed",
	401: "Nobody is signed in",
	403: "Not for whoever is signed in",
	404: "There is no such thing, or not for the reader",
	409: "The rules of procedure do not allow it",
	410: "It is there no longer",
	412: "Another version of the tus protocol, or none",
	413: "Too large",
	415: "The bytes are not of an allowed type",
	416: "No such part",
	429: "Too many requests",
	503: "The server is full or cannot reach its journal; Retry-After says when to try again",
};

function optional(place: "query" | "header", named: Readonly<Record<string, string>>): Json[] {
	return Object.entries(named).map(([name, description]) => ({
		...{ name, in: place, description, schema: { type: "string" } },
	}));
}

function content(body: Body): Json {
	if (typeof body === "string") return { "application/json": { schema: { $ref: schemaAddress(body) } } };
	return Object.fromEntries(body.mediaTypes.map((type) => [type, {}]));
}

/** The named schemas and those of the feed's events, each referring to the others by name. */
function schemas(): Json {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });
	// The figures are the same as those that can be asked for.
	for (const [event, schema] of Object.entries(feedEvents))
		if (schema !== namedSchemas.Tally) registry.add(schema, { id: `Feed_${event}` });
	const made = z.toJSONSchema(registry, { uri: schemaAddress, io: "input", unrepresentable: "any" });
	return Object.fromEntries(
		Object.entries(made.schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
	);
}

function version(): string {
	const file = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
	return (JSON.parse(file) as { version?: string }).version ?? "0";
}
