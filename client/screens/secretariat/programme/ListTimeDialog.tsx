import { useState } from "react";
import { listOf } from "../../../../shared/conference/selectors.ts";
import { useConference } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { hostTimeOf, instantOf } from "../parts/hostTime.ts";
import { TimeField } from "./TimeField.tsx";

const minute = 60_000;

/** Opens a speakers' list, with or without a closing time; or announces when it closes. */
export function ListTimeDialog({
	act,
	segmentId,
	onClose,
}: {
	act: "open" | "announceClosing";
	segmentId: string;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const client = useConference();
	const { timeZone } = client.state().profile;
	const isOpening = act === "open";
	const [closes, setCloses] = useState(() => {
		if (isOpening) return "";
		const planned = listOf(client.state(), segmentId).closesAt;
		return hostTimeOf(planned ?? client.clock.now() + 15 * minute, timeZone);
	});
	const { run } = useCommand();
	const send = async () => {
		const closesAt = instantOf(closes, timeZone);
		if (isOpening) {
			const done = { title: <Message id="secretariat.listOpenedDone" /> };
			const outcome = await run({ type: "openList", segmentId, closesAt }, { quiet: true, done });
			return outcome.status === "refused" ? outcome : undefined;
		}
		if (closesAt === null) return { words: t("secretariat.timesNeeded") };
		const done = { title: <Message id="secretariat.closingAnnouncedDone" /> };
		const outcome = await run({ type: "announceClosing", segmentId, closesAt }, { quiet: true, done });
		return outcome.status === "refused" ? outcome : undefined;
	};
	const words = <Message id={isOpening ? "podium.openList" : "secretariat.announceClosing"} />;
	return (
		<ActDialog title={words} act={words} onAct={send} onClose={onClose}>
			<TimeField
				label={<Message id="secretariat.listCloses" />}
				required={!isOpening}
				value={closes}
				onChange={setCloses}
				note={isOpening ? <Message id="secretariat.closesOptional" /> : undefined}
			/>
		</ActDialog>
	);
}
