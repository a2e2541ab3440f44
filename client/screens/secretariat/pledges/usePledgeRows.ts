import { useMemo } from "react";
import { useSelect } from "../../../conference/hooks.ts";
import { useSpeech } from "../../../i18n/intl.tsx";
import { type PledgeRow, rowMaker } from "./pledgeRows.ts";

/** All pledges that the secretariat may see, as rows; only what changed is made anew. */
export function usePledgeRows(): readonly PledgeRow[] {
	const { locale } = useSpeech();
	const { pledges } = useSelect((state) => state.pledges);
	const delegations = useSelect((state) => state.delegations);
	const needs = useSelect((state) => state.needs);
	const profile = useSelect((state) => state.profile);
	const make = useMemo(
		() => rowMaker({ delegations, needs, profile }, locale),
		[delegations, needs, profile, locale],
	);
	return useMemo(() => Array.from(pledges.values(), make), [pledges, make]);
}
