import { readdirSync, readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { operations } from "../../server/http/openapi/operations.ts";
import { content } from "../support/factories.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const routes = new URL("../../server/http/routes/", import.meta.url);

/** Every request under /api that a route of the server answers, as the description writes it. */
function served(): string[] {
	const found: string[] = [];
	for (const file of readdirSync(routes)) {
		const source = readFileSync(new URL(file, routes), "utf8");
		for (const [, method = "", paths = ""] of source.matchAll(
			/\.(get|head|post|put|patch|delete)\(\s*(\[[^\]]*\]|"[^"]*")/g,
		))
			for (const [, path = ""] of paths.matchAll(/"(\/api\/[^"]*|\/api)"/g))
				found.push(`${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
	}
	return found.sort();
}

/** An announced pledge with something in every part of it, and an initiative with a supporter. */
async function fill(server: TestServer): Promise<void> {
	const drafted = await server.act("idn-minister", {
		type: "draftPledge",
		delegationId: "idn",
		content: content({
			form: "joint",
			parts: [{ id: "p1", delegationId: "ury", role: "trains", text: "Instructors" }],
			amount: { unit: "money", value: 1000, currency: "USD" },
			evidence: ["https://example.org/letter"],
			contact: "kept@example.org",
		}),
	});
	const pledgeId = drafted.created ?? "";
	await server.act("idn-minister", { type: "submitPledge", pledgeId });
	await server.act("desk", { type: "acceptPledge", pledgeId });
	await server.act("desk", { type: "announceInWriting", pledgeId });
	const words = { title: { en: "Text" }, shortTitle: { en: "Text" }, summary: { en: "Text" } };
	await server.act("desk", {
		...{ type: "openInitiative", initiativeId: "text", ...words, sponsors: ["rwa"] },
	});
	await server.act("idn-minister", { type: "declareSupport", initiativeId: "text", delegationId: "idn" });
}

describe("the description at /api/openapi.json", () => {
	it("is OpenAPI 3.1, and readable by the scripts of other sites", async () => {
		const server = await startTestServer();
		const response = await fetch(server.at("/api/openapi.json"));
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
		const validator = new Validator();
		const checked = await validator.validate((await response.json()) as Record<string, unknown>);
		expect(checked.errors).toBeUndefined();
		expect([checked.valid, validator.version]).toEqual([true, "3.1"]);
	});

	it("names every request that the server answers, and none that it does not", () => {
		const described = operations.map(({ method, path }) => `${method} ${path}`).sort();
		expect(described).toEqual(served());
		expect(described.length).toBeGreaterThan(15);
	});

	it("is kept by the answers: each that everybody may read is what the schema says", async () => {
		const server = await startTestServer();
		await fill(server);
		const document = (await (await fetch(server.at("/api/openapi.json"))).json()) as object;
		const ajv = new Ajv2020({ strict: false });
		ajv.addSchema(document, "api");
		const read = operations.filter(
			({ method, answer }) => method === "get" && typeof answer.body === "string",
		);
		const open = read.filter(({ who }) => who === "everybody" || who === "ownAudience");
		expect(open.map(({ id }) => id)).toEqual([
			...["conferences", "tally", "pledges", "initiatives", "snapshot", "directory"],
		]);
		for (const { path, answer } of open) {
			const response = await fetch(server.at(path.replace("{conference}", "seoul")));
			expect(response.status, path).toBe(answer.status);
			const body: unknown = await response.json();
			const isRight = ajv.validate({ $ref: `api#/components/schemas/${answer.body}` }, body);
			expect(isRight ? [] : ajv.errors, path).toEqual([]);
			if (Array.isArray(body)) expect(body.length, path).toBeGreaterThan(0);
		}
		const links = await fetch(server.at("/api/conferences/seoul/links"), {
			headers: { cookie: await server.cookie("desk") },
		});
		expect(ajv.validate({ $ref: "api#/components/schemas/Links" }, await links.json())).toBe(true);
		// And the schemas refuse what they do not know, so that nothing private can slip in unseen.
		const pledges = (await (await fetch(server.at("/seoul/pledges.json"))).json()) as object[];
		const more = [{ ...pledges[0], contact: "kept@example.org" }];
		expect(ajv.validate({ $ref: "api#/components/schemas/Pledges" }, more)).toBe(false);
	});
});
