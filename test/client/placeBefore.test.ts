import { expect, test } from "vitest";
import { placeBefore } from "../../client/screens/podium/list/placeBefore.ts";

const order = ["ury", "gha", "nor", "khm"];

test("a drop says in front of whom the entry will stand", () => {
	expect(placeBefore(order, "nor", "ury", "before")).toBe("ury");
	expect(placeBefore(order, "ury", "nor", "after")).toBe("khm");
	expect(placeBefore(order, "ury", "khm", "after")).toBe(null);
	expect(placeBefore(order, "khm", "ury", "after")).toBe("gha");
});

test("a drop where the entry stands already asks for nothing", () => {
	expect(placeBefore(order, "gha", "gha", "before")).toBe(undefined);
	expect(placeBefore(order, "gha", "ury", "after")).toBe(undefined);
	expect(placeBefore(order, "gha", "nor", "before")).toBe(undefined);
	expect(placeBefore(order, "khm", "nor", "after")).toBe(undefined);
});
