import { languages, levels } from "../../../shared/conference/common.ts";
import { statementModes } from "../../../shared/conference/speakersList.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { DelegationPicker } from "./DelegationPicker.tsx";
import type { Behalf, SpeakPlan } from "./speakPlan.ts";

const behalves: readonly Behalf[] = ["own", "group", "jointly"];
const behalfWords = {
	own: "delegate.behalfOwn",
	group: "delegate.behalfGroup",
	jointly: "delegate.behalfJointly",
} as const;
export const modeWords = {
	live: "delegate.modeLive",
	recorded: "delegate.modeRecorded",
	written: "delegate.modeWritten",
} as const;
const longestMinutes = 60;

/** How a statement will be made: for whom, in which language, live or not, how long. */
export function InscriptionFields({
	delegationId,
	plan,
	onChange,
	name,
	asksLevel,
}: {
	delegationId: string;
	plan: SpeakPlan;
	onChange: (plan: SpeakPlan) => void;
	/** Keeps the choices of two forms on one page apart. */
	name: string;
	/** Asks for the rank that speaks; only where no speaker is named. */
	asksLevel: boolean;
}) {
	const { t } = useSpeech();
	const order = useSelect((state) => state.profile.procedure.levels);
	const set = (change: Partial<SpeakPlan>) => onChange({ ...plan, ...change });
	return (
		<>
			{asksLevel && (
				<label className="field">
					<Message id="delegate.level" />
					<select
						className="input"
						value={plan.level ?? ""}
						onChange={(event) => set({ level: levels.find((each) => each === event.target.value) ?? null })}
					>
						<option value="">{t("delegate.levelLater")}</option>
						{order.map((level) => (
							<option key={level} value={level}>
								{t(`rank.${level}`)}
							</option>
						))}
					</select>
				</label>
			)}
			<label className="field">
				<Message id="delegate.languageOfStatement" />
				<select
					className="input"
					value={plan.language}
					onChange={(event) => {
						const language = languages.find((each) => each === event.target.value);
						if (language !== undefined) set({ language });
					}}
				>
					{languages.map((language) => (
						<option key={language} value={language} lang={language}>
							{languageNames[language]}
						</option>
					))}
				</select>
			</label>
			<fieldset className="field choice-row">
				<legend>
					<Message id="delegate.onBehalfOf" />
				</legend>
				{behalves.map((behalf) => (
					<label key={behalf} className="choice">
						<input
							type="radio"
							name={`${name}-behalf`}
							checked={plan.behalf === behalf}
							onChange={() => set({ behalf })}
						/>
						<Message id={behalfWords[behalf]} />
					</label>
				))}
			</fieldset>
			{plan.behalf === "group" && (
				<label className="field">
					<Message id="delegate.groupName" />
					<input
						className="input"
						dir="auto"
						required
						maxLength={120}
						value={plan.group}
						onChange={(event) => set({ group: event.target.value })}
					/>
				</label>
			)}
			{plan.behalf === "jointly" && (
				<DelegationPicker
					legend={t("delegate.jointlyWith")}
					except={delegationId}
					chosen={plan.jointly}
					onChange={(jointly) => set({ jointly })}
				/>
			)}
			<fieldset className="field choice-row">
				<legend>
					<Message id="delegate.mode" />
				</legend>
				{statementModes.map((mode) => (
					<label key={mode} className="choice">
						<input
							type="radio"
							name={`${name}-mode`}
							checked={plan.mode === mode}
							onChange={() => set({ mode })}
						/>
						<Message id={modeWords[mode]} />
					</label>
				))}
				{plan.mode === "written" && (
					<small>
						<Message id="delegate.writtenNote" />
					</small>
				)}
			</fieldset>
			{plan.mode !== "written" && (
				<label className="field field-short">
					<Message id="delegate.expectedMinutes" />
					<input
						className="input numeric"
						type="number"
						inputMode="numeric"
						min={1}
						max={longestMinutes}
						value={plan.minutes ?? ""}
						onChange={(event) => {
							const minutes = event.target.valueAsNumber;
							const isFit = minutes >= 1 && minutes <= longestMinutes;
							set({ minutes: isFit ? Math.round(minutes) : null });
						}}
					/>
					<small>
						<Message id="delegate.expectedMinutesNote" />
					</small>
				</label>
			)}
		</>
	);
}
