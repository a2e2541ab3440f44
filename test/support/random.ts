import type { Actor } from "../../shared/conference/actor.ts";
import { actorOf, system } from "../../shared/conference/actor.ts";
import { levels } from "../../shared/conference/common.ts";
import type { Command, CommandType, DomainEvent } from "../../shared/conference/decider.ts";
import { commandTypes, decide } from "../../shared/conference/decider.ts";
import { due } from "../../shared/conference/due.ts";
import { openMotions } from "../../shared/conference/motions.ts";
import { openPoints } from "../../shared/conference/pointsOfOrder.ts";
import { orderPresets, usualProcedure } from "../../shared/conference/procedure.ts";
import { conferenceTime } from "../../shared/conference/profile.ts";
import { runningSegment } from "../../shared/conference/programme.ts";
import { playing, recordingOnFloor } from "../../shared/conference/recordingPlace.ts";
import type { Rejection } from "../../shared/conference/rejection.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { contextFor, fold, start } from "./decider.ts";
import {
	defineCommand,
	delegationsCommand,
	initiativeCommand,
	needsCommand,
	people,
	programmeCommand,
} from "./factories.ts";
import { compose } from "./randomCommands/compose.ts";
import type { Composed } from "./randomCommands/scene.ts";

/** A small generator of random numbers (mulberry32): the same seed gives the same session on every machine. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A number from 0 up to and without 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(from: readonly T[]): T {
		const one = from[this.below(from.length)];
		if (one === undefined) throw new Error("Nothing to pick from.");
		return one;
	}
}

/** A journal record as `test/journals` keeps it: the event, who caused it and by which command. */
export interface SessionRecord {
	readonly seq: number;
	/** Conference time in ms. */
	readonly time: number;
	readonly actor: string;
	readonly commandId: string;
	readonly type: DomainEvent["type"];
	readonly data: DomainEvent["data"];
}

export interface Step {
	readonly command: Command;
	readonly actor: Actor;
	readonly now: number;
	readonly before: State;
	readonly after: State;
	readonly events: readonly DomainEvent[];
	readonly rejection: Rejection | undefined;
}

/** Thrown by a generator that finds nothing fitting in the present state; the session then tries another command. */
export class Unfit extends Error {}

const interrupting = new Set<CommandType>([
	"suspendMeeting",
	"closeMeeting",
	"startSegment",
	"adoptProgramme",
	"changeMode",
	"closeList",
]);

/** What a session mostly consists of; every other type of command has the weight 1. */
const often = {
	giveFloor: 24,
	callHand: 14,
	raisePointOfOrder: 6,
	withdrawPointOfOrder: 3,
	askToWait: 5,
	moveMotion: 5,
	withdrawMotion: 2,
	closeMeeting: 3,
	lowerHand: 3,
	takeBackMove: 2,
	declineSwap: 12,
	sharePledge: 3,
	callReply: 10,
	withdrawSwap: 10,
	declineReply: 8,
	hearPointOfOrder: 3,
	ruleOnPoint: 8,
	raiseHand: 4,
	inscribe: 10,
	importInscriptions: 2,
	takeGavel: 8,
	startSegment: 8,
	changeMode: 4,
	pauseFloor: 5,
	resumeFloor: 8,
	extendFloor: 6,
	endFloor: 2,
	resetFloor: 4,
	announceInWriting: 2,
	withdrawReply: 6,
	takeBackExtension: 2,
	yieldFloor: 2,
	moveEntry: 6,
	announcePledge: 10,
	replaceSpeaker: 2,
	openMeeting: 4,
	resumeMeeting: 8,
	openList: 6,
	callProgrammeSpeaker: 4,
	draftPledge: 3,
	submitPledge: 5,
	acceptPledge: 6,
	importDelegations: 2,
	changeAccreditation: 2,
	resumeDebate: 20,
	proposeSwap: 5,
	agreeToSwap: 2,
	requestLate: 5,
	declineLate: 6,
	withdrawLate: 8,
	requestReply: 2,
	grantReply: 3,
	openBallot: 6,
	castVote: 8,
	closeBallot: 6,
	fileText: 2,
	fileRecording: 6,
	playRecording: 6,
	stopRecording: 4,
} satisfies { readonly [Type in CommandType]?: number };
const likely = commandTypes.flatMap((type) =>
	Array<CommandType>(type in often ? often[type as keyof typeof often] : 1).fill(type),
);

