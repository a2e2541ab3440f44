import type { Meeting } from "../../../shared/conference/programme.ts";
import { presentMeeting } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";

/** What a free floor means: a meeting sits, is suspended or is still to come, or all is over. */
export type Awaited =
	| { readonly kind: "sitting" | "suspended" | "planned"; readonly meeting: Meeting }
	| { readonly kind: "closed"; readonly meeting: undefined };

export function awaited(state: State): Awaited {
	const meeting = presentMeeting(state);
	if (meeting === undefined || meeting.status === "closed") return { kind: "closed", meeting: undefined };
	if (meeting.status === "open") return { kind: "sitting", meeting };
	return { kind: meeting.status, meeting };
}

/** The number of a plenary session among the plenary sessions; null for opening and closing. */
export function sessionNumber(state: State, meeting: Meeting): number | null {
	if (meeting.kind !== "plenary") return null;
	const sessions = [...state.programme.meetings.values()].filter(({ kind }) => kind === "plenary");
	return sessions.findIndex(({ id }) => id === meeting.id) + 1;
}
