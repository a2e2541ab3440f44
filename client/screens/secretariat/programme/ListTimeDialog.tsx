import { type ReactNode, useState } from "react";
import type { Command } from "../../../../shared/conference/decider.ts";
import { listOf } from "../../../../shared/conference/selectors.ts";
import { useConference } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { hostTimeOf, instantOf } from "../parts/hostTime.ts";
import { TimeField } from "./TimeField.tsx";

const minute = 60_000;

const titles = {
	open: "podium.openList",
	schedule: "secretariat.scheduleList",
	announceClosing: "secretariat.announceClosing",
} as const;
const done = {
	open: "secretariat.listOpenedDone",
	schedule: "secretariat.listScheduledDone",
	announceClosing: "secretariat.closingAnnouncedDone",
} as const;

/** Opens a speakers' list, now or by itself at a time announced ahead; or announces when it closes (SL3). */
export function ListTimeDialog({
	act,
	segmentId,
	onClose,
}: {
	act: "open" | "schedule" | "announceClosing";
	segmentId: string;
	onClose: () => void;
}): ReactNode {
	const { t } = useSpeech();
	const client = useConference();
	const { timeZone } = client.state().profile;
	const [opens, setOpens] = useState(() => {
		const planned = listOf(client.state(), segmentId).opensAt;
		return hostTimeOf(planned ?? client.clock.now() + 60 * minute, timeZone);
	});
	const [closes, setCloses] = useState(() => {
		const planned = listOf(client.state(), segmentId).closesAt;
		if (act === "open") return "";
		if (act === "schedule") return planned === null ? "" : hostTimeOf(planned, timeZone);
		return hostTimeOf(planned ?? client.clock.now() + 15 * minute, timeZone);
	});
	const { run } = useCommand();
	const opensAt = instantOf(opens, timeZone);
	const closesAt = instantOf(closes, timeZone);
	const isReversed = act === "schedule" && opensAt !== null && closesAt !== null && closesAt <= opensAt;
	const send = async () => {
		const command = commandOf(act, segmentId, opensAt, closesAt);
		if (command === undefined) return { words: t("secretariat.timesNeeded") };
		const outcome = await run(command, { quiet: true, done: { title: <Message id={done[act]} /> } });
		return outcome.status === "refused" ? outcome : undefined;
	};
	const words = <Message id={titles[act]} />;
	return (
		<ActDialog
			title={words}
			act={words}
			unavailable={isReversed ? t("secretariat.closesBeforeOpens") : undefined}
			onAct={send}
			onClose={onClose}
		>
			{act === "schedule" && (
				<TimeField
					label={<Message id="secretariat.listOpens" />}
					required
					value={opens}
					onChange={setOpens}
				/>
			)}
			<TimeField
				label={<Message id="secretariat.listCloses" />}
				required={act === "announceClosing"}
				value={closes}
				onChange={setCloses}
				note={act === "announceClosing" ? undefined : <Message id="secretariat.closesOptional" />}
				error={isReversed ? <Message id="secretariat.closesBeforeOpens" /> : undefined}
			/>
		</ActDialog>
	);
}

function commandOf(
	act: keyof typeof titles,
	segmentId: string,
	opensAt: number | null,
	closesAt: number | null,
): Command | undefined {
	switch (act) {
		case "open":
			return { type: "openList", segmentId, closesAt };
		case "schedule":
			return opensAt === null ? undefined : { type: "scheduleList", segmentId, opensAt, closesAt };
		case "announceClosing":
			return closesAt === null ? undefined : { type: "announceClosing", segmentId, closesAt };
	}
}
