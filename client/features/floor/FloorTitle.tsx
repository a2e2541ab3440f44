import { inLanguage } from "../../../shared/conference/common.ts";
import type { FloorStatement } from "../../../shared/conference/floor.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageOf } from "../delegations/delegation.ts";

/** Under the name on a plate: the speaker's title, on whose behalf it is, and whether it is a recording. */
export function FloorTitle({ statement }: { statement: FloorStatement }) {
	const { locale } = useSpeech();
	const { plate, onBehalfOf, recorded } = statement;
	const parts = [
		plate !== null && (
			<bdi key="title" lang={languageOf(plate.title, locale)}>
				{inLanguage(plate.title, locale)}
			</bdi>
		),
		onBehalfOf !== null && (
			<span key="group">
				<Message id="floor.onBehalfOf" values={{ group: <bdi>{onBehalfOf}</bdi> }} />
			</span>
		),
		recorded && (
			<span key="recorded">
				<Message id="floor.recorded" />
			</span>
		),
	].filter((part) => part !== false);
	return parts.flatMap((part, index) => (index === 0 ? [part] : [" · ", part]));
}
