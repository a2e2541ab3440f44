import type { Language, Level } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { State } from "./state.ts";
import type { Statement } from "./statements.ts";

export type ListStatus = "notOpen" | "open" | "closing" | "closed";
/** `written`: to be put on the record without the floor; `delivered` once that is done. */
export type EntryStatus = "waiting" | "called" | "withdrawn" | "written" | "delivered";
/** How a statement is made: in person, by a recording, or in writing only. */
export const statementModes = ["live", "recorded", "written"] as const;
export type StatementMode = (typeof statementModes)[number];

/** A delegation's inscription. It is the delegation that inscribes; the speaker may change until called. */
export interface Entry {
	readonly id: string;
	readonly delegationId: string;
	/** Representative who will speak, or null while the delegation has not said. */
	readonly speakerId: string | null;
	/** The speaker's rank, or the one that the delegation announces before it names a person. */
	readonly level: Level | null;
	readonly language: Language;
	/** The group on whose behalf the statement is made; null for the delegation's own. */
	readonly onBehalfOf: string | null;
	/** Delegations that make the statement together with this one. */
	readonly jointly: readonly string[];
	readonly mode: StatementMode;
	/** Expected length in ms, if the delegation has said. */
	readonly expectedMs: number | null;
	readonly inscribedAt: number;
	readonly status: EntryStatus;
	/** Place that the secretariat has fixed (host, United Nations, guests); the smallest speaks first. */
	readonly slot: number | null;
	/** Who moved the entry by hand, when and why (SL6). */
	readonly moved: Moved | null;
	/** With whom the place was exchanged (SL15). */
	readonly swapped: Swapped | null;
	/** When it was last called and absent (SL16). */
	readonly absentAt: number | null;
	/** Why it was added to a list that was closed (SL4), or a second time (SL2); kept from the public. */
	readonly lateReason: string | null;
}

export interface Moved {
	readonly at: number;
	/** Delegation of the chair who moved it; null for the secretariat. */
	readonly byDelegation: string | null;
	/** Kept from the public. */
	readonly reason: string | null;
}

export interface Swapped {
	readonly at: number;
	readonly withDelegation: string;
}

/** One delegation proposes to another to exchange their places; known to both, the podium and the secretariat. */
export interface SwapProposal {
	readonly id: string;
	readonly at: number;
	readonly entryId: string;
	readonly delegationId: string;
	readonly withEntryId: string;
	readonly withDelegation: string;
}

/** What a delegation asks for when it inscribes. */
export type Inscription = Pick<
	Entry,
	"delegationId" | "speakerId" | "level" | "language" | "onBehalfOf" | "jointly" | "mode" | "expectedMs"
>;

/** A request to be added to a list that takes no more: the chair answers it (SL17). */
export interface LateRequest extends Inscription {
	readonly id: string;
	readonly requestedAt: number;
	readonly reason: string;
	/** Why it was declined; null while it waits. */
	readonly declined: { readonly at: number; readonly reason: string } | null;
}

/** Lots drawn for a list: the delegations in the order drawn, and the seed from which anybody can draw it again. */
export interface Draw {
	readonly seed: string;
	readonly at: number;
	readonly order: readonly string[];
}

/** What can be taken back for a while (UN1), with what was before. */
export interface ListUndo {
	/** The latest move. */
	readonly move: UndoMove | null;
	/** The latest opening or closing. */
	readonly status: (Pick<SpeakersList, "status" | "opensAt" | "closesAt"> & { readonly at: number }) | null;
	/** Where whoever was called last stood. */
	readonly call: { readonly entryId: string; readonly place: number } | null;
}

export interface UndoMove {
	readonly at: number;
	readonly entryId: string;
	readonly before: string | null;
	readonly moved: Moved | null;
	readonly swapped: Swapped | null;
}

export interface SpeakersList {
	readonly segmentId: string;
	readonly status: ListStatus;
	/** When the list opens and closes by itself, in ms since the epoch. */
	readonly opensAt: number | null;
	readonly closesAt: number | null;
	/** All entries ever made, by id. */
	readonly entries: ReadonlyMap<string, Entry>;
	/** Ids of the waiting entries, in the order in which they will be called. */
	readonly order: readonly string[];
	readonly draw: Draw | null;
	readonly swaps: ReadonlyMap<string, SwapProposal>;
	readonly lateRequests: ReadonlyMap<string, LateRequest>;
	readonly undo: ListUndo;
}

export interface SpeakersListsState {
	/** By segment. */
	readonly lists: Map<string, SpeakersList>;
}

