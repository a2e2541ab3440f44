import { useState } from "react";
import type { Meeting } from "../../../../shared/conference/programme.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { duration } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { MinutesField, minutesOf, msOfMinutes } from "../parts/MinutesField.tsx";

/** Limits that conferences commonly agree on, in minutes: for a delegation's own statement, for one of a group. */
const presets = [
	[2, 3],
	[3, 5],
	[4, 6],
	[5, 8],
	[15, 15],
] as const;

/** The speaking limits of a segment, for what is still to be said (PR10). */
export function LimitsDialog({
	meeting,
	segmentId,
	onClose,
}: {
	meeting: Meeting;
	segmentId: string;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { run } = useCommand();
	const segment = meeting.segments.find(({ id }) => id === segmentId);
	const [own, setOwn] = useState(minutesOf(segment?.limitMs ?? 0));
	const [group, setGroup] = useState(minutesOf(segment?.groupLimitMs ?? 0));
	const save = async () => {
		const [limitMs, groupLimitMs] = [msOfMinutes(own), msOfMinutes(group)];
		if (limitMs === undefined || groupLimitMs === undefined) return undefined;
		const outcome = await run(
			{ type: "setLimits", segmentId, limitMs, groupLimitMs },
			{ quiet: true, done: { title: <Message id="secretariat.limitsDone" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.setLimits" />}
			act={<Message id="common.save" />}
			onAct={save}
			onClose={onClose}
		>
			<fieldset className="desk-presets" aria-label={t("secretariat.limitPresets")}>
				{presets.map(([one, other]) => {
					const isChosen = own === String(one) && group === String(other);
					return (
						<Button
							key={`${one} ${other}`}
							small
							aria-pressed={isChosen}
							onClick={() => {
								setOwn(String(one));
								setGroup(String(other));
							}}
						>
							<bdi>{`${duration(one * 60_000)} / ${duration(other * 60_000)}`}</bdi>
						</Button>
					);
				})}
			</fieldset>
			<MinutesField label={<Message id="secretariat.limitOwn" />} value={own} onChange={setOwn} />
			<MinutesField
				label={<Message id="secretariat.limitGroup" />}
				value={group}
				onChange={setGroup}
				note={<Message id="secretariat.limitsNote" />}
			/>
		</ActDialog>
	);
}
