import type { Actor, Plate } from "../../shared/conference/actor.ts";
import { actorOf, system } from "../../shared/conference/actor.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { decide, evolveFork } from "../../shared/conference/decider.ts";
import type { Rejection } from "../../shared/conference/rejection.ts";
import type { State } from "../../shared/conference/state.ts";
import { Fork } from "../../shared/conference/state.ts";
import type { NewRecord } from "../journal/journal.ts";
import { CommandLog, createdBy, newIdOf } from "./commandLog.ts";
import { Projections } from "./projections.ts";

/** A command as it came in, with the hash by which its repeat is known. */
export interface Received {
	readonly actorId: string;
	readonly commandId: string;
	readonly command: Command;
	readonly hash: string;
}

/** What a batch is decided on. */
export interface Deciding {
	readonly conferenceId: string;
	readonly state: State;
	readonly log: CommandLog;
	/** Conference time in ms. */
	now(): number;
	/** The journal's real time in ms. */
	journalNow(): number;
	plateOf(representativeId: string): Plate | undefined;
	/** For how long a representative has had no connection, in ms of real time. */
	unreachableMs(representativeId: string): number;
	/** 32 random hexadecimal digits, for lots that nobody can foresee. */
	newSeed(): string;
	/** Called with a bug in the domain. */
	report(error: unknown): void;
}

type Verdict = { readonly created: string | null } | { readonly rejection: Rejection };

/** What a batch comes to, if the journal takes it. */
export interface DecidedBatch {
	/** The state as it will be once the records are on disk; thrown away if they are not. */
	readonly fork: Fork;
	readonly records: readonly NewRecord[];
	readonly projections: readonly Projections[];
	/** One for each command, in their order. */
	readonly verdicts: readonly Verdict[];
}

/** Decides commands one on top of the other, on a fork. Nothing is stored here and nobody is told. */
export function decideBatch(batch: readonly Received[], on: Deciding): DecidedBatch {
	const fork = new Fork(on.state);
	const records: NewRecord[] = [];
	const projections: Projections[] = [];
	const inBatch = new CommandLog();
	let time = on.now();
	const verdicts = batch.map((received): Verdict => {
		const { actorId: actor, commandId, hash: commandHash } = received;
		const known = on.log.find(actor, commandId) ?? inBatch.find(actor, commandId);
		if (known !== undefined)
			return known.hash === commandHash ? { created: known.created } : refusal("commandReused");
		time = Math.max(time, on.now());
		const decision = decideOne(received, fork.state, time, on);
		if ("rejection" in decision) return decision;
		let created: string | null = null;
		for (const event of decision.events) {
			projections.push(new Projections(fork.state, event));
			evolveFork(fork, event);
			created ??= createdBy(event);
			records.push({ time, actor, commandId, commandHash, type: event.type, data: event.data });
		}
		inBatch.note({ actor, commandId, commandHash }, created);
		return { created };
	});
	return { fork, records, projections, verdicts };
}

function decideOne({ actorId, commandId, command }: Received, state: State, now: number, on: Deciding) {
	const actor: Actor | undefined = actorId === system.id ? system : actorOf(state, actorId);
	if (actor === undefined) return refusal("signedOut");
	const newId = newIdOf(on.conferenceId, actorId, commandId);
	const { plateOf, unreachableMs } = on;
	try {
		return decide(completed(command, on), state, { actor, now, newId, plateOf, unreachableMs });
	} catch (error) {
		on.report(error);
		return refusal("malformed");
	}
}

/** The domain has neither clock nor randomness of its own; what a client sends in their place is not used. */
function completed(command: Command, on: Deciding): Command {
	// The reading belongs to the same instant as `now`.
	if (command.type === "setClockRate") return { ...command, journalAt: on.journalNow() };
	if (command.type === "drawLots") return { ...command, seed: on.newSeed() };
	return command;
}

function refusal(code: Rejection["code"]): { readonly rejection: Rejection } {
	return { rejection: { code, params: {} } };
}
