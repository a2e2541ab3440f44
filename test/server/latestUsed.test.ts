import { describe, expect, test } from "vitest";
import { LatestUsed } from "../../server/http/latestUsed.ts";

/** Counts what is made of each key. */
function counted(most: number) {
	const kept = new LatestUsed<string>(most);
	const made: string[] = [];
	const use = (key: string, isFresh = true) =>
		kept.of(
			key,
			() => isFresh,
			() => {
				made.push(key);
				return key;
			},
		);
	return { made, use };
}

describe("the latest used", () => {
	test("is made once as long as it holds", () => {
		const { made, use } = counted(2);
		expect([use("a"), use("a"), use("a", false), use("a")]).toEqual(["a", "a", "a", "a"]);
		expect(made).toEqual(["a", "a"]);
	});

	test("stays, and the one longest unused goes", () => {
		const { made, use } = counted(2);
		for (const key of ["a", "b", "a", "c", "a", "b"]) use(key);
		expect(made).toEqual(["a", "b", "c", "b"]);
	});
});
