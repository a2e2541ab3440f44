import { useSeat } from "../../conference/hooks.ts";
import { Notice } from "../console/Notice.tsx";
import { DelegateConsole } from "./DelegateConsole.tsx";
import { SeatDialogs } from "./seatDialog.tsx";

/** A seat of a delegation; a co-chair has one too, for everything that is not presiding. */
export function DelegateScreen() {
	const seat = useSeat();
	if (seat === null || seat.delegationId === null) return <Notice kind="otherSeat" />;
	return (
		<SeatDialogs>
			<DelegateConsole seat={seat} delegationId={seat.delegationId} />
		</SeatDialogs>
	);
}
