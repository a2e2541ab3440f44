import type { State } from "./state.ts";

/** A state as JSON: maps become `{"$map": [[key, value], ...]}` and keep their order. */
export function encodeState(state: State): unknown {
	return encode(state);
}

/** The state that `encodeState` was given. Takes only what this product's own server sent. */
export function decodeState(encoded: unknown): State {
	return decode(encoded) as State;
}

function encode(value: unknown): unknown {
	if (value instanceof Map) return { $map: [...value].map(([key, each]) => [key, encode(each)]) };
	if (Array.isArray(value)) return value.map(encode);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]));
}

function decode(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(decode);
	if (typeof value !== "object" || value === null) return value;
	if ("$map" in value && Array.isArray(value.$map))
		return new Map(value.$map.map(([key, each]: [unknown, unknown]) => [key, decode(each)]));
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decode(each)]));
}
