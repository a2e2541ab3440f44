import type { Motion } from "../../../shared/conference/motions.ts";
import { Message } from "../../i18n/intl.tsx";

const adopted = {
	challenge: "procedure.rulingOverruled",
	suspendMeeting: "procedure.meetingSuspended",
	adjournMeeting: "procedure.meetingAdjourned",
	adjournDebate: "procedure.debateAdjourned",
	closeDebate: "procedure.debateClosed",
} as const satisfies { readonly [Kind in Motion["kind"]]: string };

/** What a vote decided, in words, with its figures: "Adopted by 41 votes to 12, with 6 abstentions. The debate is adjourned." */
export function MotionOutcome({ motion }: { motion: Motion }) {
	const result = motion.ballot?.result;
	if (result == null) return null;
	const { yes, no, abstain } = result;
	const words = motion.kind === "challenge" && !result.adopted ? "procedure.rulingStands" : undefined;
	return (
		<>
			<Message
				id={result.adopted ? "procedure.adoptedBy" : "procedure.rejectedBy"}
				values={{ yes, no, abstain }}
			/>{" "}
			{result.adopted ? (
				<Message id={adopted[motion.kind]} />
			) : (
				<Message id={words ?? "procedure.nothingChanges"} />
			)}
		</>
	);
}
