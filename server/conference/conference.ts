import { randomBytes } from "node:crypto";
import type { Plate } from "../../shared/conference/actor.ts";
import type { Audience } from "../../shared/conference/audience.ts";
import type { Command, DomainEvent, ProjectedEvent } from "../../shared/conference/decider.ts";
import { evolveFork } from "../../shared/conference/decider.ts";
import { conferenceTime } from "../../shared/conference/profile.ts";
import type { Rejection } from "../../shared/conference/rejection.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState, Fork } from "../../shared/conference/state.ts";
import type { Head, Journal, NewRecord, StoredRecord } from "../journal/journal.ts";
import { emptyHead, JournalDamaged, JournalUnavailable, JournalUnknown } from "../journal/journal.ts";
import type { Deciding, Received } from "./batch.ts";
import { decideBatch } from "./batch.ts";
import { CommandLog, commandHash, createdBy } from "./commandLog.ts";
import { Positions } from "./positions.ts";
import { Projections } from "./projections.ts";
import { Tail } from "./tail.ts";

export type Outcome =
	| {
			readonly status: "accepted";
			/** Id of what the command made, if it made something. */
			readonly created: string | null;
			/** Where the audience's stream stands with the effect included. */
			position(audience: Audience): number;
	  }
	| { readonly status: "refused"; readonly rejection: Rejection };

interface Waiting extends Received {
	readonly resolve: (outcome: Outcome) => void;
}

/** What a conference needs from outside. */
export interface ConferenceOptions {
	readonly id: string;
	readonly journal: Journal;
	/** Name and title from the directory, for the plate of whoever is given the floor. */
	plateOf(representativeId: string): Plate | undefined;
	/** For how long a representative has had no connection to any server, in ms of real time. */
	unreachableMs?(representativeId: string): number;
	/** Called with a bug or a broken journal; never with a refusal. */
	report(error: unknown): void;
}

/** How many events are kept for clients that come back; more than that takes a snapshot. */
const tailLength = 2000;

/** Commands that are decided together at most, so that nobody waits for a very long batch. */
const batchLength = 500;

/**
 * The single line of command execution of one conference. What arrives while a commit runs goes into the
 * next commit together. A batch is decided on a fork of the state; the fork becomes the state only after the
 * journal has the batch on disk, and is thrown away otherwise. Readers see committed state only.
 */
export class Conference {
	readonly id: string;
	readonly #options: ConferenceOptions;
	#state: State = emptyState();
	#head: Head = emptyHead;
	#lastTime = 0;
	#epoch = "";
	readonly #log = new CommandLog();
	readonly #positions = new Positions();
	readonly #tail = new Tail(tailLength);
	#queue: Waiting[] = [];
	/** True while commands or others' records are being worked through; the only guard of the single line. */
	#working = false;
	#behind = false;
	#closed = false;
	#available = true;
	readonly #committed = new Set<(batch: readonly Projections[]) => void>();
	readonly #availability = new Set<(available: boolean) => void>();
	readonly #ends: (() => void)[] = [];

	private constructor(options: ConferenceOptions) {
		this.id = options.id;
		this.#options = options;
	}

	/** Replays the journal and follows it. @throws JournalUnavailable when it cannot be read. */
	static async open(options: ConferenceOptions): Promise<Conference> {
		const conference = new Conference(options);
		const { journal, id } = options;
		conference.#ends.push(journal.subscribe(id, () => conference.#follow()));
		conference.#working = true;
		await conference.#catchUp();
		conference.#working = false;
		conference.#ends.push(journal.onAvailability((available) => conference.#setAvailable(available)));
		conference.#work();
		return conference;
	}

	/** The committed state. */
	get state(): State {
		return this.#state;
	}

	/** Hash of the first record: tells this journal from one of the same conference begun anew. */
	get epoch(): string {
		return this.#epoch;
	}

	get head(): Head {
		return this.#head;
	}

