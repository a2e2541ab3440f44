import type { BallotResult, Motion, MotionKind } from "../../../shared/conference/motions.ts";
import { openMotions } from "../../../shared/conference/motions.ts";
import type { Ruling } from "../../../shared/conference/pointsOfOrder.ts";
import { openPoints } from "../../../shared/conference/pointsOfOrder.ts";
import { runningSegment, sittingMeeting, timeLeft } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";

/** What happens to the floor beside whoever has it: a line under the plate, and words said aloud. */
export type FloorNotice =
	| {
			readonly kind: "interrupted";
			readonly key: string;
			readonly delegationId: string;
			/** Whose statement stands still, with how much of its time left (ms; negative over time). */
			readonly interruptedId: string;
			readonly leftMs: number;
	  }
	| { readonly kind: "raised" | "waiting"; readonly key: string; readonly delegationId: string }
	| {
			readonly kind: "ruled";
			readonly key: string;
			readonly delegationId: string;
			readonly ruling: Ruling["ruling"];
	  }
	| { readonly kind: "vote"; readonly key: string; readonly motion: MotionKind }
	| {
			readonly kind: "result";
			readonly key: string;
			readonly motion: MotionKind;
			readonly result: BallotResult;
	  }
	| { readonly kind: "suspended"; readonly key: string };

/** The motion that is being voted on. */
export function motionInVote(state: State): Motion | undefined {
	return openMotions(state).find(({ status }) => status === "voting");
}

/** The notices of this moment, the most urgent first. */
export function floorNotices(state: State): FloorNotice[] {
	return [
		...interruption(state),
		...vote(state),
		...pointsToHear(state),
		...lastRuling(state),
		...lastResult(state),
		...suspension(state),
	];
}

function interruption({ floor: { statement, interrupted } }: State): FloorNotice[] {
	if (statement === null || interrupted === null) return [];
	/* The clock of who was interrupted stands, so that any instant gives the same. */
	const { leftMs } = timeLeft(interrupted, statement.givenAt);
	const { delegationId } = statement;
	return [
		{
			kind: "interrupted",
			key: `interrupted ${statement.id}`,
			delegationId,
			interruptedId: interrupted.delegationId,
			leftMs,
		},
	];
}

function pointsToHear(state: State): FloorNotice[] {
	return openPoints(state).flatMap(({ id, status, delegationId }): FloorNotice[] =>
		status === "raised" || status === "waiting"
			? [{ kind: status, key: `${status} ${id}`, delegationId }]
			: [],
	);
}

/** Whether somebody has begun or gone on to speak: what was decided before is no news any more. */
function isSpokenSince(state: State, at: number): boolean {
	const latestStart = [...state.statements.statements.values()].at(-1)?.startedAt ?? 0;
	return latestStart > at || (state.floor.statement?.runningSince ?? 0) > at;
}

/** The chair's ruling, until somebody speaks again. */
function lastRuling(state: State): FloorNotice[] {
	const meetingId = sittingMeeting(state)?.id;
	const last = [...state.pointsOfOrder.points.values()].findLast((each) => each.meetingId === meetingId);
	if (last === undefined || last.ruling === null || last.ruling.challenge !== null) return [];
	if (isSpokenSince(state, last.ruling.at)) return [];
	const { delegationId, ruling } = last;
	return [{ kind: "ruled", key: `ruled ${last.id}`, delegationId, ruling: ruling.ruling }];
}

function vote(state: State): FloorNotice[] {
	const motion = motionInVote(state);
	return motion === undefined ? [] : [{ kind: "vote", key: `vote ${motion.id}`, motion: motion.kind }];
}

/** The result as declared, until somebody is given the floor or another meeting sits. */
function lastResult(state: State): FloorNotice[] {
	if (motionInVote(state) !== undefined) return [];
	const last = [...state.motions.motions.values()].findLast(({ ballot }) => ballot?.result != null);
	const result = last?.ballot?.result;
	if (last === undefined || result == null || isSpokenSince(state, result.at)) return [];
	const sitting = sittingMeeting(state);
	if (sitting !== undefined && sitting.id !== last.meetingId) return [];
	/* What was suspended or adjourned has been taken up again. */
	if (result.adopted && last.kind === "suspendMeeting" && sitting?.status === "open") return [];
	const debate = runningSegment(state)?.segment.debate;
	if (result.adopted && last.kind === "adjournDebate" && debate !== "adjourned") return [];
	return [{ kind: "result", key: `result ${last.id}`, motion: last.kind, result }];
}

/** Said under the plate of whoever has the floor meanwhile; a free floor says it itself. */
function suspension(state: State): FloorNotice[] {
	const sitting = sittingMeeting(state);
	if (sitting?.status !== "suspended" || state.floor.statement === null) return [];
	return [{ kind: "suspended", key: `suspended ${sitting.id}` }];
}