/** What entries recorded before the fields existed are read as. */
const entryBefore = {
	jointly: [] as readonly string[],
	mode: "live" as StatementMode,
	expectedMs: null,
	slot: null,
	swapped: null,
	absentAt: null,
};
type RecordedEntry = Omit<Entry, keyof typeof entryBefore> & {
	readonly [K in keyof typeof entryBefore]?: Entry[K];
};

/** A recorded entry with all its fields. */
export function entryOf(recorded: RecordedEntry): Entry {
	return { ...entryBefore, ...recorded };
}

type InSegment<Data> = Data & { readonly segmentId: string };

export type SpeakersListEvent =
	| EventOf<"ListScheduled", InSegment<{ readonly opensAt: number; readonly closesAt: number | null }>>
	| EventOf<"SpeakersListOpened", InSegment<{ readonly closesAt: number | null }>>
	| EventOf<"ClosingAnnounced", InSegment<{ readonly closesAt: number }>>
	| EventOf<"SpeakersListClosed", InSegment<object>>
	| EventOf<"ListStatusTakenBack", InSegment<Pick<SpeakersList, "status" | "opensAt" | "closesAt">>>
	| EventOf<"DelegationInscribed", InSegment<{ readonly entry: RecordedEntry }>>
	| EventOf<
			"InscriptionChanged",
			InSegment<
				{ readonly entryId: string } & Pick<
					Entry,
					"language" | "onBehalfOf" | "jointly" | "mode" | "expectedMs"
				>
			>
	  >
	| EventOf<"InscriptionWithdrawn", InSegment<{ readonly entryId: string }>>
	| EventOf<
			"SpeakerReplaced",
			InSegment<{ readonly entryId: string; readonly speakerId: string; readonly level: Level | null }>
	  >
	| EventOf<
			"EntryMoved",
			InSegment<{ readonly entryId: string; readonly before: string | null; readonly moved: Moved }>
	  >
	| EventOf<"MoveTakenBack", InSegment<{ readonly entryId: string; readonly before: string | null }>>
	| EventOf<"SlotFixed", InSegment<{ readonly entryId: string; readonly slot: number | null }>>
	| EventOf<"EntryMarkedAbsent", InSegment<{ readonly entryId: string }>>
	| EventOf<"LotsDrawn", InSegment<{ readonly seed: string; readonly order: readonly string[] }>>
	| EventOf<"SwapProposed", InSegment<{ readonly swap: SwapProposal }>>
	| EventOf<"SwapDropped", InSegment<{ readonly swapId: string }>>
	| EventOf<"EntriesSwapped", InSegment<{ readonly entryId: string; readonly withEntryId: string }>>
	| EventOf<"LateRequestMade", InSegment<{ readonly request: LateRequest }>>
	| EventOf<"LateRequestDeclined", InSegment<{ readonly requestId: string; readonly reason: string }>>
	| EventOf<"LateRequestWithdrawn", InSegment<{ readonly requestId: string }>>
	| EventOf<"StatementMadeInWriting", InSegment<{ readonly entryId: string; readonly statement: Statement }>>;

/** Before the first event. */
export function emptySpeakersLists(): SpeakersListsState {
	return { lists: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copySpeakersLists(subject: SpeakersListsState): SpeakersListsState {
	return { lists: new Map(subject.lists) };
}

const noUndo: ListUndo = { move: null, status: null, call: null };

const never: SpeakersList = {
	segmentId: "",
	status: "notOpen",
	opensAt: null,
	closesAt: null,
	entries: new Map(),
	order: [],
	draw: null,
	swaps: new Map(),
	lateRequests: new Map(),
	undo: noUndo,
};

/** The list of a segment; a segment whose list was never opened has an empty one. */
export function listOf(state: State, segmentId: string): SpeakersList {
	return state.speakersLists.lists.get(segmentId) ?? emptyList(segmentId);
}

/** The list of a segment before anything has happened to it. */
export function emptyList(segmentId: string): SpeakersList {
	return { ...never, segmentId };
}

/** The entry with which a delegation waits in a list, if it does. */
export function waitingEntryOf(list: SpeakersList, delegationId: string): Entry | undefined {
	for (const id of list.order) {
		const entry = list.entries.get(id);
		if (entry?.delegationId === delegationId) return entry;
	}
	return undefined;
}

/** SL3: a list is open from its opening time and closed from its closing time on, also before the record says so. */
export function takesInscriptions(list: SpeakersList, now: number): boolean {
	const isOpen =
		list.status === "open" ||
		list.status === "closing" ||
		(list.status === "notOpen" && list.opensAt !== null && list.opensAt <= now);
	return isOpen && (list.closesAt === null || now < list.closesAt);
}
