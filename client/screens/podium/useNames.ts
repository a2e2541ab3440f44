import { useCallback } from "react";
import { useConference } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { useSpeech } from "../../i18n/intl.tsx";

/** Names of delegations for plain text, read when they are said: it makes no component render again. */
export function useNames(): (delegationId: string) => string {
	const client = useConference();
	const { locale } = useSpeech();
	return useCallback(
		(id) => nameOf(client.state().delegations.delegations.get(id), id, locale),
		[client, locale],
	);
}
