import { useMediaOff, usePresence, useReadiness } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import { Status } from "../../ui/Status.tsx";
import { standingOf } from "./standing.ts";

/** Whether a delegation that is called soon can be seen and heard, and why not: for those who run the meeting. */
export function Readiness({ delegationId }: { delegationId: string }) {
	const isHere = usePresence().has(delegationId);
	const report = useReadiness().get(delegationId);
	const { tone, id } = standingOf({ report, isHere, isMediaOff: useMediaOff() });
	return (
		<Status tone={tone}>
			<Message id={id} />
		</Status>
	);
}
