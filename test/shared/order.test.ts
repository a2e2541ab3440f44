import { describe, expect, it } from "vitest";
import type { Level } from "../../shared/conference/common.ts";
import { levels } from "../../shared/conference/common.ts";
import { evolve } from "../../shared/conference/decider.ts";
import type { DelegationKind } from "../../shared/conference/definition.ts";
import type { Placement } from "../../shared/conference/order.ts";
import { placementOf } from "../../shared/conference/order.ts";
import type { OrderCriterion } from "../../shared/conference/procedure.ts";
import { orderPresets } from "../../shared/conference/procedure.ts";
import { speakersInOrder } from "../../shared/conference/selectors.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, minutes, run, start } from "../support/decider.ts";
import { delegationsCommand, inscribe, setProcedure, sitting } from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const desk = { as: "desk" };
const order = (state: State) => speakersInOrder(state, segmentId).map(({ delegationId }) => delegationId);

/**
 * Forty-four inscriptions in the order of arrival, one a minute; Japan and Pakistan in the same minute. Kinds:
 * member State, observer, organisation, the EU ranked with the States (`ranked`), the United Nations. `-`: no
 * speaker named. Fixed: the number that the secretariat gives. Lot: as drawn; Ethiopia came after the draw.
 */
const inscriptions = `
arrival  who  kind      rank  for    fixed  lot
      1  npl  state     M     own    -      30
      2  gha  state     HG    own    -      40
      3  fji  state     M     group  -      22
      4  aun  org       OT    own    -       5
      5  nor  state     M     own    -      12
      6  hol  observer  M     own    -       9
      7  bgd  state     VM    own    -      33
      8  ind  state     M     own    -      41
      9  kor  state     M     own    1       3
     10  deu  state     -     own    -      20
     11  sen  state     HS    own    -      35
     12  eun  ranked    M     own    -       8
     13  usa  state     VP    own    -       1
     14  can  state     M     joint  -      17
     15  ury  state     VM    own    -       2
     16  nat  org       CD    own    -      14
     17  un   un        OT    own    2       6
     18  jpn  state     M     own    -      25
     18  pak  state     M     own    -       4
     20  bra  state     CD    own    -      39
     21  zaf  state     HG    group  -      10
     22  chn  state     M     own    -      31
     23  fra  state     M     own    -       7
     24  tha  state     CP    own    -      42
     25  pse  observer  HG    own    -      11
     26  egy  state     DPM   own    -      29
     27  ita  state     VM    own    -      15
     28  ken  state     HS    own    -      19
     29  ase  org       M     group  -      21
     30  swe  state     OT    own    -      43
     31  mng  state     CD    own    -      13
     32  rwa  state     M     own    -      16
     33  phl  state     -     own    -      18
     34  lka  state     VM    group  -      23
     35  oif  org       M     own    -      24
     36  esp  state     HG    own    -      26
     37  vnm  state     M     own    -      27
     38  tun  state     DPM   own    -      28
     39  mar  state     VM    own    -      32
     40  fin  state     M     joint  -      34
     41  gbr  state     M     own    3      36
     42  nga  state     CD    own    -      37
     43  icr  observer  OT    own    -      38
     44  eth  state     M     own    -      -
`;

/**
 * The orders, written by hand from SL11, SL12, SL15, SL16 and SL20. After the inscriptions France and then Nepal
 * are called and absent, Japan and China exchange their places, and the chair moves Uruguay in front of India.
 * The place in the class counts everybody of the class who stands before, also by hand. `+n`: so many stand before
 * only because a person put them there.
 */
