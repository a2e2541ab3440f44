import { useState } from "react";
import type { Meeting } from "../../../../shared/conference/programme.ts";
import { useConference } from "../../../conference/hooks.ts";
import { SessionName } from "../../../features/programme/SessionName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { hostTimeOf, instantOf } from "../parts/hostTime.ts";
import { TimeField } from "./TimeField.tsx";

const hour = 3_600_000;

/** Gives a meeting other times, on the host city's clock. */
export function RescheduleDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
	const { t } = useSpeech();
	const client = useConference();
	const { timeZone } = client.state().profile;
	const [start, setStart] = useState(() => hostTimeOf(meeting.plannedStart ?? client.clock.now(), timeZone));
	const [end, setEnd] = useState(() =>
		hostTimeOf(meeting.plannedEnd ?? client.clock.now() + 2 * hour, timeZone),
	);
	const { run } = useCommand();
	const plannedStart = instantOf(start, timeZone);
	const plannedEnd = instantOf(end, timeZone);
	const isReversed = plannedStart !== null && plannedEnd !== null && plannedEnd <= plannedStart;
	const save = async () => {
		if (plannedStart === null || plannedEnd === null) return { words: t("secretariat.timesNeeded") };
		const command = { type: "rescheduleMeeting", meetingId: meeting.id, plannedStart, plannedEnd } as const;
		const outcome = await run(command, {
			quiet: true,
			done: { title: <Message id="secretariat.rescheduled" /> },
		});
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<SessionName meeting={meeting} />}
			act={<Message id="secretariat.changeTimes" />}
			unavailable={isReversed ? t("secretariat.endBeforeStart") : undefined}
			onAct={save}
			onClose={onClose}
		>
			<TimeField
				label={<Message id="secretariat.start" />}
				required
				value={start}
				onChange={(next) => {
					/* The end goes with the start, so that the length stays as it was. */
					const from = instantOf(start, timeZone);
					const to = instantOf(next, timeZone);
					if (from !== null && to !== null && plannedEnd !== null)
						setEnd(hostTimeOf(plannedEnd + to - from, timeZone));
					setStart(next);
				}}
			/>
			<TimeField
				label={<Message id="secretariat.end" />}
				required
				value={end}
				onChange={setEnd}
				error={isReversed ? <Message id="secretariat.endBeforeStart" /> : undefined}
			/>
		</ActDialog>
	);
}
