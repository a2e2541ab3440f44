import { useId } from "react";
import type { Language } from "../../../shared/conference/common.ts";
import { languages } from "../../../shared/conference/common.ts";
import type { Representative } from "../../../shared/conference/delegations.ts";
import { usePersonNames } from "../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { SpeakerSelect } from "../console/SpeakerSelect.tsx";

/** How a delegation will speak, ready before it asks: one press on the big button then suffices. */
export interface SpeakPlan {
	readonly speakerId: string | null;
	readonly language: Language;
	readonly onBehalfOf: string;
}

/** A line that says who speaks, in which language and for whom, and folds open to change it. */
export function SpeakOptions({
	plan,
	speakers,
	onChange,
}: {
	plan: SpeakPlan;
	speakers: readonly Representative[];
	onChange: (plan: SpeakPlan) => void;
}) {
	const { t } = useSpeech();
	const field = useId();
	const nameOf = usePersonNames();
	const speaker = nameOf(plan.speakerId)?.name ?? t("delegate.speakerLater");
	return (
		<details className="speak-options">
			<summary>
				<span>
					<Message
						id={plan.onBehalfOf.trim() === "" ? "delegate.planOwn" : "delegate.planGroup"}
						values={{
							speaker: <bdi>{speaker}</bdi>,
							language: <bdi>{languageNames[plan.language]}</bdi>,
							group: <bdi>{plan.onBehalfOf}</bdi>,
						}}
					/>
				</span>
				<span className="text-link">
					<Message id="delegate.change" />
				</span>
			</summary>
			<div className="field">
				<label htmlFor={field}>
					<Message id="delegate.speaker" />
				</label>
				<SpeakerSelect
					id={field}
					speakers={speakers}
					value={plan.speakerId}
					onChange={(speakerId) => onChange({ ...plan, speakerId })}
				/>
			</div>
			<label className="field">
				<Message id="delegate.languageOfStatement" />
				<select
					className="input"
					value={plan.language}
					onChange={(event) => {
						const language = languages.find((each) => each === event.target.value);
						if (language !== undefined) onChange({ ...plan, language });
					}}
				>
					{languages.map((language) => (
						<option key={language} value={language} lang={language}>
							{languageNames[language]}
						</option>
					))}
				</select>
			</label>
			<label className="field">
				<Message id="delegate.onBehalfOf" />
				<input
					className="input"
					dir="auto"
					maxLength={120}
					value={plan.onBehalfOf}
					onChange={(event) => onChange({ ...plan, onBehalfOf: event.target.value })}
				/>
				<small>
					<Message id="delegate.onBehalfOfNote" />
				</small>
			</label>
		</details>
	);
}
