import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { commandSchemas } from "../../shared/conference/decider.ts";
import { marked } from "../../shared/conference/secrecy.ts";
import { type IncomingName, incoming, plantedBy, privatePaths } from "../support/canary/planted.ts";
import { privateFields, textFields } from "../support/canary/privateFields.ts";

const protocol = new URL("../../shared/protocol/", import.meta.url);

/** What these describe is public by what it is for, field by field; strict schemas keep everything else out. */
const published = ["press.ts"];

/** Every schema of the wire by its name. */
async function wire(): Promise<[string, z.core.$ZodType][]> {
	const found = Object.entries<z.core.$ZodType>(commandSchemas);
	for (const file of readdirSync(protocol).filter((each) => !published.includes(each))) {
		const module = (await import(new URL(file, protocol).href)) as Record<string, unknown>;
		for (const [name, value] of Object.entries(module))
			if (typeof value === "object" && value !== null && "_zod" in value)
				found.push([name, value as z.core.$ZodType]);
	}
	return found;
}

describe("marks of secrecy", () => {
	it("stand beside every text of the wire", async () => {
		const fields = (await wire()).flatMap(([name, schema]) => textFields(schema, name));
		const unmarked = fields.filter(({ secrecy }) => secrecy === undefined).map(({ path }) => path);
		expect(unmarked).toEqual([]);
		expect(fields.length).toBeGreaterThan(200);
	});

	it("are missed when a field has none, however deep it is", () => {
		const hidden = z.strictObject({ list: z.array(z.nullable(z.strictObject({ note: z.string() }))) });
		expect(textFields(hidden, "x")).toEqual([{ path: "x.list[].note", secrecy: undefined }]);
		const note = marked("secret", z.string());
		expect(privateFields(z.strictObject({ a: z.optional(note), b: z.enum(["y"]) }), "x")).toEqual(["x.a"]);
		expect(() => textFields(z.map(z.string(), z.string()), "x")).toThrow("not known: map");
	});

	it("say of everything private that comes in which canary test plants it", () => {
		const names = Object.keys(incoming) as IncomingName[];
		const withPrivate = names.filter((name) => privatePaths([name]).length > 0);
		expect(Object.values(plantedBy).flat().sort()).toEqual(withPrivate.sort());
	});
});