const expected: Readonly<Record<keyof typeof orderPresets, string>> = {
	// Fixed places, then whoever asked first. Nothing else makes a class, so the absent go to the very end.
	inscription: `
 1 kor  fixed 1
 2 un   fixed 2
 3 gbr  fixed 3
 4 gha  all 1 by time
 5 fji  all 2 by time
 6 aun  all 3 by time
 7 nor  all 4 by time
 8 hol  all 5 by time
 9 bgd  all 6 by time
10 ury  moved by rwa: travel
11 ind  all 8 by time +1
12 deu  all 9 by time +1
13 sen  all 10 by time +1
14 eun  all 11 by time +1
15 usa  all 12 by time +1
16 can  all 13 by time +1
17 nat  all 14 by time
18 chn  exchanged with jpn
19 pak  all 16 by time +1
20 bra  all 17 by time +1
21 zaf  all 18 by time +1
22 jpn  exchanged with chn +1
23 tha  all 20 by time
24 pse  all 21 by time
25 egy  all 22 by time
26 ita  all 23 by time
27 ken  all 24 by time
28 ase  all 25 by time
29 swe  all 26 by time
30 mng  all 27 by time
31 rwa  all 28 by time
32 phl  all 29 by time
33 lka  all 30 by time
34 oif  all 31 by time
35 esp  all 32 by time
36 vnm  all 33 by time
37 tun  all 34 by time
38 mar  all 35 by time
39 fin  all 36 by time
40 nga  all 37 by time
41 icr  all 38 by time
42 eth  all 39 by time
43 fra  all 40 by time, absent
44 npl  all 41 by time, absent
`,
	// Fixed places; States and the EU, groups first, by rank; observers; organisations, groups first.
	byLevel: `
 1 kor  fixed 1
 2 un   fixed 2
 3 gbr  fixed 3
 4 zaf  states group HG 1 by time
 5 fji  states group M 1 by time
 6 can  states group M 2 by time
 7 fin  states group M 3 by time
 8 lka  states group VM 1 by time
 9 sen  states own HS 1 by time
10 ken  states own HS 2 by time
11 usa  states own VP 1 by time
12 tha  states own CP 1 by time
13 gha  states own HG 1 by time
14 esp  states own HG 2 by time
15 egy  states own DPM 1 by time
16 tun  states own DPM 2 by time
17 nor  states own M 1 by time
18 ury  moved by rwa: travel
19 ind  states own M 2 by time +1
20 eun  states own M 3 by time +1
21 chn  exchanged with jpn +1
22 pak  states own M 5 by time +2
23 jpn  exchanged with chn +2
24 rwa  states own M 7 by time +1
25 vnm  states own M 8 by time +1
26 eth  states own M 9 by time +1
27 fra  states own M 10 by time, absent +1
28 npl  states own M 11 by time, absent +1
29 bgd  states own VM 2 by time +1
30 ita  states own VM 3 by time
31 mar  states own VM 4 by time
32 bra  states own CD 1 by time
33 mng  states own CD 2 by time
34 nga  states own CD 3 by time
35 swe  states own OT 1 by time
36 deu  states own none 1 by time
37 phl  states own none 2 by time
38 pse  observers own HG 1 by time
39 hol  observers own M 1 by time
40 icr  observers own OT 1 by time
41 ase  organisations group M 1 by time
42 oif  organisations own M 1 by time
43 nat  organisations own CD 1 by time
44 aun  organisations own OT 1 by time
`,
	// The same classes; within them by lot, and who has no lot after those who have.
	draw: `
 1 kor  fixed 1
 2 un   fixed 2
 3 gbr  fixed 3
 4 zaf  states group HG 1 by lot 10
 5 can  states group M 1 by lot 17
 6 fji  states group M 2 by lot 22
 7 fin  states group M 3 by lot 34
 8 lka  states group VM 1 by lot 23
 9 ken  states own HS 1 by lot 19
10 sen  states own HS 2 by lot 35
11 usa  states own VP 1 by lot 1
12 tha  states own CP 1 by lot 42
13 esp  states own HG 1 by lot 26
14 gha  states own HG 2 by lot 40
15 tun  states own DPM 1 by lot 28
16 egy  states own DPM 2 by lot 29
17 pak  states own M 1 by lot 4
18 eun  states own M 2 by lot 8
19 nor  states own M 3 by lot 12
20 rwa  states own M 4 by lot 16
21 chn  exchanged with jpn
22 vnm  states own M 6 by lot 27 +1
23 jpn  exchanged with chn +1
24 ury  moved by rwa: travel
25 ind  states own M 8 by lot 41 +1
26 eth  states own M 9 by time +1
27 fra  states own M 10 by lot 7, absent +1
28 npl  states own M 11 by lot 30, absent +1
29 ita  states own VM 2 by lot 15
30 mar  states own VM 3 by lot 32
31 bgd  states own VM 4 by lot 33
32 mng  states own CD 1 by lot 13
33 nga  states own CD 2 by lot 37
34 bra  states own CD 3 by lot 39
35 swe  states own OT 1 by lot 43
36 phl  states own none 1 by lot 18
37 deu  states own none 2 by lot 20
38 pse  observers own HG 1 by lot 11
39 hol  observers own M 1 by lot 9
40 icr  observers own OT 1 by lot 38
41 ase  organisations group M 1 by lot 21
42 oif  organisations own M 1 by lot 24
43 nat  organisations own CD 1 by lot 14
44 aun  organisations own OT 1 by lot 5
`,
};

