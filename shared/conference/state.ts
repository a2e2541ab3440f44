import type { CaptionsState } from "./captionsFold.ts";
import { emptyCaptions } from "./captionsFold.ts";
import type { DelegationsState } from "./delegations.ts";
import { copyDelegations, emptyDelegations } from "./delegations.ts";
import type { DocumentsState } from "./documents.ts";
import { copyDocuments, emptyDocuments } from "./documents.ts";
import type { FloorState } from "./floor.ts";
import { emptyFloor } from "./floor.ts";
import type { GavelState } from "./gavel.ts";
import { emptyGavel } from "./gavel.ts";
import type { HandsState } from "./hands.ts";
import { copyHands, emptyHands } from "./hands.ts";
import type { InitiativesState } from "./initiatives.ts";
import { copyInitiatives, emptyInitiatives } from "./initiatives.ts";
import type { InterpretationState } from "./interpretationFold.ts";
import { emptyInterpretation } from "./interpretationFold.ts";
import type { MessagesState } from "./messages.ts";
import { copyMessages, emptyMessages } from "./messages.ts";
import type { MotionsState } from "./motions.ts";
import { copyMotions, emptyMotions } from "./motions.ts";
import type { NeedsState } from "./needs.ts";
import { copyNeeds, emptyNeeds } from "./needs.ts";
import type { PledgesState } from "./pledge.ts";
import { copyPledges, emptyPledges } from "./pledgeFold.ts";
import type { PointsOfOrderState } from "./pointsOfOrder.ts";
import { copyPointsOfOrder, emptyPointsOfOrder } from "./pointsOfOrder.ts";
import type { ProfileState } from "./profile.ts";
import { emptyProfile } from "./profile.ts";
import type { ProgrammeState } from "./programme.ts";
import { copyProgramme, emptyProgramme } from "./programme.ts";
import { copyRecordings, emptyRecordings } from "./recordingFold.ts";
import type { RecordingsState } from "./recordings.ts";
import type { RepliesState } from "./replies.ts";
import { copyReplies, emptyReplies } from "./replies.ts";
import type { SpeakersListsState } from "./speakersList.ts";
import { copySpeakersLists, emptySpeakersLists } from "./speakersList.ts";
import type { StatementsState } from "./statements.ts";
import { copyStatements, emptyStatements } from "./statements.ts";
import type { TextsState } from "./texts.ts";
import { copyTexts, emptyTexts } from "./texts.ts";

/** A conference folded from its events; a client holds the same shape, with what its audience may see. */
export interface State {
	readonly profile: ProfileState;
	readonly delegations: DelegationsState;
	readonly programme: ProgrammeState;
	readonly gavel: GavelState;
	readonly speakersLists: SpeakersListsState;
	readonly floor: FloorState;
	readonly statements: StatementsState;
	readonly pledges: PledgesState;
	readonly needs: NeedsState;
	readonly initiatives: InitiativesState;
	readonly hands: HandsState;
	readonly pointsOfOrder: PointsOfOrderState;
	readonly replies: RepliesState;
	readonly motions: MotionsState;
	readonly texts: TextsState;
	readonly recordings: RecordingsState;
	readonly documents: DocumentsState;
	readonly messages: MessagesState;
	readonly interpretation: InterpretationState;
	readonly captions: CaptionsState;
}

export type Subject = keyof State;

/** The state before the first event. */
export function emptyState(): State {
	return {
		profile: emptyProfile(),
		delegations: emptyDelegations(),
		programme: emptyProgramme(),
		gavel: emptyGavel(),
		speakersLists: emptySpeakersLists(),
		floor: emptyFloor(),
		statements: emptyStatements(),
		pledges: emptyPledges(),
		needs: emptyNeeds(),
		initiatives: emptyInitiatives(),
		hands: emptyHands(),
		pointsOfOrder: emptyPointsOfOrder(),
		replies: emptyReplies(),
		motions: emptyMotions(),
		texts: emptyTexts(),
		recordings: emptyRecordings(),
		documents: emptyDocuments(),
		messages: emptyMessages(),
		interpretation: emptyInterpretation(),
		captions: emptyCaptions(),
	};
}

/** Subjects without a map are replaced whole by their `evolve`, so that their copy is themselves. */
const same = <T>(subject: T): T => subject;

const copies: { readonly [S in Subject]: (subject: State[S]) => State[S] } = {
	profile: same,
	delegations: copyDelegations,
	programme: copyProgramme,
	gavel: same,
	speakersLists: copySpeakersLists,
	floor: same,
	statements: copyStatements,
	pledges: copyPledges,
	needs: copyNeeds,
	initiatives: copyInitiatives,
	hands: copyHands,
	pointsOfOrder: copyPointsOfOrder,
	replies: copyReplies,
	motions: copyMotions,
	texts: copyTexts,
	recordings: copyRecordings,
	documents: copyDocuments,
	messages: copyMessages,
	interpretation: same,
	captions: same,
};

/**
 * A state that events are folded into while somebody else still reads the original: a subject is copied
 * when it is first touched. A fork that is thrown away has changed nothing; the original's maps are never
 * written. Replay starts from a fork of the empty state, which then owns every subject it has touched, so
 * that folding a hundred thousand events copies each subject once.
 */
export class Fork {
	#state: { -readonly [S in Subject]: State[S] };
	readonly #owned = new Set<Subject>();

	constructor(original: State) {
		this.#state = { ...original };
	}

	/** The state so far. Reading it does not end the fork; do not keep it while folding goes on. */
	get state(): State {
		return this.#state;
	}

	own<S extends Subject>(subject: S): State[S] {
		if (!this.#owned.has(subject)) {
			this.#owned.add(subject);
			this.#state[subject] = copies[subject](this.#state[subject]);
		}
		return this.#state[subject];
	}

	replace<S extends Subject>(subject: S, next: State[S]): void {
		this.#owned.add(subject);
		this.#state[subject] = next;
	}

	/** The folded state for good, as a value of its own; afterwards the fork must not be used. */
	finish(): State {
		return { ...this.#state };
	}
}
