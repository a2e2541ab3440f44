import { inLanguage } from "../../../shared/conference/common.ts";
import type { Meeting } from "../../../shared/conference/programme.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageOf } from "../delegations/delegation.ts";
import { sessionNumber } from "./awaited.ts";

/** "Session 3: Performance and Accountability"; "Opening ceremony". */
export function SessionName({ meeting }: { meeting: Meeting }) {
	const { locale } = useSpeech();
	const number = useSelect((state) => sessionNumber(state, meeting));
	const title = <bdi lang={languageOf(meeting.title, locale)}>{inLanguage(meeting.title, locale)}</bdi>;
	if (number === null) return title;
	return <Message id="common.session" values={{ number, title }} />;
}
