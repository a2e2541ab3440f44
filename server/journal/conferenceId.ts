import { safeParse } from "zod/mini";
import { identifier } from "../../shared/conference/common.ts";

/** Files that stand in DATA_DIR beside the journals: no conference may carry these names. */
const reservedConferenceIds: ReadonlySet<string> = new Set(["accounts", "directory", "files"]);

/** True for an id that can name a journal: an identifier has no dot and no slash, so it never leads out of DATA_DIR. */
export function isConferenceId(id: string): boolean {
	return safeParse(identifier, id).success && !reservedConferenceIds.has(id.toLowerCase());
}

/** @throws Error when `id` cannot name a journal. Callers check what people type earlier, so this is a bug. */
export function checkConferenceId(id: string): void {
	if (!isConferenceId(id)) throw new Error(`Not a conference id: ${JSON.stringify(id.slice(0, 80))}`);
}

/** The name a journal carries in the archive: sortable, and allowed on every file system. */
export function archiveName(conferenceId: string, time: number): string {
	return `${conferenceId}-${new Date(time).toISOString().replace(/[-:.]/g, "")}`;
}
