import express, { type Request } from "express";
import * as z from "zod/mini";
import { HttpRefusal } from "./refusal.ts";

/** Reads a JSON body; anything larger than a long form is refused. */
export const jsonBody = express.json({ limit: "16kb" });

/** Reads a JSON body with the text of a statement. */
export const textBody = express.json({ limit: "200kb" });

/** Reads a JSON body with ten thousand pledges; for the secretariat alone. */
export const importBody = express.json({ limit: "40mb" });

/** The body as the schema knows it. @throws HttpRefusal when it is something else. */
export function bodyOf<T>(request: Request, schema: z.core.$ZodType<T>): T {
	const parsed = z.safeParse(schema, request.body);
	if (!parsed.success) throw new HttpRefusal(400, "malformed");
	return parsed.data;
}
