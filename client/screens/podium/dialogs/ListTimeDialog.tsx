import { useState } from "react";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";

const minute = 60_000;
const choices = { open: [null, 30, 60, 120], announce: [5, 10, 15, 30] } as const;

/** Opens a list, or announces when it closes: the time as a choice, because nobody types a clock while presiding. */
export function ListTimeDialog({
	act,
	segmentId,
	onClose,
}: {
	act: "open" | "announce";
	segmentId: string;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const { clock } = useConference();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const [now] = useState(() => clock.now());
	const [minutes, setMinutes] = useState<number | null>(choices[act][0]);
	const [refusal, setRefusal] = useState<string>();
	const at = (count: number) => Math.ceil((now + count * minute) / minute) * minute;
	const submit = async () => {
		const closesAt = minutes === null ? null : at(minutes);
		const outcome =
			act === "announce" && closesAt !== null
				? await run(
						{ type: "announceClosing", segmentId, closesAt },
						{ done: t("podium.closingNowAnnounced"), quiet: true },
					)
				: await run({ type: "openList", segmentId, closesAt }, { quiet: true });
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id={act === "open" ? "podium.openList" : "podium.announceClosing"} />}
			submit={<Message id={act === "open" ? "podium.openList" : "podium.announceClosing"} />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<fieldset className="field choice-row">
				<legend>
					<Message id="podium.closesWhen" />
				</legend>
				{choices[act].map((count) => (
					<label key={count ?? "chair"} className="choice">
						<input
							type="radio"
							name="closes"
							checked={minutes === count}
							onChange={() => setMinutes(count)}
						/>
						{count === null ? (
							<Message id="podium.closesByChair" />
						) : (
							<Message
								id="podium.closesIn"
								values={{ minutes: count, time: <bdi>{clockTime(at(count), timeZone)}</bdi> }}
							/>
						)}
					</label>
				))}
			</fieldset>
		</FormDialog>
	);
}
