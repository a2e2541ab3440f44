import type { Localized } from "../../../shared/conference/common.ts";
import { listOf } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";
import type { Directory, Person } from "../../conference/directory.ts";
import { useDirectory, useSelect } from "../../conference/hooks.ts";
import type { ScriptMoment, ScriptSpeaker } from "../../features/script/script.ts";
import { nextAct } from "./nextAct.ts";
import type { Podium } from "./usePodium.ts";

/** When a chair says something: at the next act, or at one of the others that are possible now. */
export const scriptOccasions = [
	"next",
	"pointOfOrder",
	"rightOfReply",
	"closeList",
	"ballot",
	"result",
	"suspend",
	"adjourn",
] as const;
export type ScriptOccasion = (typeof scriptOccasions)[number];

type Moments = { readonly [O in ScriptOccasion]?: ScriptMoment | undefined };

/** What can be said now. The next act is whatever interrupts, or else the call that follows. */
export function useScriptMoments(podium: Podium): Moments {
	const directory = useDirectory();
	return useSelect(
		(state) => momentsOf(podium, state, directory),
		(a, b) => JSON.stringify(a) === JSON.stringify(b),
	);
}

function momentsOf(podium: Podium, state: State, directory: Directory): Moments {
	const { meeting, points, motions, replies, rows, isOpen } = podium;
	const point = points[0];
	const motion = motions[0];
	const reply = replies.find(({ status }) => status === "granted");
	const listOpen = rows.list.status === "open" || rows.list.status === "closing";
	const pointOfOrder =
		point !== undefined && point.status !== "heard"
			? ({ kind: "pointOfOrder", delegation: nameIn(state, point.delegationId) } as const)
			: undefined;
	const ruling =
		point?.status === "heard"
			? ({ kind: "ruling", delegation: nameIn(state, point.delegationId) } as const)
			: undefined;
	const ballot = motion?.status === "moved" ? ({ kind: "ballot", motion: motion.kind } as const) : undefined;
	const challenge = motion?.kind === "challenge" ? ballot : undefined;
	return {
		// Until a point of order is decided nobody else is given the floor.
		next: pointOfOrder ?? ruling ?? challenge ?? callOf(podium, state, directory),
		pointOfOrder,
		rightOfReply: reply && { kind: "rightOfReply", delegation: nameIn(state, reply.delegationId) },
		closeList: listOpen ? { kind: "closeList" } : undefined,
		ballot,
		result: resultOf(state, meeting?.id),
		suspend: isOpen ? { kind: "suspend" } : undefined,
		adjourn: isOpen ? { kind: "adjourn" } : undefined,
	};
}

function callOf(podium: Podium, state: State, directory: Directory): ScriptMoment | undefined {
	const { meeting, statement, running, rows, hands } = podium;
	if (meeting?.status === "planned") return { kind: "openMeeting", meeting: meeting.title };
	const next = nextAct(podium);
	const isStatement = statement !== null && statement.kind !== "pointOfOrder";
	const thanked = isStatement ? nameIn(state, statement.delegationId) : null;
	const give = (speaker: ScriptSpeaker): ScriptMoment => ({ kind: "giveFloor", speaker, thanked });
	switch (next.kind) {
		case "callNext": {
			const entry = listOf(state, rows.list.segmentId).entries.get(rows.list.order[0] ?? "");
			return give(speakerOf(next.delegationId, entry?.speakerId ?? null, state, directory));
		}
		case "callHand":
			return give(speakerOf(next.delegationId, hands[0]?.speakerId ?? null, state, directory));
		case "callReply":
			return { kind: "rightOfReply", delegation: nameIn(state, next.delegationId) };
		case "callSpeaker": {
			const speaker = running?.speaker;
			if (speaker == null) return undefined;
			const { name, title, delegationId } = speaker;
			return give({ delegation: nameIn(state, delegationId), name, title });
		}
		case "resumeMeeting":
			return { kind: "resumeMeeting" };
		case "startSegment":
		case "none":
			return undefined;
	}
}

function nameIn(state: State, delegationId: string): Localized {
	return state.delegations.delegations.get(delegationId)?.name ?? { en: delegationId };
}

function speakerOf(
	delegationId: string,
	speakerId: string | null,
	state: State,
	directory: Directory,
): ScriptSpeaker {
	const delegation = nameIn(state, delegationId);
	const person = speakerId === null ? undefined : directory.get(speakerId);
	if (person === undefined) return { delegation };
	return { delegation, name: person.name, title: person.title, courtesy: courtesyOf(person) };
}

/** A directory made before courtesies were kept has none. */
function courtesyOf({ courtesy }: Person & { readonly courtesy?: "his" | "her" | null | undefined }) {
	return courtesy ?? undefined;
}

function resultOf(state: State, meetingId: string | undefined): ScriptMoment | undefined {
	const decided = [...state.motions.motions.values()].findLast(
		(each) => each.meetingId === meetingId && each.ballot?.result != null,
	);
	const result = decided?.ballot?.result;
	if (decided === undefined || result == null) return undefined;
	const { yes, no, abstain, adopted } = result;
	return { kind: "result", motion: decided.kind, yes, no, abstain, adopted };
}
