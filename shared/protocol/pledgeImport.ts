import * as z from "zod/mini";
import { importedPledge, mostImported } from "../conference/pledgeImport.ts";
import { marked } from "../conference/secrecy.ts";

/** Body of an import; the id is the sender's, so that sending it again changes nothing. */
export const pledgeImport = z.strictObject({
	commandId: marked("open", z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))),
	pledges: z.array(importedPledge).check(z.minLength(1), z.maxLength(mostImported)),
});

/** What came of it; a refusal is 409 with the code, its params and the `row`, counted from 1. */
export const pledgeImportAnswer = z.strictObject({ imported: z.int() });
export type PledgeImportAnswer = z.infer<typeof pledgeImportAnswer>;
