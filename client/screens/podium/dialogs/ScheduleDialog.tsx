import { useState } from "react";
import { listOf } from "../../../../shared/conference/selectors.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { nextAt } from "./nextAt.ts";

const minute = 60_000;
const usualWindowMs = 30 * minute;

/** Opens and closes a list by itself, at times of the host city announced ahead (SL3). */
export function ScheduleDialog({ segmentId, onClose }: { segmentId: string; onClose: () => void }) {
	const { t } = useSpeech();
	const client = useConference();
	const { run, busy } = useCommand();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const [now] = useState(() => client.clock.now());
	const [list] = useState(() => listOf(client.state(), segmentId));
	const [opens, setOpens] = useState(() => clockTime(list.opensAt ?? now + 5 * minute, timeZone));
	const [closes, setCloses] = useState(() =>
		clockTime(list.closesAt ?? (list.opensAt ?? now) + usualWindowMs, timeZone),
	);
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		const opensAt = nextAt(opens, now, timeZone);
		const closesAt = closes === "" ? null : nextAt(closes, opensAt, timeZone);
		const outcome = await run(
			{ type: "scheduleList", segmentId, opensAt, closesAt },
			{ done: t("podium.listScheduled"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="podium.scheduleList" />}
			submit={<Message id="podium.scheduleSubmit" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<div className="field-pair">
				<label className="field">
					<Message id="podium.opensAt" />
					<input
						className="input"
						type="time"
						required
						value={opens}
						onChange={(event) => setOpens(event.target.value)}
					/>
				</label>
				<label className="field">
					<Message id="podium.closesAtOptional" />
					<input
						className="input"
						type="time"
						value={closes}
						onChange={(event) => setCloses(event.target.value)}
					/>
				</label>
			</div>
			<p className="block-note">
				<Message id="podium.scheduleNote" values={{ time: <bdi>{clockTime(now, timeZone)}</bdi> }} />
			</p>
		</FormDialog>
	);
}
