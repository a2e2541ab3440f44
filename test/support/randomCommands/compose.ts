import type { CommandType } from "../../../shared/conference/decider.ts";
import type { RandomSession } from "../random.ts";
import { conference } from "./conference.ts";
import { debate } from "./debate.ts";
import { floor } from "./floor.ts";
import { inscriptions } from "./inscriptions.ts";
import { interpretation } from "./interpretation.ts";
import { lists } from "./lists.ts";
import { papers } from "./papers.ts";
import { pledges } from "./pledges.ts";
import { programme } from "./programme.ts";
import { recordings } from "./recordings.ts";
import type { Composed, Composers } from "./scene.ts";
import { Scene } from "./scene.ts";

/** Every type of command; the compiler sees to it that none is missing. */
const composers: Composers<CommandType> = {
	...conference,
	...programme,
	...lists,
	...inscriptions,
	...floor,
	...debate,
	...pledges,
	...papers,
	...recordings,
	...interpretation,
};

/** Composes a command of a type that fits the session's state, or throws `Unfit`; less sensible in a wild step. */
export function compose<Type extends CommandType>(type: Type, session: RandomSession): Composed {
	return composers[type](new Scene(session), type);
}
