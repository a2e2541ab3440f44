import { raisedHands } from "./hands.ts";
import type { Segment } from "./programme.ts";
import { runningSegment } from "./programme.ts";
import { openReplies } from "./replies.ts";
import { speakersInOrder } from "./selectors.ts";
import type { State } from "./state.ts";

/** Who follows, and by which right: the list, hands among which the chair picks, replies after the list. */
export interface NextSpeakers {
	readonly kind: "list" | "hands" | "replies";
	readonly delegationIds: readonly string[];
}

/** The delegations that follow in the segment that runs, at most `count`. */
export function nextSpeakers(state: State, count: number): NextSpeakers {
	const segment = runningSegment(state)?.segment;
	const { kind, all } = segment === undefined ? noBody : following(state, segment);
	return { kind, delegationIds: all.slice(0, count).map(({ delegationId }) => delegationId) };
}

type Following = {
	readonly kind: NextSpeakers["kind"];
	readonly all: readonly { readonly delegationId: string }[];
};

const noBody: Following = { kind: "list", all: [] };

function following(state: State, segment: Segment): Following {
	/* PR9: while the debate does not go on nobody is called from list or hands; RR3: replies follow a closed one. */
	if (segment.debate === "open" && segment.mode === "list") {
		const all = speakersInOrder(state, segment.id);
		if (all.length > 0) return { kind: "list", all };
	}
	if (segment.debate === "open" && segment.mode === "requests") {
		const all = raisedHands(state, segment.id);
		if (all.length > 0) return { kind: "hands", all };
	}
	const isListHeard = speakersInOrder(state, segment.id).length === 0 || segment.debate === "closed";
	if (!isListHeard || segment.mode === "ceremony") return noBody;
	const granted = openReplies(state, segment.id).filter(({ status }) => status === "granted");
	return { kind: "replies", all: granted };
}
