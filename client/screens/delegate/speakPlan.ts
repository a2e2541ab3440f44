import type { Language, Level } from "../../../shared/conference/common.ts";
import type { Inscription, StatementMode } from "../../../shared/conference/speakersList.ts";

/** On whose behalf a delegation speaks. */
export type Behalf = "own" | "group" | "jointly";

/** How a delegation will speak, ready before it asks: one press on the big button then suffices. */
export interface SpeakPlan {
	readonly speakerId: string | null;
	/** Announced rank, while no speaker is named. */
	readonly level: Level | null;
	readonly language: Language;
	readonly behalf: Behalf;
	/** Name of the group. */
	readonly group: string;
	readonly jointly: readonly string[];
	readonly mode: StatementMode;
	/** Expected length; null where the delegation does not say. */
	readonly minutes: number | null;
}

/** What may be changed in an inscription until it is called. */
export type Manner = Pick<Inscription, "language" | "onBehalfOf" | "mode" | "expectedMs"> & {
	jointly: string[];
};

/** The plan as the list takes it. A group without a name is the delegation's own statement. */
export function mannerOf({ language, behalf, group, jointly, mode, minutes }: SpeakPlan): Manner {
	const named = group.trim();
	return {
		language,
		onBehalfOf: behalf === "group" && named !== "" ? named : null,
		jointly: behalf === "jointly" ? [...jointly] : [],
		mode,
		expectedMs: minutes === null ? null : minutes * 60_000,
	};
}

/** An inscription, or what was asked for, as a plan that can be changed. */
export function planOf(inscription: Inscription): SpeakPlan {
	const { speakerId, level, language, onBehalfOf, jointly, mode, expectedMs } = inscription;
	return {
		speakerId,
		level,
		language,
		behalf: onBehalfOf !== null ? "group" : jointly.length > 0 ? "jointly" : "own",
		group: onBehalfOf ?? "",
		jointly,
		mode,
		minutes: expectedMs === null ? null : Math.max(1, Math.round(expectedMs / 60_000)),
	};
}
