import * as z from "zod/mini";

/**
 * How far the content of a text may travel. `visibility.ts` decides for each audience; this says beside each field of the
 * wire what it is, so that a test finds every private one, plants something in it, and looks for it everywhere.
 *
 * - `open`: everybody may read it once it is recorded; so are identifiers, which say nothing.
 * - `room`: for whoever takes part, never for the public.
 * - `untilPublic`: its authors' and those they told, until what it belongs to is public.
 * - `secret`: between those concerned, for ever.
 */
export type Secrecy = "open" | "room" | "untilPublic" | "secret";

/** The marks, by schema. */
export const secrecyOf = z.registry<{ readonly secrecy: Secrecy }>();

/**
 * Marks a schema and gives it back.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function marked<Schema extends z.ZodMiniType>(secrecy: Secrecy, schema: Schema): Schema {
	secrecyOf.add(schema, { secrecy });
	return schema;
}
