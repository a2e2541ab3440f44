import type { Channel, Right, Role } from "../../../shared/conference/common.ts";
import type { Command, CommandType } from "../../../shared/conference/decider.ts";
import type { FloorStatement } from "../../../shared/conference/floor.ts";
import type { Meeting, Segment } from "../../../shared/conference/programme.ts";
import { runningSegment, sittingMeeting } from "../../../shared/conference/programme.ts";
import type { SpeakersList } from "../../../shared/conference/speakersList.ts";
import { listOf } from "../../../shared/conference/speakersList.ts";
import type { State } from "../../../shared/conference/state.ts";
import type { Random, RandomSession } from "../random.ts";
import { Unfit } from "../random.ts";

/** A command, who would sensibly give it, and for how long the gavel's holder is out of reach (ms). */
export interface Composed {
	readonly command: Command;
	readonly as: string;
	readonly unreachableMs?: number;
}

/** One composer for each type of command of a subject. */
export type Composers<Type extends CommandType> = {
	readonly [T in Type]: (scene: Scene, type: T) => Composed;
};

/** The types of a subject's commands. */
export type TypeOf<Commands extends { readonly type: CommandType }> = Commands["type"];

/** The identifiers of some things. */
export const ids = (all: Iterable<{ readonly id: string }>) => Array.from(all, ({ id }) => id);

/** Whether a list takes inscriptions by its status. */
export const isOpen = ({ status }: SpeakersList) => status === "open" || status === "closing";

/** Whether a segment is not over. */
export const isAhead = (each: Segment, of: Meeting) => each.status !== "ended" && of.status !== "closed";

/** What the composers look at: a session's present state and choices that fit it. */
export class Scene {
	readonly session: RandomSession;
	readonly random: Random;
	readonly state: State;
	readonly now: number;
	readonly meetings: readonly Meeting[];
	readonly segments: readonly Segment[];
	readonly delegations: readonly string[];
	readonly sitting: Meeting | undefined;
	readonly floor: FloorStatement | null;

	constructor(session: RandomSession) {
		this.session = session;
		this.random = session.random;
		this.state = session.state;
		this.now = session.now;
		this.meetings = [...this.state.programme.meetings.values()];
		this.segments = this.meetings.flatMap((each) => each.segments);
		this.delegations = [...this.state.delegations.delegations.keys()];
		this.sitting = sittingMeeting(this.state);
		this.floor = this.state.floor.statement;
	}

	get isWild(): boolean {
		return this.session.isWild;
	}

	get representatives() {
		return [...this.state.delegations.representatives.values()];
	}

	get running(): Segment | undefined {
		return runningSegment(this.state)?.segment;
	}

	/** The command is given up unless it fits, or the step is wild. */
	need(fits: boolean): void {
		if (!fits && !this.isWild) throw new Unfit();
	}

	/** A random condition that wild steps pass. */
	seldom(probability: number): void {
		this.need(this.random.chance(probability));
	}

	choose(fitting: readonly string[], all: readonly string[] = fitting): string {
		return this.session.choose(fitting, all);
	}

	newId(prefix: string): string {
		return this.session.newId(prefix);
	}

	/** Words that only some may read; the canary of the projections looks for them. */
	secret(what: string): string {
		return `secret ${what} ${this.newId(what)}`;
	}

	desk(): string {
		const desks = ids(this.representatives.filter(({ role }) => role === "secretariat"));
		return this.random.pick([...desks, "system"]);
	}

	operator(): string {
		const operators = ids(this.representatives.filter(({ role }) => role === "operator"));
		return operators.length === 0 ? "system" : this.random.pick(operators);
	}

	/** Somebody who works on a channel, else the system. */
	workerOn(channel: Channel, ...roles: readonly Role[]): string {
		const able = this.representatives.filter(
			(each) => each.channel === channel && (roles.length === 0 || roles.includes(each.role)),
		);
		return able.length === 0 ? "system" : this.random.pick(able).id;
	}

	chair(): string {
		return this.state.gavel.holder?.representativeId ?? "system";
	}

	/** A representative of a delegation with a right, else the system. */
	memberOf(delegationId: string | undefined, right: Right): string {
		const able = this.representatives.filter(
			(each) => each.delegationId === delegationId && each.rights.includes(right),
		);
		return able.length === 0 ? "system" : this.random.pick(able).id;
	}

	speakersOf(delegationId: string | undefined): string[] {
		return ids(
			this.representatives.filter(
				(each) => each.delegationId === delegationId && each.rights.includes("speak"),
			),
		);
	}

	coChairsOf(of: Meeting | undefined) {
		return this.representatives.filter(
			({ role, delegationId }) => role === "chair" && of?.coChairs.includes(delegationId ?? ""),
		);
	}

	meetingWith(...status: Meeting["status"][]): string {
		return this.choose(ids(this.meetings.filter((each) => status.includes(each.status))), ids(this.meetings));
	}

	/** A segment of statements whose list is as asked for, and who runs its list. */
	listWhere(fits: (list: SpeakersList, segment: Segment, meeting: Meeting) => boolean) {
		const isAny = this.isWild && this.random.chance(0.5);
		const fitting = this.meetings.flatMap((of) =>
			of.segments.filter(
				(each) => each.kind === "statements" && (isAny || fits(listOf(this.state, each.id), each, of)),
			),
		);
		const running = fitting.filter(({ status }) => status === "running");
		const present = running.length > 0 && this.random.chance(0.7) ? running : fitting;
		const segmentId = this.choose(ids(present), ids(this.segments));
		const presides = this.presidesOver(segmentId) && this.random.chance(0.6);
		return { segmentId, list: listOf(this.state, segmentId), runner: presides ? this.chair() : this.desk() };
	}

	/** Whether a segment is of the meeting that sits. */
	presidesOver(segmentId: string): boolean {
		return this.sitting?.segments.some(({ id }) => id === segmentId) === true;
	}

	entryIn(list: SpeakersList): string {
		return this.choose(list.order, [...list.entries.keys()]);
	}

	/** The segment in which the floor is given, when it is as asked for. */
	runningWhere(fits: (segment: Segment) => boolean): string {
		const { running } = this;
		const isFitting = this.sitting?.status === "open" && running !== undefined && fits(running);
		return this.choose(isFitting && running !== undefined ? [running.id] : [], ids(this.segments));
	}

	/** What the caller sees on the floor, or now and then a floor that is no longer so. */
	after(): string | null {
		return this.isWild && this.random.chance(0.3) ? null : (this.floor?.id ?? null);
	}

	statementId(): string {
		return this.choose(this.floor === null ? [] : [this.floor.id], [
			...this.state.statements.statements.keys(),
		]);
	}
}
