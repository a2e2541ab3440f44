import type { FloorStatement } from "../../../shared/conference/floor.ts";
import { timeLeft } from "../../../shared/conference/selectors.ts";
import type { PlateClock } from "../../ui/plateMoment.ts";
import { runningMoment } from "../../ui/plateMoment.ts";

/** A statement's clock at a conference time, as a plate shows it. `about` while the server is not heard. */
export function plateClock(statement: FloorStatement, now: number, about: boolean): PlateClock {
	const { leftMs, limitMs, light } = timeLeft(statement, now);
	const moment = light === "paused" ? "paused" : runningMoment(leftMs);
	return { remainingMs: leftMs, limitMs, moment, about };
}
