import type { Localized } from "../../../shared/conference/common.ts";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { InitiativeVersion } from "../../../shared/conference/initiatives.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageOf } from "../delegations/delegation.ts";
import { useMoment } from "./supportWords.ts";

/** A text as its paragraphs, which empty lines divide. */
export function Paragraphs({ text }: { text: Localized }) {
	const { locale } = useSpeech();
	const paragraphs = inLanguage(text, locale).split(/\n\s*\n/);
	return (
		<div className="initiative-paragraphs" lang={languageOf(text, locale)} dir="auto">
			{paragraphs.map((paragraph, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place
				<p key={index}>{paragraph}</p>
			))}
		</div>
	);
}

/** "Version 2, published 7 Dec, 16:42". */
export function VersionLine({ version }: { version: InitiativeVersion }) {
	const moment = useMoment();
	return (
		<Message
			id="initiative.published"
			values={{ number: version.number, when: <bdi>{moment(version.publishedAt)}</bdi> }}
		/>
	);
}
