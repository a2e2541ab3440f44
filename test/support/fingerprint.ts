import { createHash } from "node:crypto";
import { encodeState } from "../../shared/conference/snapshot.ts";
import type { State } from "../../shared/conference/state.ts";
import { asFirstKnown } from "./firstState.ts";
import { asSecondKnown } from "./secondState.ts";
import { asThirdKnown } from "./thirdState.ts";

/** SHA-256 of a state's encoding, the keys of objects sorted; the order of maps counts, because screens show it. */
export function fingerprint(state: State): string {
	return hashOf(encodeState(state));
}

/** The same of a state as records knew it before recordings. */
export function thirdFingerprint(state: State): string {
	return hashOf(encodeState(asThirdKnown(state) as unknown as State));
}

/** The same of a state as records knew it before joint pledges and versions of initiatives. */
export function secondFingerprint(state: State): string {
	return hashOf(encodeState(asSecondKnown(state) as unknown as State));
}

/** The same of a state as records knew it before the rules of procedure. */
export function firstFingerprint(state: State): string {
	// The new fields are gone where the type still has them; what is encoded is plain data.
	return hashOf(encodeState(asFirstKnown(state) as unknown as State));
}

function hashOf(encoded: unknown): string {
	return createHash("sha256")
		.update(JSON.stringify(sorted(encoded)))
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
