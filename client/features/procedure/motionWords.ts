import type { MotionKind, Vote } from "../../../shared/conference/motions.ts";
import type { Ruling } from "../../../shared/conference/pointsOfOrder.ts";

/** What a motion is called: "Motion to suspend the meeting". */
export const motionWords = {
	challenge: "procedure.challenge",
	suspendMeeting: "procedure.suspendMeeting",
	adjournMeeting: "procedure.adjournMeeting",
	adjournDebate: "procedure.adjournDebate",
	closeDebate: "procedure.closeDebate",
} as const satisfies { readonly [Kind in MotionKind]: string };

/** What the chair asks before a vote: "Shall the ruling be overruled?" */
export const questionWords = {
	challenge: "procedure.askChallenge",
	suspendMeeting: "procedure.askSuspendMeeting",
	adjournMeeting: "procedure.askAdjournMeeting",
	adjournDebate: "procedure.askAdjournDebate",
	closeDebate: "procedure.askCloseDebate",
} as const satisfies { readonly [Kind in MotionKind]: string };

export const voteWords = {
	yes: "procedure.yes",
	no: "procedure.no",
	abstain: "procedure.abstain",
	notParticipating: "procedure.notParticipating",
} as const satisfies { readonly [V in Vote]: string };

export const rulingWords = {
	upheld: "procedure.upheld",
	notUpheld: "procedure.notUpheld",
	noted: "procedure.noted",
} as const satisfies { readonly [R in Ruling["ruling"]]: string };
