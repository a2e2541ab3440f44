import type { FloorStatement } from "../../../shared/conference/floor.ts";
import type { ProcedureRules } from "../../../shared/conference/procedure.ts";
import type { Light } from "../../../shared/conference/selectors.ts";
import { timeLeft } from "../../../shared/conference/selectors.ts";
import type { PlateClock, PlateMoment } from "../../ui/plateMoment.ts";

/** What a plate shows at each light (TM5). */
export const momentOf = {
	green: "running",
	yellow: "lastMinute",
	striped: "conclude",
	red: "over",
	paused: "paused",
} as const satisfies { readonly [L in Light]: PlateMoment };

/**
 * A statement's clock at a conference time, as a plate shows it. `about` while the server is not heard; the
 * light changes when the conference's rules say so.
 */
export function plateClock(
	statement: FloorStatement,
	now: number,
	about: boolean,
	lights: Pick<ProcedureRules, "yellowMs" | "stripedMs">,
): PlateClock {
	const { leftMs, limitMs, light } = timeLeft(statement, now, lights);
	const isInterruption = statement.kind === "pointOfOrder";
	return { remainingMs: leftMs, limitMs, moment: momentOf[light], about, isInterruption };
}
