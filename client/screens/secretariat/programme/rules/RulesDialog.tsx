import { useState } from "react";
import { levels } from "../../../../../shared/conference/common.ts";
import type { OrderCriterion, ProcedureRules } from "../../../../../shared/conference/procedure.ts";
import { orderCriteria, orderPresets } from "../../../../../shared/conference/procedure.ts";
import { seating } from "../../../../../shared/conference/selectors.ts";
import { sameItems, useConference, useSelect } from "../../../../conference/hooks.ts";
import { alphabetOf, nameOf } from "../../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { MinutesField, minutesOf, msOfMinutes } from "../../parts/MinutesField.tsx";
import { Sequence } from "./Sequence.tsx";

const presetWords = {
	inscription: "secretariat.orderInscription",
	byLevel: "secretariat.orderByLevel",
	draw: "secretariat.orderDraw",
} as const;
type Preset = keyof typeof orderPresets;
const presetNames: readonly Preset[] = ["inscription", "byLevel", "draw"];

const sameSequence = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

const durations = {
	yellowMs: "secretariat.yellow",
	stripedMs: "secretariat.striped",
	pointOfOrderMs: "secretariat.pointOfOrderLimit",
	firstReplyMs: "secretariat.firstReply",
	furtherReplyMs: "secretariat.furtherReply",
} as const;
type DurationKey = keyof typeof durations;

/** The rules of procedure of the conference, for what is still to come (PR11). */
export function RulesDialog({ onClose }: { onClose: () => void }) {
	const { t, locale } = useSpeech();
	const { run } = useCommand();
	const client = useConference();
	/* Filled in once: what arrives meanwhile does not disturb what is being written. */
	const [rules, setRules] = useState<ProcedureRules>(() => client.state().profile.procedure);
	const [minutes, setMinutes] = useState<Record<DurationKey, string>>(() => ({
		yellowMs: minutesOf(rules.yellowMs),
		stripedMs: minutesOf(rules.stripedMs),
		pointOfOrderMs: minutesOf(rules.pointOfOrderMs),
		firstReplyMs: minutesOf(rules.firstReplyMs),
		furtherReplyMs: minutesOf(rules.furtherReplyMs),
	}));
	const organisations = useSelect(
		(state) => seating(state, alphabetOf(locale)).filter(({ kind }) => kind !== "memberState"),
		sameItems,
	);
	const set = (change: Partial<ProcedureRules>) => setRules({ ...rules, ...change });
	const preset = presetNames.find((name) => sameSequence(orderPresets[name], rules.order));
	const lengths = {
		yellowMs: msOfMinutes(minutes.yellowMs) ?? 0,
		stripedMs: msOfMinutes(minutes.stripedMs) ?? 0,
		pointOfOrderMs: msOfMinutes(minutes.pointOfOrderMs) ?? 0,
		firstReplyMs: msOfMinutes(minutes.firstReplyMs) ?? 0,
		furtherReplyMs: msOfMinutes(minutes.furtherReplyMs) ?? 0,
	};
	const isReversed = lengths.stripedMs > lengths.yellowMs;
	const save = async () => {
		const { order, levels, rankedWithStates, ...rest } = rules;
		const procedure = {
			...rest,
			...lengths,
			order: [...order],
			levels: [...levels],
			rankedWithStates: [...rankedWithStates],
		};
		const outcome = await run(
			{ type: "setProcedure", procedure },
			{ quiet: true, done: { title: <Message id="secretariat.rulesDone" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	const field = (key: DurationKey) => (
		<MinutesField
			key={key}
			label={<Message id={durations[key]} />}
			min={0.25}
			step={0.25}
			value={minutes[key]}
			onChange={(value) => setMinutes({ ...minutes, [key]: value })}
		/>
	);
	const unavailable = () => {
		if (rules.order.length === 0) return t("secretariat.orderEmpty");
		return isReversed ? t("secretariat.lightsReversed") : undefined;
	};
	return (
		<ActDialog
			wide
			title={<Message id="secretariat.rules" />}
			act={<Message id="common.save" />}
			unavailable={unavailable()}
			onAct={save}
			onClose={onClose}
		>
			<p className="block-note">
				<Message id="secretariat.rulesNote" />
			</p>
			<fieldset className="desk-options desk-options-column">
				<legend>
					<Message id="secretariat.order" />
				</legend>
				{presetNames.map((name) => (
					<label key={name}>
						<input
							type="radio"
							checked={preset === name}
							onChange={() => set({ order: orderPresets[name] })}
						/>
						<Message id={presetWords[name]} />
					</label>
				))}
				{preset === undefined && (
					<label>
						<input type="radio" checked readOnly />
						<Message id="secretariat.orderOwn" />
					</label>
				)}
			</fieldset>
			<Sequence<OrderCriterion>
				label={t("secretariat.orderSequence")}
				all={orderCriteria}
				value={rules.order}
				wordOf={(criterion) => t(`criterion.${criterion}`)}
				onChange={(order) => set({ order })}
			/>
			<details className="rules-more">
				<summary>
					<Message id="secretariat.ranks" />
				</summary>
				<Sequence
					label={t("secretariat.ranks")}
					all={levels}
					isWhole
					value={rules.levels}
					wordOf={(level) => t(`rank.${level}`)}
					onChange={(next) => set({ levels: next })}
				/>
			</details>
			{organisations.length > 0 && (
				<fieldset className="desk-options">
					<legend>
						<Message id="secretariat.rankedWithStates" />
					</legend>
					{organisations.map((each) => (
						<label key={each.id}>
							<input
								type="checkbox"
								checked={rules.rankedWithStates.includes(each.id)}
								onChange={(event) =>
									set({
										rankedWithStates: event.target.checked
											? [...rules.rankedWithStates, each.id]
											: rules.rankedWithStates.filter((id) => id !== each.id),
									})
								}
							/>
							<bdi>{nameOf(each, each.id, locale)}</bdi>
						</label>
					))}
				</fieldset>
			)}
			<div className="rules-fields">
				{field("yellowMs")}
				{field("stripedMs")}
				{field("pointOfOrderMs")}
				{field("firstReplyMs")}
				{field("furtherReplyMs")}
				<label className="field">
					<Message id="secretariat.repliesEach" />
					<input
						className="input input-short"
						type="number"
						required
						min={1}
						max={10}
						step={1}
						value={rules.repliesEach}
						onChange={(event) => set({ repliesEach: Number(event.target.value) })}
					/>
				</label>
			</div>
			{isReversed && (
				<p className="field-error" role="alert">
					<Message id="secretariat.lightsReversed" />
				</p>
			)}
			<label className="import-leave">
				<input
					type="checkbox"
					checked={rules.askToWait}
					onChange={(event) => set({ askToWait: event.target.checked })}
				/>
				<Message id="secretariat.askToWait" />
			</label>
			<fieldset className="desk-options">
				<legend>
					<Message id="secretariat.majority" />
				</legend>
				<label>
					<input
						type="radio"
						checked={rules.majority === "simple"}
						onChange={() => set({ majority: "simple" })}
					/>
					<Message id="secretariat.majoritySimple" />
				</label>
				<label>
					<input
						type="radio"
						checked={rules.majority === "twoThirds"}
						onChange={() => set({ majority: "twoThirds" })}
					/>
					<Message id="secretariat.majorityTwoThirds" />
				</label>
			</fieldset>
		</ActDialog>
	);
}
