import { createContext, use, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Actor } from "../../shared/conference/actor.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { can } from "../../shared/conference/policy.ts";
import type { State } from "../../shared/conference/state.ts";
import type { Seat } from "../../shared/protocol/join.ts";
import type { SeatReport } from "../../shared/protocol/media.ts";
import type { MonitorSignal } from "../../shared/protocol/monitor.ts";
import type { ConferenceClient, EventsListener, Sent } from "./conferenceClient.ts";
import type { Connection } from "./connection.ts";
import type { Directory } from "./directory.ts";

const ConferenceContext = createContext<ConferenceClient | null>(null);

/** `<ConferenceProvider value={client}>` gives a page its conference. */
export const ConferenceProvider = ConferenceContext.Provider;

/** The connection that the page was started with. @throws Error outside of it. */
export function useConference(): ConferenceClient {
	const client = use(ConferenceContext);
	if (client === null) throw new Error("This component must stand inside a ConferenceProvider.");
	return client;
}

/**
 * What a selector reads from the state. The component renders again only when the selection changes;
 * `isEqual` (see `sameItems`) is for selectors that build a new array or object each time.
 */
export function useSelect<T>(selector: (state: State) => T, isEqual: (a: T, b: T) => boolean = Object.is): T {
	const client = useConference();
	const last = useRef<{ state: State; selector: typeof selector; selected: T } | null>(null);
	const select = (state: State): T => {
		const known = last.current;
		if (known !== null && known.state === state && known.selector === selector) return known.selected;
		const fresh = selector(state);
		const selected = known !== null && isEqual(known.selected, fresh) ? known.selected : fresh;
		last.current = { state, selector, selected };
		return selected;
	};
	return useSyncExternalStore(
		client.subscribe,
		() => select(client.state()),
		() => select(client.boot.state),
	);
}

/** Equality for lists that are built anew each time from the same members. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
	return a.length === b.length && a.every((each, index) => Object.is(each, b[index]));
}

/** Conference time in ms, renewed with every tick: on the whole seconds of the clock that is shown. */
export function useNow(): number {
	const { clock, boot } = useConference();
	return useSyncExternalStore(clock.subscribe, clock.ticked, () => boot.tick);
}

/** Something read from the time, for components that must not render every second (the minute of a wall clock, say). */
export function useNowSelect<T extends string | number | boolean>(selector: (now: number) => T): T {
	const { clock, boot } = useConference();
	return useSyncExternalStore(
		clock.subscribe,
		() => selector(clock.ticked()),
		() => selector(boot.tick),
	);
}

const connecting: Connection = { status: "connecting" };

/** How the connection stands; renders again when that changes. */
export function useConnection(): Connection {
	const { connection } = useConference();
	return useSyncExternalStore(connection.subscribe, connection.get, () => connecting);
}

/** Whole seconds of real time until `at` (ms, `Date.now()`), counted down; null without one. */
export function useSecondsUntil(at: number | null): number | null {
	const [, renew] = useState(0);
	useEffect(() => {
		if (at === null) return undefined;
		const timer = setInterval(() => renew((count) => count + 1), 500);
		return () => clearInterval(timer);
	}, [at]);
	return at === null ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** Sends a command; see `ConferenceClient.send`. The same function for the life of the page. */
export function useSend(): (command: Command) => Promise<Sent> {
	const client = useConference();
	return useCallback((command) => client.send(command), [client]);
}

/** Who sits at this screen, or nobody. */
export function useSeat(): Seat | null {
	const { seat, boot } = useConference();
	return useSyncExternalStore(seat.subscribe, seat.get, () => boot.seat);
}

/** Whether the policy lets this seat give a command now, as far as can be seen from here; the server has the last word. */
export function useCan(command: Command): boolean {
	const seat = useSeat();
	return useSelect((state) => seat !== null && can(actorOfSeat(seat), command, state));
}

/** The seat as the policy knows it. */
export function actorOfSeat({ representativeId, role, delegationId, rights, channel }: Seat): Actor {
	return { id: representativeId, role, delegationId, rights, channel };
}

const nobody: Directory = new Map();

/** Names by representative. The first component that asks makes the page fetch them. */
export function useDirectory(): Directory {
	const { directory } = useConference();
	return useSyncExternalStore(directory.subscribe, directory.get, () => nobody);
}

const absent: ReadonlySet<string> = new Set();

/** Delegations with somebody connected. */
export function usePresence(): ReadonlySet<string> {
	const { presence } = useConference();
	return useSyncExternalStore(presence.subscribe, presence.get, () => absent);
}

const noReports: ReadonlyMap<string, SeatReport> = new Map();

/** What the seats in the green room found, by delegation; nothing for those who do not run the meeting. */
export function useReadiness(): ReadonlyMap<string, SeatReport> {
	const { readiness } = useConference();
	return useSyncExternalStore(readiness.subscribe, readiness.get, () => noReports);
}

/** What the server forwards, about once a second; nothing for all but operators. */
export function useMonitor(): MonitorSignal | null {
	const { monitor } = useConference();
	return useSyncExternalStore(monitor.subscribe, monitor.get, () => null);
}

/** Whether the server has no sound and picture at all, as soon as that is known. */
export function useMediaOff(): boolean {
	const { media } = useConference();
	const turn = useSyncExternalStore(media.turn.subscribe, media.turn.get, () => 0);
	useEffect(() => {
		if (turn !== 0) void media.findOut();
	}, [media, turn]);
	return useSyncExternalStore(media.isOff.subscribe, media.isOff.get, () => false);
}

/** Since when (`Date.now()`) the gavel's holder has been out of reach; null while connected. */
export function useHolderAwaySince(): number | null {
	const { holderAwaySince } = useConference();
	return useSyncExternalStore(holderAwaySince.subscribe, holderAwaySince.get, () => null);
}

/** Calls the latest `listener` with events as they arrive. */
export function useEvents(listener: EventsListener): void {
	const client = useConference();
	const latest = useRef(listener);
	useEffect(() => {
		latest.current = listener;
	});
	useEffect(() => client.onEvents((events, live) => latest.current(events, live)), [client]);
}
