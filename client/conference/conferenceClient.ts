import type { Command, ProjectedEvent } from "../../shared/conference/decider.ts";
import { decodeState } from "../../shared/conference/snapshot.ts";
import type { State } from "../../shared/conference/state.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { Boot } from "../../shared/protocol/boot.ts";
import type { Frame } from "../../shared/protocol/frame.ts";
import type { DirectoryAnswer } from "../../shared/protocol/http.ts";
import type { JoinAnswer, Seat } from "../../shared/protocol/join.ts";
import type { SeatReport } from "../../shared/protocol/media.ts";
import type { MonitorSignal } from "../../shared/protocol/monitor.ts";
import type { SnapshotMessage } from "../../shared/protocol/snapshot.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { ConferenceClock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { ConnectionKeeper } from "./connectionKeeper.ts";
import { DirectoryStore } from "./directory.ts";
import { MediaLane } from "./mediaLane.ts";
import { Observable } from "./observable.ts";
import type { Sent } from "./pendingCommands.ts";
import { PendingCommands } from "./pendingCommands.ts";
import { foldFrame } from "./stream.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Wire } from "./wire.ts";

export type { Sent } from "./pendingCommands.ts";

/** Events as they arrive, for what is shown only while it is new. `live` is false for what was missed meanwhile. */
export type EventsListener = (events: readonly ProjectedEvent[], live: boolean) => void;

/**
 * One conference as one audience sees it, kept in step with the server: the folded state and its position,
 * the conference's clock, the connection, and commands on their way. It knows nothing of React; `hooks.ts`
 * is the thin layer above. Made from the page's `Boot`, it is complete before `start` connects it.
 */
export class ConferenceClient {
	readonly conferenceId: string;
	readonly clock: ConferenceClock;
	readonly directory: DirectoryStore;
	readonly media: MediaLane;
	readonly presence = new Observable<ReadonlySet<string>>(new Set());
	/** Since when the gavel's holder has been out of reach, as `Date.now()` of this machine; null while connected. */
	readonly holderAwaySince = new Observable<number | null>(null);
	/** What the seats in the green room found, by delegation; told to the podium and the secretariat alone. */
	readonly readiness = new Observable<ReadonlyMap<string, SeatReport>>(new Map());
	/** What the server forwards, told to operators alone; null until it is said, and while the connection is lost. */
	readonly monitor = new Observable<MonitorSignal | null>(null);
	/** Loudness in dBov by feed, of what is heard now; for operators alone. */
	readonly levels = new Observable<ReadonlyMap<string, number>>(new Map());
	readonly connection: Observable<Connection>;
	readonly seat: Observable<Seat | null>;
	/** What the page was rendered from on the server; hydration must see the very same. */
	readonly boot: { readonly state: State; readonly tick: number; readonly seat: Seat | null };

	readonly #state: Observable<State>;
	readonly #surroundings: Surroundings;
	readonly #keeper: ConnectionKeeper;
	readonly #pending: PendingCommands;
	readonly #eventsListeners = new Set<EventsListener>();
	#waiting: { readonly n: number; readonly done: () => void }[] = [];
	#wire: Wire | undefined;
	#audience: string;
	#epoch: string;
	#n: number;
	/** Events up to here were made before this page joined: they are history, not news. */
	#liveAfter = 0;
	/** Raised by every loss of the connection, so that an answer to an older one is not taken for news. */
	#turn = 0;
	#joining = false;
	/** Position at which the connection was lost, until it is back. */
	#lostAt: number | undefined;

