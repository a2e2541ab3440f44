import { useSeat } from "../../conference/hooks.ts";
import { Notice } from "../console/Notice.tsx";
import { PodiumConsole } from "./PodiumConsole.tsx";

/** The podium is for co-chairs; who holds the gavel acts, the others see all of it. */
export function PodiumScreen() {
	const seat = useSeat();
	if (seat === null || seat.role !== "chair") return <Notice kind="otherSeat" />;
	return <PodiumConsole seat={seat} />;
}
