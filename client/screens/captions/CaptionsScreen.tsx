import "../../styles/booth.css";
import { useSeat } from "../../conference/hooks.ts";
import { Notice } from "../console/Notice.tsx";
import { CaptionsConsole } from "./CaptionsConsole.tsx";

/** Captions are written by captioners, each in one language. */
export function CaptionsScreen() {
	const seat = useSeat();
	if (seat === null || seat.role !== "captioner" || seat.channel === null || seat.channel === "sign")
		return <Notice kind="otherSeat" />;
	return <CaptionsConsole language={seat.channel} />;
}
