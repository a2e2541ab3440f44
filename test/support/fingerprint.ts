import { createHash } from "node:crypto";
import { encodeState } from "../../shared/conference/snapshot.ts";
import type { State } from "../../shared/conference/state.ts";

/** SHA-256 of a state's encoding, the keys of objects sorted; the order of maps counts, because screens show it. */
export function fingerprint(state: State): string {
	return createHash("sha256")
		.update(JSON.stringify(sorted(encodeState(state))))
		.digest("hex");
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, each]) => [key, sorted(each)]),
	);
}
