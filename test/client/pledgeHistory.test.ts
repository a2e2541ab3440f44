import { expect, test } from "vitest";
import type { Speech } from "../../client/i18n/intl.tsx";
import { historyOf } from "../../client/screens/secretariat/pledges/pledgeHistory.ts";
import type { State } from "../../shared/conference/state.ts";
import type { Act } from "../support/decider.ts";
import { given, seconds, start } from "../support/decider.ts";
import { content, pledgeActs, ready, speaking } from "../support/factories.ts";

const speech: Speech = {
	locale: "en",
	dir: "ltr",
	t: (id, values) => (values === undefined ? id : `${id} ${JSON.stringify(values)}`),
	list: (names) => names.join(", "),
	number: String,
};

const pledgeId = "p";
const about = <Type extends string>(type: Type) => ({ type, pledgeId });

/** What the record says of a pledge, newest first, each with its second. */
function told(state: State, id = pledgeId) {
	const { pledges } = state.pledges;
	const pledge = pledges.get(id);
	if (pledge === undefined) throw new Error(`There is no pledge ${id}`);
	return historyOf(pledge, pledges.values(), (delegationId) => `Name ${delegationId}`, speech).map(
		({ at, id: said, values }) => [at === null ? null : (at - start) / 1000, said, ...Object.values(values)],
	);
}

test("PL12 the record of a pledge tells who confirmed and who declined a part, and not what the lead wrote itself", () => {
	const parts = [
		{ id: "own", delegationId: "idn", role: "gives", text: "Hospital" },
		{ id: "staff", delegationId: "ury", role: "gives", text: "Doctors" },
		{ id: "fuel", delegationId: "nor", role: "finances", text: "Fuel" },
	] as const;
	const answer = (
		type: "confirmPart" | "declinePart",
		partId: string,
		delegationId: string,
		at: number,
	): Act => [
		{ ...about(type), partId, delegationId },
		{ as: `${delegationId}-minister`, at: start + seconds(at) },
	];
	const { state } = given(
		ready,
		...pledgeActs(pledgeId, "idn", "submitted", { form: "joint", parts }),
		answer("confirmPart", "staff", "ury", 4),
		answer("declinePart", "fuel", "nor", 5),
	);
	expect(told(state)).toEqual([
		[5, "deskact.historyPartDeclined", "Name nor", "Fuel"],
		[4, "deskact.historyPartConfirmed", "Name ury", "Doctors"],
		[0, "desk.historySubmitted", "Name idn"],
		[0, "desk.historyDrafted", "Name idn"],
	]);
});

test("PL15 a part that another pledge completes is told as that", () => {
	const parts = [
		{ id: "own", delegationId: "idn", role: "gives", text: "Hospital" },
		{ id: "fuel", delegationId: null, role: "finances", text: "Fuel" },
	] as const;
	const { state } = given(
		ready,
		...pledgeActs(pledgeId, "idn", "writing", { form: "joint", parts }),
		...pledgeActs("match", "nor", "writing", {
			form: "matching",
			matches: { pledgeId, partId: "fuel" },
		}),
	);
	expect(told(state)).toContainEqual([0, "deskact.historyPartMatched", "Name nor", "Fuel"]);
});

test("PL21 cueing, the words of the floor, corrections and delivery stand in their order; what has no time stands where it belongs", () => {
	const at = (second: number, as = "desk") => ({ as, at: start + seconds(second) });
	const { state } = given(
		speaking,
		...pledgeActs(pledgeId, "idn", "accepted"),
		[about("cuePledge"), at(10)],
		[about("announcePledge"), at(20, "idn-minister")],
		[{ ...about("recordDelivered"), words: "Two hospitals." }, at(30)],
		[about("confirmPledge"), at(40)],
		[
			{ ...about("reportDelivery"), stage: "inProgress", percent: 50, readiness: "assessed", money: null },
			at(60),
		],
	);
	expect(told(state).slice(0, 5)).toEqual([
		[
			60,
			"deskact.historyDelivery",
			'deliverystage.inProgress · common.countOfPlain {"count":50,"total":100} · readinesslevel.assessed',
		],
		[40, "desk.historyConfirmed"],
		[null, "deskact.historyDelivered", "Two hospitals."],
		[20, "desk.historyAnnounced", "Name idn"],
		[10, "deskact.historyCued"],
	]);
	const corrected = given(state, [
		{ ...about("correctPledge"), content: content({ title: "Other" }), reason: "A note" },
		at(70),
	]).state;
	expect(told(corrected)[0]).toEqual([70, "deskact.historyCorrected", "A note"]);
});

test("PL18 both histories tell of a merger", () => {
	const { state } = given(
		ready,
		...pledgeActs(pledgeId, "idn", "writing", { title: "Stays" }),
		...pledgeActs("twin", "idn", "submitted", { title: "Twin" }),
		[
			{ type: "mergePledges", pledgeId: "twin", intoId: pledgeId },
			{ as: "desk", at: start + seconds(9) },
		],
	);
	expect(told(state)[0]).toEqual([9, "deskact.historyMergedFrom", "Twin"]);
	expect(told(state, "twin")[0]).toEqual([9, "pledgebook.mergedInto", "Stays"]);
});
