import { useState } from "react";
import type { Segment } from "../../../../shared/conference/programme.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";

const minute = 60_000;
/** What conferences commonly agree on, in minutes: a delegation's own statement, and one for a group. */
const presets = [
	[3, 5],
	[4, 4],
	[5, 5],
	[5, 7],
	[10, 10],
	[15, 15],
] as const;

/** Sets the speaking limits of what is still to be said (PR10). */
export function LimitsDialog({ segment, onClose }: { segment: Segment; onClose: () => void }) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const [own, setOwn] = useState(segment.limitMs / minute);
	const [group, setGroup] = useState(segment.groupLimitMs / minute);
	const [isOwnChoice, setIsOwnChoice] = useState(() => !presets.some(([a, b]) => a === own && b === group));
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		const outcome = await run(
			{
				type: "setLimits",
				segmentId: segment.id,
				limitMs: Math.round(own * minute),
				groupLimitMs: Math.round(group * minute),
			},
			{ done: t("podium.limitsSet"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="podium.limits" />}
			submit={<Message id="podium.setLimits" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<fieldset className="field choice-row">
				<legend>
					<Message id="podium.limitsEach" />
				</legend>
				{presets.map(([each, forGroup]) => (
					<label key={`${each} ${forGroup}`} className="choice">
						<input
							type="radio"
							name="limits"
							checked={!isOwnChoice && own === each && group === forGroup}
							onChange={() => {
								setIsOwnChoice(false);
								setOwn(each);
								setGroup(forGroup);
							}}
						/>
						{each === forGroup ? (
							<Message id="podium.minutes" values={{ count: each }} />
						) : (
							<Message id="podium.minutesAndGroups" values={{ count: each, groups: forGroup }} />
						)}
					</label>
				))}
				<label className="choice">
					<input type="radio" name="limits" checked={isOwnChoice} onChange={() => setIsOwnChoice(true)} />
					<Message id="podium.otherLimits" />
				</label>
			</fieldset>
			{isOwnChoice && (
				<div className="field-pair">
					<Minutes label="podium.limitOwn" value={own} onChange={setOwn} />
					<Minutes label="podium.limitGroup" value={group} onChange={setGroup} />
				</div>
			)}
			<p className="block-note">
				<Message id="podium.limitsNote" />
			</p>
		</FormDialog>
	);
}

function Minutes({
	label,
	value,
	onChange,
}: {
	label: "podium.limitOwn" | "podium.limitGroup";
	value: number;
	onChange: (minutes: number) => void;
}) {
	return (
		<label className="field">
			<Message id={label} />
			<input
				className="input"
				type="number"
				required
				min={0.5}
				max={60}
				step={0.5}
				value={Number.isNaN(value) ? "" : value}
				onChange={(event) => onChange(event.target.valueAsNumber)}
			/>
		</label>
	);
}
