import type { $ZodType, $ZodTypes } from "zod/v4/core";
import type { Secrecy } from "../../../shared/conference/secrecy.ts";
import { secrecyOf } from "../../../shared/conference/secrecy.ts";

/** A place in a schema where somebody's text stands: `draftPledge.content.parts[].text`, with its mark. */
export interface TextField {
	readonly path: string;
	readonly secrecy: Secrecy | undefined;
}

/** Every place of a schema where a string stands that is not one of a fixed few. @throws Error at an unknown kind of schema. */
export function textFields(schema: $ZodType, path: string): TextField[] {
	const { def } = (schema as $ZodTypes)._zod;
	switch (def.type) {
		case "string":
			return [{ path, secrecy: secrecyOf.get(schema)?.secrecy }];
		case "object":
			return Object.entries(def.shape).flatMap(([key, each]) => textFields(each, `${path}.${key}`));
		case "array":
			return textFields(def.element, `${path}[]`);
		case "record":
			return [...textFields(def.keyType, `${path}{key}`), ...textFields(def.valueType, `${path}{}`)];
		case "union":
			return def.options.flatMap((each) => textFields(each, path));
		case "optional":
		case "nullable":
		case "default":
		case "readonly":
			return textFields(def.innerType, path);
		case "enum":
		case "literal":
		case "number":
		case "boolean":
		case "unknown":
			return [];
		default:
			throw new Error(`What stands in ${path} is not known: ${def.type}`);
	}
}

/** Private ones by their paths; a place with two schemas counts once. */
export function privateFields(schema: $ZodType, path: string): string[] {
	const fields = textFields(schema, path).filter(({ secrecy }) => secrecy !== "open");
	return [...new Set(fields.map((each) => each.path))];
}

/** A text that stands in a value at a private place. */
export interface PrivateText {
	readonly path: string;
	readonly secrecy: Secrecy;
	readonly text: string;
}

/** What a value that the schema takes has at its private places. */
export function privateTexts(schema: $ZodType, value: unknown, path: string): PrivateText[] {
	if (value === null || value === undefined) return [];
	const { def } = (schema as $ZodTypes)._zod;
	switch (def.type) {
		case "string": {
			const secrecy = secrecyOf.get(schema)?.secrecy;
			return secrecy === undefined || secrecy === "open" ? [] : [{ path, secrecy, text: String(value) }];
		}
		case "object":
			return Object.entries(def.shape).flatMap(([key, each]) =>
				privateTexts(each, (value as Record<string, unknown>)[key], `${path}.${key}`),
			);
		case "array":
			return (value as unknown[]).flatMap((each) => privateTexts(def.element, each, `${path}[]`));
		case "union": {
			const fitting = def.options.find((each) => fits(each, value));
			return fitting === undefined ? [] : privateTexts(fitting, value, path);
		}
		case "optional":
		case "nullable":
		case "default":
		case "readonly":
			return privateTexts(def.innerType, value, path);
		default:
			return [];
	}
}

function fits(schema: $ZodType, value: unknown): boolean {
	const result = schema._zod.run({ value, issues: [] }, { async: false });
	return !(result instanceof Promise) && result.issues.length === 0;
}