/** What a chair or a delegation is quick to do after an act; else hardly anything would come within ten seconds. */
const quick: { readonly [Type in CommandType]?: readonly CommandType[] } = {
	giveFloor: [
		"takeBackCall",
		"markAbsent",
		"pauseFloor",
		"extendFloor",
		"announcePledge",
		"playRecording",
		"raisePointOfOrder",
		"raisePointOfOrder",
		"requestReply",
	],
	callHand: ["takeBackCall", "pauseFloor"],
	callReply: ["takeBackCall"],
	hearPointOfOrder: ["takeBackCall", "ruleOnPoint"],
	callProgrammeSpeaker: ["takeBackCall", "yieldFloor"],
	pauseFloor: ["takeBackPause"],
	extendFloor: ["takeBackExtension"],
	moveEntry: ["takeBackMove"],
	openList: ["takeBackListStatus"],
	closeList: ["takeBackListStatus", "requestLate"],
	requestLate: ["grantLate", "declineLate", "withdrawLate"],
	proposeSwap: ["agreeToSwap"],
	raisePointOfOrder: ["askToWait", "askToWait", "hearPointOfOrder"],
	ruleOnPoint: ["challengeRuling"],
	requestReply: ["grantReply"],
	grantReply: ["callReply"],
	fileRecording: ["playRecording"],
	playRecording: ["stopRecording", "stopRecording", "pauseFloor", "resetFloor"],
	changeMode: ["raiseHand"],
	raiseHand: ["callHand"],
};

/** A session of a conference in which everybody acts at random, though mostly sensibly. */
export class RandomSession {
	readonly random: Random;
	readonly records: SessionRecord[] = [];
	state: State = emptyState();
	/** The journal's real time in ms; conference time is read off it. */
	journalNow = start;
	/** Whether the present choice may be anything, and not what fits. */
	isWild = false;
	#made = 0;
	readonly #accepted = new Map<CommandType, number>();
	/** The type tried last. */
	#last: CommandType = "defineConference";

	constructor(seed: number) {
		this.random = new Random(seed);
	}

	get now(): number {
		return conferenceTime(this.state.profile.clock, this.journalNow);
	}

	/** A new identifier, the same for the same seed. */
	newId(prefix: string): string {
		this.#made += 1;
		return `${prefix}-${this.#made}`;
	}

	/** One of what fits; in a wild step perhaps one of all, or an identifier that nothing has. */
	choose(fitting: readonly string[], all: readonly string[] = fitting): string {
		if (this.isWild && this.random.chance(0.5)) return this.random.pick([...all, "unknown"]);
		if (fitting.length === 0) throw new Unfit();
		return this.random.pick(fitting);
	}

	/** Defines the conference, one step for each command. */
	*begin(): Generator<Step> {
		// Rules under which everything can come about: fixed places, lots, points of order that wait.
		const procedure = {
			...usualProcedure,
			order: [...orderPresets.draw],
			levels: [...levels],
			askToWait: true,
		};
		yield this.run(
			{
				...defineCommand,
				profile: {
					...defineCommand.profile,
					procedure: { ...procedure, rankedWithStates: ["eun"] },
				},
			},
			system,
		);
		yield this.run(delegationsCommand(), system);
		yield this.run(programmeCommand, system);
		yield this.run(needsCommand, system);
		yield this.run(initiativeCommand, system);
		yield this.run({ type: "accreditRepresentatives", representatives: people }, system);
	}

