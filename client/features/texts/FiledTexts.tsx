import { useState } from "react";
import type { StatementText } from "../../../shared/conference/texts.ts";
import { sameItems, useConference, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { nameOf } from "../delegations/delegation.ts";
import { useNextSpeakers } from "../floor/NextSpeakers.tsx";
import { useListSegment } from "../speakersList/listSegment.ts";
import { textsOf } from "./textsOf.ts";
import { useText } from "./useText.ts";

const shown = 5;

/** The text of whoever speaks, as filed, and of those who follow; by itself that of the speaker. */
export function FiledTexts() {
	const { t, locale } = useSpeech();
	const client = useConference();
	const segmentId = useListSegment()?.segment.id ?? "";
	const statement = useSelect((state) => state.floor.statement);
	const next = useNextSpeakers(shown);
	const texts = useSelect(
		(state) => [
			...(statement === null ? [] : textsOf(state, statement.segmentId, statement.delegationId)),
			...next.flatMap((id) => textsOf(state, segmentId, id)),
		],
		sameItems,
	);
	const [chosen, setChosen] = useState<{
		readonly textId: string;
		readonly statementId: string | undefined;
	}>();
	// What was chosen is kept until somebody else speaks, whose text then stands there by itself.
	const isKept = chosen?.statementId === statement?.id;
	const text = (isKept ? texts.find(({ id }) => id === chosen?.textId) : undefined) ?? texts[0];
	const nameOfText = ({ delegationId, language }: StatementText) => {
		const delegation = client.state().delegations.delegations.get(delegationId);
		return `${nameOf(delegation, delegationId, locale)} – ${languageNames[language] ?? language}`;
	};
	return (
		<section className="booth-text" aria-label={t("booth.text")}>
			<div className="booth-text-head">
				<h3>
					<Message id="booth.text" />
				</h3>
				{text !== undefined && (
					<select
						className="input"
						aria-label={t("booth.whichText")}
						value={text.id}
						onChange={(event) => setChosen({ textId: event.target.value, statementId: statement?.id })}
					>
						{texts.map((each) => (
							<option key={each.id} value={each.id}>
								{nameOfText(each)}
							</option>
						))}
					</select>
				)}
			</div>
			{text === undefined ? (
				<p className="dim">
					<Message id="booth.noText" />
				</p>
			) : (
				<FiledText text={text} />
			)}
		</section>
	);
}

function FiledText({ text }: { text: StatementText }) {
	const { t } = useSpeech();
	const loaded = useText(text.fileId);
	return (
		<>
			<p className="dim small">
				<Message id="booth.checkAgainst" />
			</p>
			<section
				className="booth-text-body"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: whoever works from the text scrolls it by the arrow keys
				tabIndex={0}
				aria-label={t("booth.text")}
				lang={text.language}
				dir="auto"
			>
				{loaded.status === "read" ? (
					loaded.text.split(/\n{2,}/u).map((paragraph, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that never changes
						<p key={index}>{paragraph}</p>
					))
				) : (
					<Message id={loaded.status === "loading" ? "texts.loading" : "texts.missing"} />
				)}
			</section>
		</>
	);
}
