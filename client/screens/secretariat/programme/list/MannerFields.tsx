import { statementModes } from "../../../../../shared/conference/speakersList.ts";
import { useSelect } from "../../../../conference/hooks.ts";
import { Message } from "../../../../i18n/intl.tsx";
import { LanguageField } from "../../../console/LanguageField.tsx";
import { expectedMs } from "../../parts/expectedMs.ts";
import { JointlyField } from "./JointlyField.tsx";
import type { Manner } from "./manner.ts";

const modeWords = {
	live: "secretariat.modeLive",
	recorded: "secretariat.modeRecorded",
	written: "secretariat.modeWritten",
} as const;

/** Language, way, group, partners and expected length of a statement. */
export function MannerFields({
	delegationId,
	value,
	onChange,
}: {
	/** Who makes it: nobody speaks jointly with themselves. */
	delegationId: string;
	value: Manner;
	onChange: (value: Manner) => void;
}) {
	const languages = useSelect((state) => state.profile.languages);
	const set = (change: Partial<Manner>) => onChange({ ...value, ...change });
	const isUnreadable = expectedMs(value.expected) === undefined;
	return (
		<>
			<LanguageField
				words="secretariat.statementLanguage"
				of={languages}
				value={value.language}
				onChange={(language) => set({ language })}
			/>
			<fieldset className="desk-options">
				<legend>
					<Message id="secretariat.statementMode" />
				</legend>
				{statementModes.map((mode) => (
					<label key={mode}>
						<input type="radio" checked={value.mode === mode} onChange={() => set({ mode })} />
						<Message id={modeWords[mode]} />
					</label>
				))}
			</fieldset>
			<label className="field">
				<Message id="podium.onBehalfOf" />
				<input
					className="input"
					maxLength={120}
					dir="auto"
					value={value.group}
					onChange={(event) => set({ group: event.target.value })}
				/>
				<small>
					<Message id="secretariat.groupNote" />
				</small>
			</label>
			<JointlyField
				delegationId={delegationId}
				value={value.jointly}
				onChange={(jointly) => set({ jointly })}
			/>
			<label className="field">
				<Message id="secretariat.expectedLength" />
				<input
					className="input input-short"
					inputMode="numeric"
					placeholder="3:30"
					dir="ltr"
					aria-invalid={isUnreadable ? true : undefined}
					value={value.expected}
					onChange={(event) => set({ expected: event.target.value })}
				/>
				<small>
					<Message id="secretariat.expectedNote" />
				</small>
				{isUnreadable && (
					<span className="field-error">
						<Message id="secretariat.expectedWrong" />
					</span>
				)}
			</label>
		</>
	);
}
