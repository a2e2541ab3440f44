import { useId } from "react";
import type { Representative } from "../../../shared/conference/delegations.ts";
import { usePersonNames } from "../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { SpeakerSelect } from "../console/SpeakerSelect.tsx";
import { InscriptionFields } from "./InscriptionFields.tsx";
import type { SpeakPlan } from "./speakPlan.ts";

/** A line that says who speaks, in which language and for whom, and folds open to change it. */
export function SpeakOptions({
	delegationId,
	plan,
	speakers,
	onChange,
}: {
	delegationId: string;
	plan: SpeakPlan;
	speakers: readonly Representative[];
	onChange: (plan: SpeakPlan) => void;
}) {
	return (
		<details className="speak-options">
			<summary>
				<span>
					<PlanWords plan={plan} />
				</span>
				<span className="text-link">
					<Message id="delegate.change" />
				</span>
			</summary>
			<SpeakerFields delegationId={delegationId} plan={plan} speakers={speakers} onChange={onChange} />
		</details>
	);
}

/** The speaker and everything else about a statement, as fields. */
export function SpeakerFields({
	delegationId,
	plan,
	speakers,
	onChange,
}: {
	delegationId: string;
	plan: SpeakPlan;
	speakers: readonly Representative[];
	onChange: (plan: SpeakPlan) => void;
}) {
	const field = useId();
	return (
		<>
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
			<InscriptionFields
				name={field}
				delegationId={delegationId}
				plan={plan}
				onChange={onChange}
				asksLevel={plan.speakerId === null}
			/>
		</>
	);
}

/** "Pema Dorji speaks, in English, on behalf of the Group of 77, by a recording". */
export function PlanWords({ plan }: { plan: SpeakPlan }) {
	const { t } = useSpeech();
	const nameOf = usePersonNames();
	const speaker = nameOf(plan.speakerId)?.name ?? t("delegate.speakerLater");
	const isGroup = plan.behalf === "group" && plan.group.trim() !== "";
	const isJoint = plan.behalf === "jointly" && plan.jointly.length > 0;
	const values = {
		speaker: <bdi>{speaker}</bdi>,
		language: <bdi>{languageNames[plan.language]}</bdi>,
		group: <bdi>{plan.group}</bdi>,
		count: plan.jointly.length,
	};
	const words = (
		<Message
			id={isGroup ? "delegate.planGroup" : isJoint ? "delegate.planJointly" : "delegate.planOwn"}
			values={values}
		/>
	);
	switch (plan.mode) {
		case "live":
			return words;
		case "recorded":
			return <Message id="delegate.planRecorded" values={{ plan: words }} />;
		case "written":
			return <Message id="delegate.planWritten" values={{ plan: words }} />;
	}
}
