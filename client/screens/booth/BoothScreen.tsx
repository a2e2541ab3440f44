import "../../styles/booth.css";
import { useSeat } from "../../conference/hooks.ts";
import { Notice } from "../console/Notice.tsx";
import { BoothConsole } from "./BoothConsole.tsx";

/** The booth is for interpreters, each in that of their own channel. */
export function BoothScreen() {
	const seat = useSeat();
	if (seat === null || seat.role !== "interpreter" || seat.channel === null)
		return <Notice kind="otherSeat" />;
	return <BoothConsole representativeId={seat.representativeId} channel={seat.channel} />;
}
