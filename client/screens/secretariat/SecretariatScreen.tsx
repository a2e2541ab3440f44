import "../../styles/secretariat.css";
import "../../styles/secretariatDetail.css";
import "../../styles/secretariatPhone.css";
import "../../styles/secretariatList.css";
import "../../styles/secretariatPledges.css";
import { Navigate, Route, Routes } from "react-router";
import { useSeat } from "../../conference/hooks.ts";
import { Notice } from "../console/Notice.tsx";
import { DelegationsView } from "./delegations/DelegationsView.tsx";
import { MessagesView } from "./messages/MessagesView.tsx";
import { useAddress } from "./parts/SecretariatShell.tsx";
import { PledgeDesk } from "./pledges/PledgeDesk.tsx";
import { ProgrammeView } from "./programme/ProgrammeView.tsx";

/** The secretariat's console: the pledge desk, who takes part, the programme with its lists, and messages. */
export function SecretariatScreen() {
	const address = useAddress();
	if (useSeat()?.role !== "secretariat") return <Notice kind="otherSeat" />;
	return (
		<Routes>
			<Route path="pledges/:pledgeId?" element={<PledgeDesk />} />
			<Route path="delegations/:delegationId?" element={<DelegationsView />} />
			<Route path="programme/:meetingId?/:segmentId?" element={<ProgrammeView />} />
			<Route path="messages" element={<MessagesView />} />
			<Route path="*" element={<Navigate to={address("pledges")} replace />} />
		</Routes>
	);
}