	/** `count` random commands, with what falls due between them. */
	*commands(count: number): Generator<Step> {
		for (let each = 0; each < count; each += 1) {
			// Half of the time the next act comes while the one before can still be taken back.
			this.journalNow += this.random.below(this.random.chance(0.5) ? 4_000 : 15_000);
			// The server says sooner or later what fell due; commands may come before.
			if (this.random.chance(0.5))
				for (const { command } of due(this.state, this.now)) yield this.run(command, system);
			this.isWild = this.random.chance(0.38);
			yield this.#next();
		}
	}

	run(command: Command, actor: Actor, unreachableMs = 0): Step {
		const { state: before, now } = this;
		const commandId = this.newId("c");
		const holder = before.gavel.holder?.representativeId ?? "";
		const context = contextFor(before, {
			as: actor,
			at: now,
			newId: commandId,
			unreachableMs: { [holder]: unreachableMs },
		});
		const decision = decide(command, before, context);
		const rejection = "rejection" in decision ? decision.rejection : undefined;
		const events = "events" in decision ? decision.events : [];
		if (rejection === undefined)
			this.#accepted.set(command.type, (this.#accepted.get(command.type) ?? 0) + 1);
		this.state = fold(before, events);
		for (const { type, at, data } of events)
			this.records.push({ seq: this.records.length + 1, time: at, actor: actor.id, commandId, type, data });
		return { command, actor, now, before, after: this.state, events, rejection };
	}

	#next(): Step {
		for (;;) {
			const following = this.random.chance(0.5) ? quick[this.#last] : this.#pressing();
			const type = following === undefined ? this.#anyType() : this.random.pick(following);
			// What ends or interrupts a meeting is rare, or nothing else would ever come about.
			const isIdle = runningSegment(this.state) === undefined;
			if (interrupting.has(type) && !isIdle && this.random.chance(this.isWild ? 0.3 : 0.85)) continue;
			const composed = this.#compose(type);
			if (composed === undefined) continue;
			this.#last = type;
			return this.run(composed.command, composed.actor, composed.unreachableMs);
		}
	}

	/** Any type; what has seldom come about in this session is tried more often. */
	#anyType(): CommandType {
		if (this.isWild) return this.random.pick(commandTypes);
		const [one, other] = [this.random.pick(likely), this.random.pick(commandTypes)];
		const count = (type: CommandType) => this.#accepted.get(type) ?? 0;
		return this.random.chance(0.4) && count(other) < count(one) ? other : one;
	}

	/** What the chair mostly deals with first, because nobody is called before. */
	#pressing(): readonly CommandType[] | undefined {
		if (this.isWild || this.random.chance(0.5)) return undefined;
		if (openPoints(this.state).length > 0)
			return ["ruleOnPoint", "hearPointOfOrder", "withdrawPointOfOrder", "askToWait"];
		const motion = openMotions(this.state)[0];
		if (motion !== undefined) return ["openBallot", "castVote", "castVote", "closeBallot", "withdrawMotion"];
		if (runningSegment(this.state)?.segment.debate === "adjourned")
			return ["resumeDebate", "resumeDebate", "callReply"];
		// A recording is not for long before the chair, and is switched to and back while it is.
		if (recordingOnFloor(this.state) !== undefined && this.random.chance(0.5))
			return playing(this.state) === undefined
				? ["playRecording"]
				: ["stopRecording", "stopRecording", "resetFloor"];
		return undefined;
	}

	#compose(type: CommandType): (Omit<Composed, "as"> & { readonly actor: Actor }) | undefined {
		try {
			const { as, ...composed } = compose(type, this);
			const anyone = [...this.state.delegations.representatives.keys(), "system"];
			const by = this.isWild && this.random.chance(0.5) ? this.random.pick(anyone) : as;
			const actor = by === "system" ? system : actorOf(this.state, by);
			return actor === undefined ? undefined : { ...composed, actor };
		} catch (error) {
			if (error instanceof Unfit) return undefined;
			throw error;
		}
	}
}
