import type { SeatReport } from "../../../shared/protocol/media.ts";
import { usePresence, useReadiness } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { type LightTone, Status } from "../../ui/Status.tsx";

/** Whether a delegation that is called soon can be seen and heard, and why not: for those who run the meeting. */
export function Readiness({ delegationId }: { delegationId: string }) {
	const isHere = usePresence().has(delegationId);
	const report = useReadiness().get(delegationId);
	const { tone, id } = standingOf(report, isHere);
	return (
		<Status tone={tone}>
			<Message id={id} />
		</Status>
	);
}

/** What is in the way comes first, whatever the person says of it. */
function standingOf(report: SeatReport | undefined, isHere: boolean): { tone: LightTone; id: MessageId } {
	if (report === undefined)
		return isHere ? { tone: "off", id: "podium.seatHere" } : { tone: "red", id: "podium.seatAway" };
	if (report.microphone === "muted") return { tone: "brass", id: "podium.seatMuted" };
	if (report.connection === "poor") return { tone: "brass", id: "podium.seatWeak" };
	if (report.microphone === "quiet") return { tone: "brass", id: "podium.seatQuiet" };
	if (!report.ready) return { tone: "brass", id: "podium.seatGreenRoom" };
	return { tone: "green", id: report.camera === "off" ? "podium.seatSound" : "podium.seatReady" };
}