const kinds: Readonly<Record<string, DelegationKind>> = {
	state: "memberState",
	observer: "observer",
	org: "organisation",
	ranked: "organisation",
	un: "secretariat",
};

const cells = (text: string) =>
	text
		.trim()
		.split("\n")
		.map((line) => line.trim().split(/\s+/));
const asked = cells(inscriptions)
	.slice(1)
	.map(([arrival, who = "", kind = "", rank, manner, fixed, lot]) => ({
		at: start + minutes(Number(arrival)),
		who,
		kind: kinds[kind] ?? "memberState",
		level: levels.find((level) => level === rank) ?? null,
		onBehalfOf: manner === "group" ? "A group" : null,
		// Whoever makes a statement jointly names partners that take part.
		jointly: manner === "joint" ? ["nld", "dnk"] : [],
		slot: fixed === "-" ? null : Number(fixed),
		lot: lot === "-" ? null : Number(lot),
	}));

function conference(criteria: readonly OrderCriterion[]): State {
	const { delegations } = delegationsCommand([...asked.map(({ who }) => who), "nld", "dnk"]);
	const kindOf = new Map(asked.map(({ who, kind }) => [who, kind]));
	const all = delegations.map((each) => ({ ...each, kind: kindOf.get(each.id) ?? each.kind }));
	return given(
		sitting,
		[{ type: "importDelegations", delegations: all }, desk],
		[setProcedure({ order: criteria, rankedWithStates: ["eun"] }), desk],
	).state;
}

/** Everybody inscribed, the places fixed and, where the rules want lots, the lots of the table drawn. */
function listed(criteria: readonly OrderCriterion[]): State {
	let state = conference(criteria);
	for (const { who, at, level, onBehalfOf, jointly } of asked)
		state = run(state, inscribe(who, { level, onBehalfOf, jointly }), { ...desk, at, newId: `e-${who}` });
	for (const { who, slot } of asked)
		if (slot !== null) state = run(state, { type: "fixSlot", segmentId, entryId: `e-${who}`, slot }, desk);
	if (!criteria.includes("draw")) return state;
	const drawn = asked.filter(({ lot }) => lot !== null).sort((a, b) => (a.lot ?? 0) - (b.lot ?? 0));
	const data = { segmentId, seed: "0".repeat(32), order: drawn.map(({ who }) => who) };
	return evolve(state, { type: "LotsDrawn", at: start + minutes(50), data });
}

/** What the chair and the delegations do with the list. */
function rearranged(state: State): State {
	const swap = { segmentId, swapId: "swap" };
	return given(
		state,
		[
			{ type: "markAbsent", segmentId, entryId: "e-fra" },
			{ ...chair, at: start + minutes(60) },
		],
		[
			{ type: "markAbsent", segmentId, entryId: "e-npl" },
			{ ...chair, at: start + minutes(61) },
		],
		[
			{ type: "proposeSwap", segmentId, entryId: "e-jpn", withEntryId: "e-chn" },
			{ as: "system", newId: "swap" },
		],
		[{ type: "agreeToSwap", ...swap }, { as: "system" }],
		[
			{ type: "moveEntry", segmentId, entryId: "e-ury", before: "e-ind", reason: "travel" },
			{ ...chair, at: start + minutes(63) },
		],
	).state;
}

