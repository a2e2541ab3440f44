import { presentMeeting } from "../../../shared/conference/selectors.ts";
import { useSelect } from "../../conference/hooks.ts";
import { SessionName } from "./SessionName.tsx";

/** The serif line of a console's header: the present meeting. */
export function PresentMeetingTitle() {
	const meeting = useSelect(presentMeeting);
	return meeting === undefined ? null : <SessionName meeting={meeting} />;
}
