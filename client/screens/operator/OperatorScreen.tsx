import "../../styles/operator.css";
import "../../styles/operatorOrder.css";
import "../../styles/operatorPhone.css";
import { useSeat } from "../../conference/hooks.ts";
import { Notice } from "../console/Notice.tsx";
import { OperatorConsole } from "./OperatorConsole.tsx";

/** The console of whoever sees to sound and picture: what is sent and received, what plays next, and who needs help. */
export function OperatorScreen() {
	if (useSeat()?.role !== "operator") return <Notice kind="otherSeat" />;
	return <OperatorConsole />;
}