/** A placement in the words of the tables above. */
function words({ reason, putAhead }: Placement): string {
	const ahead = putAhead === 0 ? "" : ` +${putAhead}`;
	switch (reason.by) {
		case "move":
			return `moved by ${reason.moved.byDelegation}: ${reason.moved.reason}${ahead}`;
		case "swap":
			return `exchanged with ${reason.swapped.withDelegation}${ahead}`;
		case "slot":
			return `fixed ${reason.slot}${ahead}`;
		case "rules": {
			const group = reason.isForGroup === null ? null : reason.isForGroup ? "group" : "own";
			const parts = [reason.category, group, reason.level].filter((part) => part !== null);
			const by = reason.thenBy === "draw" ? `lot ${reason.drawn}` : "time";
			const absent = reason.absentAt === null ? "" : ", absent";
			return `${parts.length === 0 ? "all" : parts.join(" ")} ${reason.placeInClass} by ${by}${absent}${ahead}`;
		}
	}
}

const inWords = (state: State) =>
	speakersInOrder(state, segmentId).map(({ id, delegationId }) => {
		const placement = placementOf(state, listOf(state, segmentId), id)!;
		expect(placement.of).toBe(asked.length);
		return `${String(placement.place).padStart(2)} ${delegationId.padEnd(4)} ${words(placement)}`;
	});
const lines = (text: string) => text.split("\n").filter((line) => line !== "");
const byHand = (preset: keyof typeof orderPresets) => lines(expected[preset]);

describe("the presets on forty-four inscriptions", () => {
	it.each(["inscription", "byLevel", "draw"] as const)(
		"SL11 SL12 SL15 SL16 SL20 everybody stands where the rules and the acts put them, and why: %s",
		(preset) => {
			expect(inWords(rearranged(listed(orderPresets[preset])))).toEqual(byHand(preset));
		},
	);

	it("SL10 the order of inscription places whoever asks last at the end, behind who was absent", () => {
		const state = rearranged(listed(orderPresets.inscription));
		const late = run(state, inscribe("nld"), { ...desk, at: start + minutes(70) });
		// Absence counts within the class; who asks afterwards still has not been absent.
		expect(order(late).slice(-4)).toEqual(["eth", "nld", "fra", "npl"]);
		const usual = listed(orderPresets.inscription);
		expect(order(run(usual, inscribe("nld"), { ...desk, at: start + minutes(70) })).at(-1)).toBe("nld");
	});

	it("PR11 other rules order anew who waits, and leave alone whom a person has placed", () => {
		const set = (criteria: readonly OrderCriterion[]) =>
			setProcedure({ order: criteria, rankedWithStates: ["eun"] });
		const plain = listed(orderPresets.inscription);
		expect(order(run(plain, set(orderPresets.byLevel), desk))).toEqual(order(listed(orderPresets.byLevel)));
		const placed = rearranged(plain);
		const after = order(run(placed, set(orderPresets.byLevel), desk));
		// By hand: Uruguay 10th, China 18th and Japan 22nd keep their places; the others fill the rest by rank.
		expect([after[9], after[17], after[21]]).toEqual(["ury", "chn", "jpn"]);
		expect(after.filter((who) => !["ury", "chn", "jpn"].includes(who))).toEqual(
			byHand("byLevel")
				.map((line) => line.split(/\s+/).filter((word) => word !== "")[1])
				.filter((who) => who === undefined || !["ury", "chn", "jpn"].includes(who)),
		);
	});

	it("PR11 what is ordered anew is no longer a move to be taken back", () => {
		const moved = rearranged(listed(orderPresets.inscription));
		const at = start + minutes(63) + 1000;
		const back = { type: "takeBackMove" as const, segmentId, entryId: "e-ury" };
		given(moved)
			.when(back, { ...chair, at })
			.then({ type: "MoveTakenBack" });
		const set = setProcedure({ order: orderPresets.byLevel });
		given(moved, [set, { ...desk, at }])
			.when(back, { ...chair, at })
			.thenRefused("nothingToUndo");
	});

	it("PR11 rules that name a stranger, or a rank twice, are not rules", () => {
		given(sitting)
			.when(setProcedure({ rankedWithStates: ["atlantis"] }), desk)
			.thenRefused("unknownDelegation", { delegationId: "atlantis" });
	});
});

