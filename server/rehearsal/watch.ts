import type { Command, ProjectedEvent } from "../../shared/conference/decider.ts";
import type { RecordedStatement } from "../../shared/conference/floor.ts";

/**
 * Tells the acts of others from those of the cast: what the cast is about to do it says here first, and what
 * then happens without having been said was somebody else.
 */
export class Watch {
	/** What was said, with the time of this process until which it can still happen. */
	readonly #expected = new Map<string, number>();
	readonly #acted = new Map<string, number>();
	#gavelUsedAt: number | null = null;
	#deskUsedAt: number | null = null;
	#clockSetAt: number | null = null;
	#lastSeenAt: number | null = null;

	/** When somebody else last used the gavel, the desk, the clock; ms of this process' clock, or null. */
	get gavelUsedAt(): number | null {
		return this.#gavelUsedAt;
	}
	get deskUsedAt(): number | null {
		return this.#deskUsedAt;
	}
	get clockSetAt(): number | null {
		return this.#clockSetAt;
	}
	/** When somebody else last did anything that shows. */
	get lastSeenAt(): number | null {
		return this.#lastSeenAt;
	}

	/** When somebody else last acted for this delegation. */
	actedAt(delegationId: string): number | null {
		return this.#acted.get(delegationId) ?? null;
	}

	forget(): void {
		this.#acted.clear();
		this.#gavelUsedAt = null;
		this.#deskUsedAt = null;
		this.#clockSetAt = null;
	}

	expect(command: Command): void {
		const now = performance.now();
		for (const [mark, until] of this.#expected) if (until < now) this.#expected.delete(mark);
		const mark = markOfCommand(command);
		if (mark !== undefined) this.#expected.set(mark, now + 60_000);
	}

	/** Looks at what happened, as the secretariat sees it. */
	see(events: readonly ProjectedEvent[]): void {
		const now = performance.now();
		for (const event of events) {
			const seen = markOfEvent(event);
			if (seen === undefined || (this.#expected.get(seen.mark) ?? 0) >= now) continue;
			this.#lastSeenAt = now;
			if (seen.by === "chair") this.#gavelUsedAt = now;
			else if (seen.by === "desk") this.#deskUsedAt = now;
			else if (seen.by === "clock") this.#clockSetAt = now;
			else this.#acted.set(seen.by, now);
		}
	}
}

function markOfCommand(command: Command): string | undefined {
	switch (command.type) {
		case "openMeeting":
			return `opened ${command.meetingId}`;
		case "suspendMeeting":
			return `suspended ${command.meetingId}`;
		case "resumeMeeting":
			return `resumed ${command.meetingId}`;
		case "closeMeeting":
			return `closed ${command.meetingId}`;
		case "startSegment":
			return `started ${command.segmentId}`;
		case "giveFloor":
			return `given ${command.entryId}`;
		case "callProgrammeSpeaker":
			return `given ${command.segmentId}`;
		case "callHand":
			return `given ${command.handId}`;
		case "callReply":
			return `given ${command.replyId}`;
		case "hearPointOfOrder":
			return `given ${command.pointId}`;
		case "ruleOnPoint":
			return `ruled ${command.pointId}`;
		case "grantReply":
		case "declineReply":
			return `answered ${command.replyId}`;
		case "openBallot":
			return `put ${command.motionId}`;
		case "closeBallot":
			return `counted ${command.motionId}`;
		case "markAbsent":
			return `absent ${command.entryId}`;
		case "pauseFloor":
			return `paused ${command.statementId}`;
		case "resumeFloor":
			return `running ${command.statementId}`;
		case "extendFloor":
			return `extended ${command.statementId}`;
		case "yieldFloor":
		case "endFloor":
			return `ended ${command.statementId}`;
		case "moveEntry":
			return `moved ${command.entryId}`;
		case "inscribe":
			return `inscribed ${command.delegationId}`;
		case "submitPledge":
			return `submitted ${command.pledgeId}`;
		case "acceptPledge":
			return `accepted ${command.pledgeId}`;
		case "confirmPledge":
			return `confirmed ${command.pledgeId}`;
		case "declareSupport":
			return `supports ${command.delegationId}`;
		case "setClockRate":
			return "clock";
		default:
			return undefined;
	}
}

/** What was called: the entry, the hand, the reply or the point; else the programme's speaker of a segment. */
function calledIn({ entryId, sourceId, segmentId }: RecordedStatement): string {
	return entryId ?? sourceId ?? segmentId;
}

/** What an event tells of who acted: the chair, the desk, somebody at the clock, or a delegation by its id. */
function markOfEvent(event: ProjectedEvent): { readonly mark: string; readonly by: string } | undefined {
	const chair = (mark: string) => ({ mark, by: "chair" });
	switch (event.type) {
		case "MeetingOpened":
			return chair(`opened ${event.data.meetingId}`);
		case "MeetingSuspended":
			return chair(`suspended ${event.data.meetingId}`);
		case "MeetingResumed":
			return chair(`resumed ${event.data.meetingId}`);
		case "MeetingClosed":
			return chair(`closed ${event.data.meetingId}`);
		case "SegmentStarted":
			return chair(`started ${event.data.segmentId}`);
		case "FloorGiven":
			return chair(`given ${calledIn(event.data.statement)}`);
		case "PointOfOrderRuled":
			return chair(`ruled ${event.data.pointId}`);
		case "ReplyGranted":
		case "ReplyDeclined":
			return chair(`answered ${event.data.replyId}`);
		case "BallotOpened":
			return chair(`put ${event.data.motionId}`);
		case "BallotClosed":
			return chair(`counted ${event.data.motionId}`);
		case "EntryMarkedAbsent":
			return chair(`absent ${event.data.entryId}`);
		case "FloorPaused":
			return chair(`paused ${event.data.statementId}`);
		case "FloorResumed":
			return chair(`running ${event.data.statementId}`);
		case "FloorExtended":
			return chair(`extended ${event.data.statementId}`);
		case "FloorEnded":
			return event.data.reason === "endedByChair" ? chair(`ended ${event.data.statementId}`) : undefined;
		case "EntryMoved":
			return chair(`moved ${event.data.entryId}`);
		case "DelegationInscribed": {
			const { delegationId } = event.data.entry;
			return { mark: `inscribed ${delegationId}`, by: delegationId };
		}
		case "PledgeShown": {
			const { id, state, delegationId } = event.data.pledge;
			if (state === "submitted") return { mark: `submitted ${id}`, by: delegationId };
			// Not the question: a delegation that rewrites its pledge shows it in that state once more.
			const isDesk = state === "accepted" || state === "confirmed";
			return isDesk ? { mark: `${state} ${id}`, by: "desk" } : undefined;
		}
		case "SupportDeclared": {
			const { delegationId, how } = event.data;
			return how === "writing" ? undefined : { mark: `supports ${delegationId}`, by: delegationId };
		}
		case "ClockRateSet":
			return { mark: "clock", by: "clock" };
		default:
			return undefined;
	}
}
