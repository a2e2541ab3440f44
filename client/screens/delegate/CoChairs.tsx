import { presentMeeting } from "../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Names } from "../../i18n/Name.tsx";

/** Who chairs the present meeting. */
export function CoChairs() {
	const { locale } = useSpeech();
	const names = useSelect(
		(state) =>
			(presentMeeting(state)?.coChairs ?? []).map((id) =>
				nameOf(state.delegations.delegations.get(id), id, locale),
			),
		sameItems,
	);
	if (names.length === 0) return null;
	return <Message id="delegate.coChairs" values={{ names: <Names names={names} /> }} />;
}
