import type { Party } from "../../../shared/conference/messages.ts";
import { Message } from "../../i18n/intl.tsx";
import { DelegationName } from "../delegations/DelegationName.tsx";
import { ChannelName } from "../interpretation/ChannelName.tsx";

/** Who writes or is written to: a delegation by flag and name, a booth by its language, an office by its word. */
export function PartyName({ party }: { party: Party }) {
	if (party.kind === "delegation") return <DelegationName id={party.delegationId} />;
	if (party.kind === "booth")
		return <Message id="party.booth" values={{ channel: <ChannelName channel={party.channel} /> }} />;
	return <Message id={`party.${party.kind}`} />;
}
