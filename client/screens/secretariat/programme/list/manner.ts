import type { Language } from "../../../../../shared/conference/common.ts";
import type { Inscription, StatementMode } from "../../../../../shared/conference/speakersList.ts";
import { duration } from "../../../../i18n/time.ts";
import { expectedMs } from "../../parts/expectedMs.ts";

/** How a statement is to be made, as a form holds it. */
export interface Manner {
	readonly language: Language;
	readonly group: string;
	readonly jointly: readonly string[];
	readonly mode: StatementMode;
	/** `m:ss`, or empty. */
	readonly expected: string;
}

/** What a form begins with: an inscription as it is, or a statement of the delegation's own, in person. */
export function mannerOf(entry: Omit<Inscription, "delegationId" | "speakerId" | "level">): Manner {
	const { language, onBehalfOf, jointly, mode, expectedMs } = entry;
	const expected = expectedMs === null ? "" : duration(expectedMs);
	return { language, group: onBehalfOf ?? "", jointly, mode, expected };
}

/** The fields as commands take them; nothing while the expected length cannot be read. */
export function mannerIn({ language, group, jointly, mode, expected }: Manner) {
	const length = expectedMs(expected);
	if (length === undefined) return undefined;
	const onBehalfOf = group.trim() === "" ? null : group.trim();
	return { language, onBehalfOf, jointly: [...jointly], mode, expectedMs: length };
}