describe("SL11 the sequence of the criteria", () => {
	const ranks: readonly (readonly [string, Level | null])[] = [
		["idn", "VM"],
		["ury", "HS"],
		["nor", "M"],
		["gha", "HS"],
	];
	const listedBy = (criteria: readonly OrderCriterion[], at = (index: number) => start + index) => {
		let state = run(sitting, setProcedure({ order: criteria }), desk);
		for (const [index, [who, level]] of ranks.entries())
			state = run(state, inscribe(who, { level }), { ...desk, newId: `e-${who}`, at: at(index) });
		return state;
	};

	it("SL11 a rank after the time only tells apart who came at the same time", () => {
		expect(order(listedBy(["time", "level"]))).toEqual(["idn", "ury", "nor", "gha"]);
		expect(order(listedBy(["time", "level"], () => start))).toEqual(["ury", "gha", "nor", "idn"]);
		expect(order(listedBy(["level", "time"]))).toEqual(["ury", "gha", "nor", "idn"]);
		const { reason } = placementOf(
			listedBy(["time", "level"]),
			listOf(listedBy(["time", "level"]), segmentId),
			"e-nor",
		)!;
		expect(reason).toMatchObject({ by: "rules", level: null, placeInClass: 3, thenBy: "time" });
	});

	it("SL11 the conference ranks the levels", () => {
		const heads: Level[] = ["M", "VM", "HS", "VP", "CP", "HG", "DPM", "CD", "OT"];
		const state = run(
			listedBy(["level", "time"]),
			setProcedure({ order: ["level", "time"], levels: heads }),
			desk,
		);
		expect(order(state)).toEqual(["nor", "idn", "ury", "gha"]);
	});

	it("SL11 who is equal in all stands in the order of arrival, also after a fixed place was taken away", () => {
		let state = listedBy(["slot", "time"], () => start);
		const fix = (slot: number | null) => ({ type: "fixSlot" as const, segmentId, entryId: "e-ury", slot });
		state = run(state, fix(1), desk);
		expect(order(state)).toEqual(["ury", "idn", "nor", "gha"]);
		expect(order(run(state, fix(null), desk))).toEqual(["idn", "ury", "nor", "gha"]);
	});
});

it("SL11 a correction of what kind a delegation is gives it its place", () => {
	const byCategory = given(
		sitting,
		[setProcedure({ order: ["category", "time"] }), desk],
		[inscribe("eun"), { ...desk, newId: "e-eun" }],
		[inscribe("nor"), { ...desk, newId: "e-nor", at: start + 1 }],
	).state;
	expect(order(byCategory)).toEqual(["nor", "eun"]);
	const [norway] = delegationsCommand(["nor"]).delegations;
	const corrected = {
		type: "importDelegations" as const,
		delegations: [{ ...norway!, kind: "organisation" as const }],
	};
	expect(order(run(byCategory, corrected, desk))).toEqual(["eun", "nor"]);
});

describe("SL13 what the delegation changes", () => {
	const byLevel = given(
		sitting,
		[setProcedure({ order: orderPresets.byLevel }), desk],
		[inscribe("idn", { speakerId: "idn-minister" }), { as: "idn-minister", newId: "e-idn" }],
		[inscribe("gha", { level: "M" }), { as: "gha-chair", newId: "e-gha", at: start + 1 }],
		[inscribe("ury", { speakerId: "ury-minister" }), { as: "ury-minister", newId: "e-ury", at: start + 2 }],
	).state;
	const replace = { type: "replaceSpeaker" as const, segmentId, entryId: "e-idn", speakerId: "idn-speaker" };
	const change = {
		type: "changeInscription" as const,
		segmentId,
		entryId: "e-ury",
		language: "fr" as const,
		onBehalfOf: null,
	};

	it("SL13 another rank or a group moves the entry where the rules look at it", () => {
		expect(order(byLevel)).toEqual(["idn", "gha", "ury"]);
		expect(order(run(byLevel, replace, { as: "idn-minister" }))).toEqual(["gha", "ury", "idn"]);
		const group = run(byLevel, { ...change, onBehalfOf: "A group" }, { as: "ury-minister" });
		expect(order(group)).toEqual(["ury", "idn", "gha"]);
		expect(order(run(group, change, { as: "ury-minister" }))).toEqual(["idn", "gha", "ury"]);
		expect(order(run(byLevel, change, { as: "ury-minister" }))).toEqual(["idn", "gha", "ury"]);
	});

	it("SL13 nothing moves where the rules do not look, nor what was placed by hand", () => {
		const plain = run(byLevel, setProcedure({ order: orderPresets.inscription }), desk);
		expect(order(run(plain, replace, { as: "idn-minister" }))).toEqual(["idn", "gha", "ury"]);
		const placed = run(
			byLevel,
			{ type: "moveEntry", segmentId, entryId: "e-idn", before: "e-ury", reason: "travel" },
			chair,
		);
		expect(order(placed)).toEqual(["gha", "idn", "ury"]);
		expect(order(run(placed, replace, { as: "idn-minister" }))).toEqual(["gha", "idn", "ury"]);
	});
});

