import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { contentFor, nextPartId, tidied } from "../../client/features/pledgeForm/content.ts";
import { typedAt } from "../../client/features/pledgeForm/typed.ts";
import type { PledgeContent } from "../../shared/conference/pledge.ts";

const kept = new Map<string, string>();
const storage = {
	getItem: (key: string) => kept.get(key) ?? null,
	setItem: (key: string, value: string) => void kept.set(key, value),
	removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
	kept.clear();
	vi.stubGlobal("sessionStorage", storage);
});
afterEach(() => vi.unstubAllGlobals());

const empty = contentFor(null, "medical");
const part = { id: "part-1", delegationId: "nor", role: "trains", text: " Two courses " } as const;

test("empty text is sent as none, and what was typed is trimmed", () => {
	const typed = {
		...empty,
		title: " A hospital ",
		details: "  ",
		contact: " Mission ",
		evidence: ["", " https://a.org "],
	};
	expect(tidied(typed)).toMatchObject({
		title: "A hospital",
		details: null,
		contact: "Mission",
		evidence: ["https://a.org"],
	});
});

test("parts, the completed part and the earlier pledge are sent only where the form and the kind have them", () => {
	const full: PledgeContent = {
		...empty,
		title: "A hospital",
		parts: [part],
		matches: { pledgeId: "p", partId: "part-1" },
		earlier: { pledgeId: null, reference: " 2015 ", quantity: 2 },
	};
	expect(tidied(full)).toMatchObject({ parts: [], matches: null, earlier: null });
	expect(tidied({ ...full, form: "joint" }).parts).toEqual([{ ...part, text: "Two courses" }]);
	expect(tidied({ ...full, form: "matching" }).matches).toEqual(full.matches);
	expect(tidied({ ...full, kind: "enhanced" }).earlier).toEqual({
		pledgeId: null,
		reference: "2015",
		quantity: 2,
	});
});

test("a number that was cleared is no number of the pledge", () => {
	const cleared = tidied({
		...empty,
		amount: { unit: "persons", value: Number.NaN },
		readinessDays: Number.NaN,
	});
	expect(cleared).toMatchObject({ amount: null, readinessDays: null });
});

test("a new part takes the lowest free number, so that no other part changes its id", () => {
	expect(nextPartId([])).toBe("part-1");
	expect(nextPartId([part, { ...part, id: "part-3" }])).toBe("part-2");
});

test("what is typed is kept apart by conference, delegation and pledge, and is gone when it is saved", () => {
	const typed = typedAt("seoul", "arm", null);
	typed.keep({ ...empty, title: "Half a sentence" });
	expect(typedAt("seoul", "arm", null).load()?.title).toBe("Half a sentence");
	expect(typedAt("seoul", "nor", null).load()).toBeNull();
	expect(typedAt("oslo", "arm", null).load()).toBeNull();
	expect(typedAt("seoul", "arm", "p-1").load()).toBeNull();
	typed.forget();
	expect(kept.size).toBe(0);
});

test("a browser that forbids storage does not stop the form", () => {
	const forbidden = () => {
		throw new Error("forbidden");
	};
	vi.stubGlobal("sessionStorage", { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
	const typed = typedAt("seoul", "arm", null);
	typed.keep(empty);
	expect(typed.load()).toBeNull();
});