	constructor(boot: Boot, surroundings: Surroundings) {
		const state = decodeState(boot.snapshot.state);
		this.conferenceId = boot.conferenceId;
		this.#surroundings = surroundings;
		this.#audience = boot.snapshot.audience;
		this.#epoch = boot.snapshot.epoch;
		this.#n = boot.snapshot.n;
		this.#liveAfter = boot.snapshot.n;
		this.#state = new Observable(state);
		this.seat = new Observable(boot.seat);
		this.clock = new ConferenceClock(boot.now, boot.rate);
		this.#alignClock();
		this.boot = { state, tick: this.clock.aligned(boot.now), seat: boot.seat };
		this.directory = new DirectoryStore(() => this.#get<DirectoryAnswer>("directory"));
		this.media = new MediaLane(
			(request) => this.#wire?.media(request) ?? Promise.reject(new Error("not started")),
		);
		this.#keeper = new ConnectionKeeper({
			connect: () => this.#wire?.connect(),
			now: () => this.clock.now(),
			online: () => surroundings.online(),
		});
		this.connection = this.#keeper.connection;
		this.#pending = new PendingCommands({
			ask: (message) => this.#wire?.command(message) ?? Promise.reject(new Error("not started")),
			shown: (n) => this.#reached(n),
			// Another person who signs in within the same tab must not send what the first one pressed.
			keep: surroundings.keep && {
				place: surroundings.keep,
				key: `plenaria.pending.${boot.conferenceId}.${boot.seat?.representativeId ?? "public"}`,
			},
		});
	}

	/** Connects; gives the outcomes of commands that the page had sent before it was reloaded. */
	start(): Promise<Sent>[] {
		this.#wire = this.#surroundings.openWire({
			connected: () => void this.#join(),
			disconnected: () => this.#lost(),
			frame: (frame) => this.#fold(frame),
			presence: ({ present, holderAwayMs = null }) => {
				this.presence.set(new Set(present));
				this.holderAwaySince.set(holderAwayMs === null ? null : Date.now() - holderAwayMs);
			},
			readiness: ({ seats }) => {
				this.readiness.set(new Map(seats.map(({ delegationId, ...report }) => [delegationId, report])));
			},
			monitor: (signal) => this.monitor.set(signal),
			levels: ({ levels }) => this.levels.set(new Map(levels.map(({ id, level }) => [id, level]))),
			journal: ({ available }) => this.#keeper.journal(available),
			directory: ({ version }) => this.directory.changed(version),
			signedOut: () => this.#signedOut(),
			media: (news) => this.media.tell(news),
		});
		const restored = this.#pending.restore();
		this.#wire.connect();
		return restored;
	}

	stop(): void {
		this.#keeper.stop();
		this.#drop();
		this.#wire?.close();
	}

	readonly state = (): State => this.#state.get();
	readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

	get n(): number {
		return this.#n;
	}

	get audience(): string {
		return this.#audience;
	}

	onEvents(listener: EventsListener): () => void {
		this.#eventsListeners.add(listener);
		return () => this.#eventsListeners.delete(listener);
	}

	/**
	 * Sends a command. Resolves when it was refused, or when it is recorded and this screen shows it; waits
	 * through reconnects, because what was asked once is applied once.
	 */
	send(command: Command): Promise<Sent> {
		if (this.connection.get().status === "signedOut")
			return Promise.resolve({ status: "refused", code: "signedOut", params: {} });
		return this.#pending.add(command);
	}

	/** Tries to connect now instead of at the time that was planned. */
	tryNow(): void {
		this.#keeper.tryNow();
	}

	async #join(): Promise<void> {
		if (this.#joining || this.#wire === undefined) return;
		this.#joining = true;
		const turn = this.#turn;
		try {
			const answer = await this.#wire.join({
				conferenceId: this.conferenceId,
				audience: this.#audience,
				since: this.#n,
				epoch: this.#epoch,
				viewVersion,
				protocolVersion,
			});
			if (turn !== this.#turn) return;
			// A server that is behind us has lost nothing of ours; what we hold is of another journal.
			const isBehind = answer.status === "joined" && answer.n < this.#n;
			if (answer.status === "resync" || isBehind) {
				await this.#resync(answer.audience, turn);
				if (turn !== this.#turn) return;
				this.#joining = false;
				return await this.#join();
			}
			this.#joining = false;
			this.#answered(answer);
		} catch {
			if (turn === this.#turn) this.#giveUpTry();
		}
	}

	#answered(answer: Exclude<JoinAnswer, { status: "resync" }>): void {
		switch (answer.status) {
			case "joined":
				this.#liveAfter = Math.max(this.#liveAfter, answer.n);
				this.#audience = answer.audience;
				this.seat.set(answer.seat);
				this.clock.hear(answer);
				this.#measureClock();
				this.#keeper.joined(answer.journalAvailable, answer.n - (this.#lostAt ?? this.#n));
				this.#lostAt = undefined;
				this.#pending.open();
				this.media.joined();
				void this.directory.refresh();
				return;
			case "reload":
				// Where a reload has just not helped (two versions behind one address), wait and ask again.
				if (!this.#surroundings.reload(answer.protocolVersion)) this.#giveUpTry();
				return;
			case "refused":
				if (answer.code === "signedOut") this.#signedOut();
				else this.#giveUpTry();
		}
	}

	async #resync(audience: string, turn: number): Promise<void> {
		const snapshot = await this.#get<SnapshotMessage>(`snapshot?as=${encodeURIComponent(audience)}`);
		if (turn !== this.#turn) return;
		this.#audience = snapshot.audience;
		this.#epoch = snapshot.epoch;
		this.#n = snapshot.n;
		this.#liveAfter = snapshot.n;
		this.#show(decodeState(snapshot.state));
	}

	#fold(frame: Frame): void {
		const position = { state: this.#state.get(), n: this.#n };
		const folded = foldFrame(position, frame);
		if (folded.status === "duplicate") return;
		if (folded.status === "gap") {
			void this.#join();
			return;
		}
		const isLive = folded.n > this.#liveAfter;
		this.#n = folded.n;
		this.#show(folded.state);
		if (folded.events.some(({ type }) => type === "ClockRateSet")) this.#measureClock();
		for (const listener of [...this.#eventsListeners]) listener(folded.events, isLive);
	}

	#show(state: State): void {
		this.#state.set(state);
		this.#alignClock();
		const reached = this.#waiting.filter(({ n }) => n <= this.#n);
		this.#waiting = this.#waiting.filter(({ n }) => n > this.#n);
		for (const { done } of reached) done();
	}

	#reached(n: number): Promise<void> {
		if (n <= this.#n) return Promise.resolve();
		return new Promise((done) => this.#waiting.push({ n, done }));
	}

	/** The speaking clock decides when a second is over; without one it is the wall clock. */
	#alignClock(): void {
		const { statement } = this.#state.get().floor;
		const { runningSince = null, limitMs = 0, spokenMs = 0 } = statement ?? {};
		this.clock.align(runningSince === null ? 0 : runningSince + limitMs - spokenMs);
	}

	#measureClock(): void {
		const wire = this.#wire;
		if (wire !== undefined) this.clock.startMeasuring(() => wire.clock());
	}

	/** The connection stands but is of no use now: cut it and come back later. */
	#giveUpTry(): void {
		this.#wire?.close();
		this.#lost();
	}

	#lost(): void {
		this.#drop();
		this.#lostAt ??= this.#n;
		this.#keeper.lost();
	}

	#signedOut(): void {
		this.#drop();
		this.#keeper.signedOut();
		this.#wire?.close();
		this.#pending.refuseAll("signedOut");
	}

	#drop(): void {
		this.#turn += 1;
		this.#joining = false;
		this.#pending.close();
		this.media.lost();
		// Figures of a moment ago would be taken for those of now.
		this.monitor.set(null);
		this.levels.set(new Map());
		this.clock.stopMeasuring();
	}

	async #get<T>(path: string): Promise<T> {
		return (await this.#surroundings.fetchJson(`/api/conferences/${this.conferenceId}/${path}`)) as T;
	}
}
