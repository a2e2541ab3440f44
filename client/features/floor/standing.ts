import type { SeatReport } from "../../../shared/protocol/media.ts";
import type { MessageId } from "../../i18n/loadMessages.ts";
import type { LightTone } from "../../ui/Status.tsx";

/** What is known of a seat that is called soon. */
export interface Known {
	/** What it found in the green room, if it is there. */
	readonly report: SeatReport | undefined;
	/** Whether somebody of the delegation has a screen open. */
	readonly isHere: boolean;
	/** The server has no sound and picture, and hence no green room to be in. */
	readonly isMediaOff: boolean;
}

/** How a seat stands; what is in the way comes first, whatever the person says of it. */
export function standingOf({ report, isHere, isMediaOff }: Known): { tone: LightTone; id: MessageId } {
	if (report === undefined) {
		if (!isHere) return { tone: "red", id: "podium.seatAway" };
		return isMediaOff ? { tone: "green", id: "podium.present" } : { tone: "off", id: "podium.seatHere" };
	}
	if (report.microphone === "muted") return { tone: "brass", id: "podium.seatMuted" };
	if (report.connection === "poor") return { tone: "brass", id: "podium.seatWeak" };
	if (report.microphone === "quiet") return { tone: "brass", id: "podium.seatQuiet" };
	if (!report.ready) return { tone: "brass", id: "podium.seatGreenRoom" };
	return { tone: "green", id: report.camera === "off" ? "podium.seatSound" : "podium.seatReady" };
}
