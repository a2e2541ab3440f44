import type { Motion } from "../../../shared/conference/motions.ts";
import { canVote, openMotions } from "../../../shared/conference/motions.ts";
import type { PointOfOrder } from "../../../shared/conference/pointsOfOrder.ts";
import { challengeablePoint, openPoints } from "../../../shared/conference/pointsOfOrder.ts";
import type { Reply } from "../../../shared/conference/replies.ts";
import { runningSegment, sittingMeeting } from "../../../shared/conference/selectors.ts";
import type { Statement } from "../../../shared/conference/statements.ts";
import { wasHeard } from "../../../shared/conference/statements.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";

/** What a delegation may do in the procedure now, and what it has under way. */
export interface Procedure {
	/** The meeting that sits and is open; null where no act is possible. */
	readonly meetingId: string | null;
	readonly segmentId: string | null;
	/** The own point of order that the chair has still to deal with. */
	readonly point: PointOfOrder | undefined;
	/** The latest point of order on which the chair has ruled, while the ruling can be challenged. */
	readonly challengeable: PointOfOrder | undefined;
	/** Replies of this delegation in the segment, oldest first. */
	readonly replies: readonly Reply[];
	readonly repliesLeft: number;
	/** Statements to which it may reply, the latest first. */
	readonly repliable: readonly Statement[];
	/** Motions that are not decided, in the order in which they are put to the vote. */
	readonly motions: readonly Motion[];
	readonly votes: boolean;
}

export function useProcedure(delegationId: string): Procedure {
	const meetingId = useSelect((state) => {
		const meeting = sittingMeeting(state);
		return meeting?.status === "open" ? meeting.id : null;
	});
	const segmentId = useSelect((state) => runningSegment(state)?.segment.id ?? null);
	const point = useSelect((state) => openPoints(state).find((each) => each.delegationId === delegationId));
	const challengeable = useSelect(challengeablePoint);
	const replies = useSelect(
		(state) =>
			[...state.replies.replies.values()].filter(
				(each) => each.segmentId === segmentId && each.delegationId === delegationId,
			),
		sameItems,
	);
	const each = useSelect((state) => state.profile.procedure.repliesEach);
	const repliable = useSelect(
		(state) =>
			[...state.statements.statements.values()]
				.filter(
					(statement) =>
						statement.segmentId === segmentId &&
						statement.kind !== "pointOfOrder" &&
						statement.delegationId !== delegationId &&
						wasHeard(statement),
				)
				.reverse(),
		sameItems,
	);
	const motions = useSelect(openMotions, sameItems);
	const votes = useSelect((state) => canVote(state, delegationId));
	const used = replies.filter(({ status }) => status === "called").length;
	return {
		meetingId,
		segmentId,
		point,
		challengeable,
		replies,
		repliesLeft: Math.max(0, each - used),
		repliable,
		motions,
		votes,
	};
}
