import { describe, expect, test } from "vitest";

import { csv } from "../../client/screens/secretariat/parts/csv.ts";
import { hostTimeOf, instantOf } from "../../client/screens/secretariat/parts/hostTime.ts";
import { foldText, matches } from "../../shared/conference/foldText.ts";

describe("times of the host city in a form", () => {
	test("are read and written in its zone, whatever the reader's", () => {
		const instant = Date.parse("2021-12-07T08:00:00Z");
		expect(hostTimeOf(instant, "Asia/Seoul")).toBe("2021-12-07T17:00");
		expect(instantOf("2021-12-07T17:00", "Asia/Seoul")).toBe(instant);
		expect(instantOf("", "Asia/Seoul")).toBeNull();
	});

	test("survive the change of clocks", () => {
		const zone = "Europe/Paris";
		expect(instantOf("2021-10-31T02:30", zone)).toBe(Date.parse("2021-10-31T00:30:00Z"));
		expect(hostTimeOf(instantOf("2021-03-28T02:30", zone) ?? 0, zone)).toBe("2021-03-28T03:30");
		for (let hour = 0; hour < 24 * 365; hour += 7) {
			const instant = Date.UTC(2021, 0, 1, hour);
			const back = instantOf(hostTimeOf(instant, zone), zone) ?? 0;
			expect(hostTimeOf(back, zone)).toBe(hostTimeOf(instant, zone));
		}
	});
});

test("the export quotes every text and runs no formula", () => {
	expect(csv([['=HYPERLINK("x")', "-1", 2, "a, b"]])).toBe('\uFEFF"\'=HYPERLINK(""x"")","\'-1",2,"a, b"\r\n');
});

test("the search knows neither case nor accents, and wants every word", () => {
	const folded = foldText("CIV-EZKY Côte d’Ivoire Level 2 field hospital");
	expect(matches(folded, "cote d'ivoire")).toBe(true);
	expect(matches(folded, "hospital CIV")).toBe(true);
	expect(matches(folded, "hospital kor")).toBe(false);
});
