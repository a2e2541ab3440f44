import type { Command } from "../../../shared/conference/decider.ts";
import type { Podium } from "./usePodium.ts";

/** The one next act of the chair, the only filled button of the console. */
export type NextAct =
	| { readonly kind: "callNext"; readonly delegationId: string; readonly command: Command }
	| { readonly kind: "callSpeaker"; readonly name: string; readonly command: Command }
	| { readonly kind: "startSegment"; readonly command: Command }
	| { readonly kind: "resumeMeeting"; readonly command: Command }
	| { readonly kind: "none" };

/** What follows now: the next of the list, the programme's speaker, or the next segment. */
export function nextAct(podium: Podium): NextAct {
	const { presides, meeting, isOpen, running, nextSegment, place, rows, statement, awaitsSpeaker } = podium;
	if (!presides || meeting === undefined) return { kind: "none" };
	if (meeting.status === "suspended")
		return { kind: "resumeMeeting", command: { type: "resumeMeeting", meetingId: meeting.id } };
	if (!isOpen) return { kind: "none" };
	// FL3: the act names the statement that the chair sees, so that two presses call once.
	const after = statement?.id ?? null;
	const first = rows.waiting[0]?.entry;
	if (running !== undefined && running.speaker !== null && awaitsSpeaker)
		return {
			kind: "callSpeaker",
			name: running.speaker.name,
			command: { type: "callProgrammeSpeaker", segmentId: running.id, after },
		};
	if (running !== undefined && place?.segment.id === running.id && first !== undefined)
		return {
			kind: "callNext",
			delegationId: first.delegationId,
			command: { type: "giveFloor", segmentId: running.id, entryId: first.id, after },
		};
	if (nextSegment !== undefined && (statement === null || running === undefined))
		return { kind: "startSegment", command: { type: "startSegment", segmentId: nextSegment.id } };
	return { kind: "none" };
}