	get journalAvailable(): boolean {
		return this.#available;
	}

	/** Conference time in ms: the journal's time through the conference's clock, never before the last record. */
	now(): number {
		return Math.max(this.#lastTime, conferenceTime(this.#state.profile.clock, this.#options.journal.now()));
	}

	/**
	 * Decides a command and resolves when its effect is on disk, or why nothing changed. The same id by the
	 * same actor is applied once. `received` is the command as it came in, if `command` was completed since.
	 */
	execute(
		actorId: string,
		commandId: string,
		command: Command,
		received: unknown = command,
	): Promise<Outcome> {
		return new Promise((resolve) => {
			this.#queue.push({ actorId, commandId, command, hash: commandHash(received), resolve });
			this.#work();
		});
	}

	/** Position of the last event that this audience was told. */
	position(audience: Audience): number {
		return this.#positions.of(audience);
	}

	/** The events after position `n`, or nothing when that is too long ago or was never reached. */
	since(audience: Audience, n: number): readonly ProjectedEvent[] | undefined {
		const count = this.position(audience) - n;
		return count < 0 ? undefined : this.#tail.last(audience, count);
	}

	/** Calls the listener after each commit and each catch-up, with what became visible. Returns how to stop. */
	onCommitted(listener: (batch: readonly Projections[]) => void): () => void {
		this.#committed.add(listener);
		return () => this.#committed.delete(listener);
	}

	/** Calls the listener when acts can be recorded again, or no longer. Returns how to stop. */
	onAvailability(listener: (available: boolean) => void): () => void {
		this.#availability.add(listener);
		return () => this.#availability.delete(listener);
	}

	async close(): Promise<void> {
		this.#closed = true;
		for (const end of this.#ends) end();
		for (const waiting of this.#queue.splice(0)) waiting.resolve(refused("journalUnavailable"));
		this.#committed.clear();
		this.#availability.clear();
	}

	#setAvailable(available: boolean): void {
		if (available) this.#follow();
		if (available === this.#available) return;
		this.#available = available;
		for (const listener of this.#availability) listener(available);
	}

	#follow(): void {
		this.#behind = true;
		this.#work();
	}

	/** Works until nothing is left to do; a second caller returns at once. */
	#work(): void {
		if (this.#working || this.#closed) return;
		this.#working = true;
		this.#workThrough()
			.catch((error) => this.#options.report(error))
			.finally(() => {
				this.#working = false;
				// What came in between the last look and here would otherwise wait for the next caller.
				if (this.#queue.length > 0 && !this.#closed) this.#work();
			});
	}

	async #workThrough(): Promise<void> {
		while (!this.#closed && (this.#behind || this.#queue.length > 0)) {
			if (this.#behind) {
				this.#behind = false;
				await this.#catchUpQuietly();
			}
			const batch = this.#queue.splice(0, batchLength);
			if (batch.length > 0) await this.#commit(batch);
		}
	}

	/** Decides and appends a batch until the journal takes it or cannot. */
	async #commit(batch: readonly Waiting[]): Promise<void> {
		for (;;) {
			const { fork, records, projections, verdicts } = decideBatch(batch, this.#deciding());
			const settle = () => {
				for (const [index, { resolve }] of batch.entries()) {
					const verdict = verdicts[index];
					if (verdict !== undefined)
						resolve("created" in verdict ? this.#accepted(verdict.created) : refusedFor(verdict));
				}
			};
			if (records.length === 0) return settle();
			try {
				const result = await this.#options.journal.append(this.id, this.#head, records);
				if (result.status === "appended") {
					if (this.#epoch === "") this.#epoch = result.stored[0]?.hash ?? "";
					this.#adopt(result.head, fork, records, projections);
					return settle();
				}
				await this.#catchUp();
			} catch (error) {
				if (error instanceof JournalUnknown) {
					// Neither refused nor acknowledged: reading on tells whether the batch is there.
					if (await this.#catchUpQuietly()) continue;
					return this.#refuseNew(batch, "outcomeUnknown");
				}
				this.#reportUnlessExpected(error);
				return this.#refuseNew(batch, "journalUnavailable");
			}
		}
	}

	#adopt(head: Head, fork: Fork, records: readonly NewRecord[], batch: readonly Projections[]): void {
		this.#state = fork.finish();
		this.#head = head;
		for (const record of records) {
			const event = { type: record.type, at: record.time, data: record.data } as DomainEvent;
			this.#log.note(record, createdBy(event));
			this.#lastTime = record.time;
		}
		for (const projections of batch) this.#count(projections);
		for (const listener of this.#committed) listener(batch);
	}

	/** What a batch is decided on: committed state, and the time and names of this moment. */
	#deciding(): Deciding {
		const { journal, plateOf, unreachableMs = () => 0, report } = this.#options;
		return {
			conferenceId: this.id,
			state: this.#state,
			log: this.#log,
			now: () => this.now(),
			journalNow: () => journal.now(),
			plateOf,
			unreachableMs,
			newSeed: () => randomBytes(16).toString("hex"),
			report,
		};
	}

	/** Refuses what could not be stored; what the journal already has keeps its result. */
	#refuseNew(batch: readonly Waiting[], code: Rejection["code"]): void {
		for (const { actorId, commandId, hash, resolve } of batch) {
			const known = this.#log.find(actorId, commandId);
			resolve(known?.hash === hash ? this.#accepted(known.created) : refused(code));
		}
	}

	#accepted(created: string | null): Outcome {
		return { status: "accepted", created, position: (audience) => this.position(audience) };
	}

	/** That the journal is out of reach is told by its availability; that it is damaged needs a person. */
	#reportUnlessExpected(error: unknown): void {
		if (!(error instanceof JournalUnavailable) || error instanceof JournalDamaged)
			this.#options.report(error);
	}

	async #catchUpQuietly(): Promise<boolean> {
		try {
			await this.#catchUp();
			return true;
		} catch (error) {
			this.#reportUnlessExpected(error);
			return false;
		}
	}

	/**
	 * Folds what others appended, in one fork however much it is. A record that does not follow the last one
	 * stops the conference: it must not guess. What was read before an error counts.
	 */
	async #catchUp(): Promise<void> {
		const fork = new Fork(this.#state);
		const batch: Projections[] = [];
		try {
			for await (const stored of this.#options.journal.readSince(this.id, this.#head.seq))
				for (const each of stored) {
					const projections = this.#foldStored(fork, each);
					if (this.#committed.size > 0) batch.push(projections);
				}
		} finally {
			this.#state = fork.finish();
			if (batch.length > 0) for (const listener of this.#committed) listener(batch);
		}
	}

	#foldStored(fork: Fork, { record, hash }: StoredRecord): Projections {
		const { seq, hash: head } = this.#head;
		if (record.seq !== seq + 1 || record.prev !== head)
			throw new Error(
				`Journal ${this.id}: record ${record.seq} does not follow ${seq}; run the verify command`,
			);
		const event = { type: record.type, at: record.time, data: record.data } as DomainEvent;
		const projections = new Projections(fork.state, event);
		evolveFork(fork, event);
		this.#count(projections);
		this.#log.note(record, createdBy(event));
		if (record.seq === 1) this.#epoch = hash;
		this.#head = { seq: record.seq, hash };
		this.#lastTime = record.time;
		return projections;
	}

	#count(projections: Projections): void {
		this.#positions.count(projections);
		this.#tail.push(projections);
	}
}

function refused(code: Rejection["code"]): Outcome {
	return refusedFor({ rejection: { code, params: {} } });
}

function refusedFor({ rejection }: { readonly rejection: Rejection }): Outcome {
	return { status: "refused", rejection };
}