describe("SL20 fixed places", () => {
	const fix = (entryId: string, slot: number | null) => ({
		type: "fixSlot" as const,
		segmentId,
		entryId,
		slot,
	});
	const three = given(
		sitting,
		[inscribe("idn"), { ...desk, newId: "e-idn" }],
		[inscribe("ury"), { ...desk, newId: "e-ury", at: start + 1 }],
		[inscribe("nor"), { ...desk, newId: "e-nor", at: start + 2 }],
	).state;

	it("SL20 each number is given once, and the smallest speaks first", () => {
		const one = run(three, fix("e-nor", 7), desk);
		expect(order(one)).toEqual(["nor", "idn", "ury"]);
		given(one).when(fix("e-ury", 7), desk).thenRefused("slotTaken", { slot: 7, delegationId: "nor" });
		given(one).when(fix("e-nor", 7), desk).thenRefused("alreadyThere");
		expect(order(run(one, fix("e-ury", 3), desk))).toEqual(["ury", "nor", "idn"]);
		given(one).when(fix("nothing", 1), desk).thenRefused("unknownInscription");
		given(one).when(fix("e-idn", 1), chair).thenRefused("notAllowed");
		const byTime = run(three, setProcedure({ order: ["time"] }), desk);
		given(byTime).when(fix("e-idn", 1), desk).thenRefused("noSlotsInRules");
	});

	it("SL20 who turns to writing gives the fixed place up", () => {
		const manner = { language: "en" as const, onBehalfOf: null };
		const change = { type: "changeInscription" as const, segmentId, entryId: "e-nor", ...manner };
		const written = given(three, [fix("e-nor", 7), desk], [{ ...change, mode: "written" }, desk]).state;
		const taken = run(written, fix("e-ury", 7), desk);
		expect(order(taken)).toEqual(["ury", "idn"]);
		expect(order(run(taken, change, desk))).toEqual(["ury", "idn", "nor"]);
	});

	it("SL20 a fixed place undoes a move", () => {
		const move = {
			type: "moveEntry" as const,
			segmentId,
			entryId: "e-nor",
			before: "e-idn",
			reason: "travel",
		};
		const moved = run(three, move, chair);
		const fixed = run(moved, fix("e-nor", 1), desk);
		expect(listOf(fixed, segmentId).entries.get("e-nor")).toMatchObject({ moved: null, slot: 1 });
		expect(order(run(fixed, fix("e-nor", null), desk))).toEqual(["idn", "ury", "nor"]);
		given(fixed)
			.when({ type: "takeBackMove", segmentId, entryId: "e-nor" }, chair)
			.thenRefused("nothingToUndo");
	});

	it("SL16 who is absent in a fixed place goes to the end of its class, visibly", () => {
		const fixed = run(three, fix("e-nor", 1), desk);
		const after = given(fixed)
			.when({ type: "markAbsent", segmentId, entryId: "e-nor" }, { ...chair, at: start + 9 })
			.then({ type: "EntryMarkedAbsent" });
		expect(order(after)).toEqual(["idn", "ury", "nor"]);
		expect(placementOf(after, listOf(after, segmentId), "e-nor")?.reason).toMatchObject({
			by: "rules",
			absentAt: start + 9,
		});
	});
});
