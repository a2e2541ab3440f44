import { expect, test } from "vitest";
import { rateRows } from "../../client/screens/secretariat/pledges/rateRows.ts";
import { given } from "../support/decider.ts";
import { pledgeActs, ready } from "../support/factories.ts";

const money = (currency: string) => ({ amount: { unit: "money" as const, value: 1000, currency } });
const desk = { as: "desk" };
const rate = (currency: string) => ({ type: "giveRate" as const, currency, dollars: 1.1, day: "2021-12-07" });

test("PL21 currencies that need a rate and have none stand first, the dollar never", () => {
	const { pledges, rates } = given(
		ready,
		...pledgeActs("a", "idn", "writing", money("KRW")),
		...pledgeActs("b", "ury", "submitted", money("KRW")),
		...pledgeActs("c", "ury", "submitted", money("EUR")),
		...pledgeActs("d", "nor", "writing", money("USD")),
		...pledgeActs("e", "nor", "submitted", money("NOK")),
		...pledgeActs("f", "nor", "submitted", money("GBP")),
		[{ type: "rejectPledge", pledgeId: "f", reason: "Twice" }, desk],
		[rate("EUR"), desk],
		[rate("CHF"), desk],
	).state.pledges;
	expect(
		rateRows(pledges.values(), rates).map((row) => [row.currency, row.rate?.dollars ?? null, row.pledges]),
	).toEqual([
		["KRW", null, 2],
		["NOK", null, 1],
		["CHF", 1.1, 0],
		["EUR", 1.1, 1],
	]);
});
