import type { Party } from "../../../shared/conference/messages.ts";
import { Message } from "../../i18n/intl.tsx";
import { DelegationName } from "../delegations/DelegationName.tsx";

/** Who writes or is written to: a delegation by flag and name, an office by its word. */
export function PartyName({ party }: { party: Party }) {
	if (party.kind === "delegation") return <DelegationName id={party.delegationId} />;
	return <Message id={`party.${party.kind}`} />;
}
