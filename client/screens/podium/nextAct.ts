import type { Command } from "../../../shared/conference/decider.ts";
import type { Podium } from "./usePodium.ts";

/** The one next act of the chair, the only filled button of the console. */
export type NextAct =
	| {
			readonly kind: "callNext" | "callHand" | "callReply";
			readonly delegationId: string;
			readonly command: Command;
	  }
	| { readonly kind: "callSpeaker"; readonly name: string; readonly command: Command }
	| { readonly kind: "startSegment"; readonly command: Command }
	| { readonly kind: "resumeMeeting"; readonly command: Command }
	| { readonly kind: "none" };

/** What has to be dealt with before anybody is called (PO2, MO8). */
export type Obstacle =
	| { readonly by: "point"; readonly delegationId: string; readonly heard: boolean }
	| { readonly by: "ballot" }
	| { readonly by: "challenge"; readonly delegationId: string };

/** What follows now: the next of the list, a hand, a reply, the programme's speaker, or the next segment. */
export function nextAct(podium: Podium): NextAct {
	const { presides, meeting, isOpen, running, nextSegment, statement, awaitsSpeaker } = podium;
	if (!presides || meeting === undefined) return { kind: "none" };
	if (meeting.status === "suspended")
		return { kind: "resumeMeeting", command: { type: "resumeMeeting", meetingId: meeting.id } };
	if (!isOpen) return { kind: "none" };
	// FL3: the act names the statement that the chair sees, so that two presses call once.
	const after = statement?.id ?? null;
	if (running !== undefined && running.speaker !== null && awaitsSpeaker)
		return {
			kind: "callSpeaker",
			name: running.speaker.name,
			command: { type: "callProgrammeSpeaker", segmentId: running.id, after },
		};
	const call = callOf(podium, after);
	if (call !== undefined) return call;
	if (nextSegment !== undefined && (statement === null || running === undefined))
		return { kind: "startSegment", command: { type: "startSegment", segmentId: nextSegment.id } };
	return { kind: "none" };
}

/** Whom the running segment gives the floor next, by its mode (PR8, RR3). */
function callOf({ running, place, rows, hands, replies }: Podium, after: string | null): NextAct | undefined {
	if (running === undefined || place?.segment.id !== running.id) return undefined;
	const segmentId = running.id;
	const first = rows.waiting[0]?.entry;
	const hand = hands[0];
	if (running.debate === "open" && running.mode === "list" && first !== undefined)
		return {
			kind: "callNext",
			delegationId: first.delegationId,
			command: { type: "giveFloor", segmentId, entryId: first.id, after },
		};
	if (running.debate === "open" && running.mode === "requests" && hand !== undefined)
		return {
			kind: "callHand",
			delegationId: hand.delegationId,
			command: { type: "callHand", segmentId, handId: hand.id, after },
		};
	const reply = replies.find(({ status }) => status === "granted");
	const isListHeard = rows.list.order.length === 0 || running.debate === "closed";
	if (reply !== undefined && isListHeard)
		return {
			kind: "callReply",
			delegationId: reply.delegationId,
			command: { type: "callReply", segmentId, replyId: reply.id, after },
		};
	return undefined;
}

/** What stands in the way of the next call; nothing where it can be made. */
export function obstacleTo(next: NextAct, { points, motions }: Podium): Obstacle | undefined {
	const isCall = next.kind !== "none" && next.kind !== "startSegment" && next.kind !== "resumeMeeting";
	if (!isCall) return undefined;
	const point = points[0];
	if (point !== undefined)
		return { by: "point", delegationId: point.delegationId, heard: point.status === "heard" };
	if (motions.some(({ status }) => status === "voting")) return { by: "ballot" };
	const challenge = motions.find(({ kind }) => kind === "challenge");
	return challenge && { by: "challenge", delegationId: challenge.delegationId };
}
