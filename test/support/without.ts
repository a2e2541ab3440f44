import { isDeepStrictEqual } from "node:util";

/** @throws Error where an old record now means something new. */
export function mustBe(value: unknown, expected: unknown, what: string): void {
	if (!isDeepStrictEqual(value, expected))
		throw new Error(`Something of ${what} has happened in an old record.`);
}

/** The value without fields that must be as given, and without those that are derived. */
export function without<
	T extends object,
	Added extends { readonly [K in keyof T]?: unknown },
	Derived extends keyof T,
>(value: T, added: Added, ...derived: readonly Derived[]): Omit<T, keyof Added | Derived> {
	const rest: Partial<T> = { ...value };
	for (const key of Object.keys(added) as (keyof T & string)[]) {
		mustBe(value[key], added[key], key);
		delete rest[key];
	}
	for (const key of derived) delete rest[key];
	return rest as Omit<T, keyof Added | Derived>;
}

export function mapped<T, To>(map: ReadonlyMap<string, T>, change: (value: T) => To): Map<string, To> {
	return new Map([...map].map(([id, value]) => [id, change(value)]));
}
