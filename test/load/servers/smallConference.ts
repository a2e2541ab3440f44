import type { Conference } from "../../../server/conference/conference.ts";
import type { Command } from "../../../shared/conference/decider.ts";
import { plainContent } from "../../../shared/conference/pledgeFold.ts";
import { definition } from "../../support/factories.ts";

/** Defines the tests' small conference, unless the journal has it already. */
export async function defineSmallConference(conference: Conference): Promise<void> {
	if (conference.state.profile.id !== "") return;
	for (const [index, [command, { as }]] of definition.entries())
		await conference.execute(String(as), `definition-${index}`, command);
}

/** An act of an ordinary size: about 500 bytes in the journal. */
export const draft: Extract<Command, { type: "draftPledge" }> = {
	type: "draftPledge",
	delegationId: "idn",
	content: {
		...plainContent,
		title: "Level 2 field hospital, 69 medical staff, ready to deploy within 60 days",
		details: null,
		kind: "new",
		category: "medical",
		needId: null,
		quantity: 0,
		contact: null,
	},
};
