import { commandSchemas } from "../../../shared/conference/decider.ts";
import { newRepresentative, newText } from "../../../shared/protocol/http.ts";
import { pledgeImport } from "../../../shared/protocol/pledgeImport.ts";
import { privateFields } from "./privateFields.ts";

/** Everything with which a text comes in: commands, and bodies of requests. */
export const incoming = { ...commandSchemas, newRepresentative, newText, pledgeImport };
export type IncomingName = keyof typeof incoming;

/** In which test each of them is used with something planted at every private place. */
export const plantedBy = {
	pledges: [
		"draftPledge",
		"revisePledge",
		"submitPledge",
		"requestChange",
		"rejectPledge",
		"recordDelivered",
		"correctPledge",
		"importPledges",
		"pledgeImport",
	],
	procedure: [
		"inscribe",
		"importInscriptions",
		"moveEntry",
		"requestLate",
		"declineLate",
		"raisePointOfOrder",
		"declineReply",
		"fileText",
		"newText",
		"fileRecording",
		"fileCaptions",
		"filePoster",
		"addDocument",
		"writeAsDelegation",
		"writeAsChair",
		"writeAsSecretariat",
		"writeAsBooth",
		"writeAsOperator",
	],
	people: ["newRepresentative"],
} as const satisfies Readonly<Record<string, readonly IncomingName[]>>;

/** Paths of the private places of these. */
export function privatePaths(names: readonly IncomingName[]): string[] {
	return names.flatMap((name) => privateFields(incoming[name], name));
}
