import { publicAudience } from "../../shared/conference/audience.ts";
import type { State } from "../../shared/conference/state.ts";
import { view } from "../../shared/conference/visibility.ts";
import type { Conference } from "./conference.ts";

interface Known {
	readonly n: number;
	readonly epoch: string;
	readonly state: State;
}

const known = new WeakMap<Conference, Known>();

/** The committed state as everybody may see it; made anew only when the public's stream has moved. */
export function publicView(conference: Conference): State {
	const n = conference.position(publicAudience);
	const { epoch } = conference;
	const last = known.get(conference);
	if (last !== undefined && last.n === n && last.epoch === epoch) return last.state;
	const state = view(publicAudience, conference.state);
	known.set(conference, { n, epoch, state });
	return state;
}
