import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Catalogue } from "../../server/conference/catalogue.ts";
import { composeConference } from "../../server/conference/composition.ts";
import { fileIdOf } from "../../server/files/files.ts";
import { beginRehearsal } from "../../server/opening.ts";
import { textFor } from "../../server/rehearsal/cast/texts.ts";
import { livePace, nextActs } from "../../server/rehearsal/cast.ts";
import { composeRehearsal } from "../../server/rehearsal/compose.ts";
import type { History } from "../../server/rehearsal/history.ts";
import { play, playHistory } from "../../server/rehearsal/history.ts";
import { keyedChance } from "../../server/rehearsal/random.ts";
import { checkTarget } from "../../server/rehearsal/target.ts";
import { Watch } from "../../server/rehearsal/watch.ts";
import type { Command, DomainEvent } from "../../shared/conference/decider.ts";
import { evolve, parseCommand } from "../../shared/conference/decider.ts";
import { conferenceDefinition, rehearsalDefinition } from "../../shared/conference/definition.ts";
import { heardIn, listOf, sittingMeeting, timeLeft } from "../../shared/conference/selectors.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { tally } from "../../shared/conference/tally.ts";
import { project } from "../../shared/conference/visibility.ts";
import catalogueJson from "../../shared/conferences/delegations.json" with { type: "json" };
import factsJson from "../../shared/conferences/seoul-2021.json" with { type: "json" };
import rehearsalJson from "../../shared/conferences/seoul-2021.rehearsal.json" with { type: "json" };
import { run } from "../support/decider.ts";

const facts = z.parse(conferenceDefinition, factsJson);
const rehearsal = z.parse(rehearsalDefinition, rehearsalJson);
const catalogue: Catalogue = catalogueJson;
const minute = 60_000;
const now = Date.UTC(2026, 10, 23, 7, 42, 20);

const composed = composeRehearsal(facts, rehearsal, catalogue, { now });
const histories = new Map<string, History>();

function historyOf(seed: number, at = now): History {
	const key = `${seed}/${at}`;
	const known = histories.get(key);
	if (known !== undefined) return known;
	const { commands, script, persons, from } = composeRehearsal(facts, rehearsal, catalogue, {
		now: at,
		seed,
	});
	const history = playHistory(commands, { script, persons }, from, at, seed);
	histories.set(key, history);
	return history;
}

function supporters(state: State): number {
	return state.initiatives.initiatives.get("seoul-initiative")?.supporters.size ?? 0;
}

describe("an organiser's own file", () => {
	const minimal = {
		id: "round-table",
		title: { en: "Round table" },
		host: "kor",
		city: { en: "Seoul" },
		timeZone: "Asia/Seoul",
		languages: ["en"],
		delegations: [{ id: "kor" }, { id: "fra" }, { id: "xyz", name: { en: "A guest organisation" } }],
		meetings: [
			{ id: "before", kind: "preparatory", title: { en: "Before" }, date: "2027-01" },
			{
				id: "day",
				kind: "plenary",
				title: { en: "The day" },
				date: "2027-03-02",
				start: "2027-03-02T10:00:00+09:00",
				end: "2027-03-02T12:00:00+09:00",
				segments: [{ id: "statements", kind: "statements", title: { en: "Statements" } }],
			},
		],
		representatives: [
			{ id: "office", role: "secretariat", name: "Somebody", title: { en: "Officer" }, contact: "tel 1" },
		],
	};
	const parse = (change: object) => z.parse(conferenceDefinition, { ...minimal, ...change });

	it("becomes real dates, default limits and no rehearsal", () => {
		const { commands, persons } = composeConference(parse({}), catalogue);
		expect(commands.map(({ type }) => type)).toEqual([
			"defineConference",
			"importDelegations",
			"adoptProgramme",
			"accreditRepresentatives",
		]);
		for (const command of commands) expect(parseCommand(command)).toBeDefined();
		expect(commands[0]).toMatchObject({ profile: { rehearsal: false, id: "round-table" } });
		expect(commands[1]).toMatchObject({
			delegations: [
				{ id: "kor", flag: "kr", kind: "memberState", name: { en: "Republic of Korea" } },
				{ id: "fra", name: { en: "France" } },
				{ id: "xyz", flag: null, monogram: "XYZ", formalName: { en: "A guest organisation" } },
			],
		});
		expect(commands[2]).toMatchObject({
			meetings: [
				{ id: "before", held: true, plannedStart: null, coChairs: [] },
				{
					id: "day",
					held: false,
					plannedStart: Date.UTC(2027, 2, 2, 1),
					coChairs: ["kor"],
					segments: [{ limitMs: 300_000, groupLimitMs: 420_000, speaker: null }],
				},
			],
		});
		expect(persons).toEqual([
			{ representativeId: "office", name: "Somebody", title: { en: "Officer" }, contact: "tel 1" },
		]);
	});

	it("sets its own rules of procedure, regions, ways to give the floor and courtesies", () => {
		const [before, day] = minimal.meetings;
		const discussion = { ...day!.segments![0]!, mode: "requests" };
		const { commands, persons } = composeConference(
			parse({
				procedure: {
					order: "byLevel",
					rankedWithStates: ["xyz"],
					yellowSeconds: 90,
					furtherReplySeconds: 180,
					majority: "twoThirds",
				},
				delegations: [
					...minimal.delegations.slice(0, 1),
					{ id: "fra", region: "africa" },
					minimal.delegations[2],
				],
				meetings: [before, { ...day, segments: [discussion] }],
				representatives: [
					{ id: "office", role: "secretariat", name: "Somebody", title: { en: "Officer" }, courtesy: "her" },
				],
			}),
			catalogue,
		);
		for (const command of commands) expect(parseCommand(command)).toEqual(command);
		expect(commands[0]).toMatchObject({
			profile: {
				procedure: {
					order: ["slot", "category", "group", "level", "time"],
					levels: ["HS", "VP", "CP", "HG", "DPM", "M", "VM", "CD", "OT"],
					rankedWithStates: ["xyz"],
					yellowMs: 90_000,
					stripedMs: 30_000,
					pointOfOrderMs: 60_000,
					askToWait: false,
					firstReplyMs: 600_000,
					furtherReplyMs: 180_000,
					repliesEach: 2,
					majority: "twoThirds",
				},
			},
		});
		expect(commands[1]).toMatchObject({
			delegations: [{ region: "asiaPacific" }, { region: "africa" }, { region: null }],
		});
		expect(commands[2]).toMatchObject({ meetings: [{}, { segments: [{ mode: "requests" }] }] });
		expect(JSON.stringify(commands)).not.toContain("courtesy");
		expect(persons).toMatchObject([{ representativeId: "office", courtesy: "her" }]);
		const own = composeConference(parse({ procedure: { order: ["time"] } }), catalogue).commands[0];
		expect(own).toMatchObject({ profile: { procedure: { order: ["time"], yellowMs: 60_000 } } });
	});

	it.each([
		[{ procedure: { order: ["time", "time"] } }, /^procedure\.order/],
		[{ procedure: { levels: ["M"] } }, /^procedure\.levels/],
		[{ procedure: { stripedSeconds: 61 } }, /^procedure\.stripedSeconds/],
		[{ procedure: { rankedWithStates: ["usa"] } }, /^procedure\.rankedWithStates\[0\]: “usa”/],
		[
			{
				meetings: [
					{
						...minimal.meetings[1],
						segments: [{ id: "s", kind: "remarks", title: { en: "R" }, mode: "requests" }],
					},
				],
			},
			/^meetings\[0\]\.segments\[0\]\.mode/,
		],
		[{ delegations: [{ id: "kor" }, { id: "xyz" }] }, /^delegations\[1\]\.id: “xyz”/],
		[{ delegations: [{ id: "kor" }, { id: "kor" }] }, /^delegations\[1\]\.id: .*twice/],
		[{ host: "usa" }, /^host: “usa”/],
		[{ meetings: [{ ...minimal.meetings[1], coChairs: ["usa"] }] }, /^meetings\[0\]\.coChairs\[0\]/],
		[{ meetings: [minimal.meetings[1], minimal.meetings[1]] }, /^meetings\[1\]\.id/],
		[{ needs: [{ id: "n", title: { en: "N" }, category: "c", quantity: 1 }] }, /^needs\[0\]\.category/],
		[
			{ representatives: [{ id: "r", role: "delegate", name: "R", title: { en: "T" } }] },
			/^representatives\[0\]\.delegation/,
		],
	])("is refused with the path of the field: %j", (change, message) => {
		expect(() => composeConference(parse(change), catalogue)).toThrow(message);
	});
});

describe("the rehearsal's definition", () => {
	it("is made of commands that could come over the wire", () => {
		for (const command of composed.commands) expect(parseCommand(command)).toBeDefined();
	});

	it("lies around the present: the minute that the file names is now", () => {
		expect(composed.start % minute).toBe(0);
		expect(Math.floor((now - composed.start) / minute)).toBe(rehearsal.nowMinute);
	});

	it("seats a head in every delegation, and nobody with the name of a person", () => {
		const heads = new Set(composed.persons.map(({ representativeId }) => representativeId));
		for (const { id } of composed.definition.delegations)
			if (id !== "un") expect(heads).toContain(`r-${id}-1`);
		for (const { name } of composed.persons) expect(name).toMatch(/\(rehearsal\)$/);
	});

	it("takes as many delegations as asked for, the named ones always", () => {
		const count = (delegations: number) =>
			composeRehearsal(facts, rehearsal, catalogue, { now, delegations }).definition.delegations.length - 1;
		expect([count(5), count(30), count(150)]).toEqual([12, 30, 150]);
	});
});

describe("the history of the rehearsal", () => {
	it("ends in the same scene at whichever second of a minute the server is started", async () => {
		const whole = Math.floor(now / minute) * minute;
		const begun = async (second: number) => (await beginRehearsal(whole + second * 1000)).records();
		const first = await begun(0);
		expect(first.at(-1)?.time).toBeLessThanOrEqual(whole);
		for (const second of [20, 59.999]) expect(await begun(second)).toEqual(first);
	});

	it("is the same for the same seed, and another for another", () => {
		const again = playHistory(composed.commands, composed, composed.from, now, 1);
		expect(JSON.stringify(again.records)).toBe(JSON.stringify(historyOf(1).records));
		expect(JSON.stringify(historyOf(2).records)).not.toBe(JSON.stringify(again.records));
	});

	it("folds to what it says, in the order of time and without a refusal", () => {
		const { records, state, refused } = historyOf(1);
		expect(refused).toEqual([]);
		let folded = emptyState();
		let last = composed.from;
		for (const { time, type, data } of records) {
			expect(time).toBeGreaterThanOrEqual(last);
			last = time;
			folded = evolve(folded, { type, at: time, data } as DomainEvent);
		}
		expect(last).toBeLessThanOrEqual(now);
		expect(folded).toEqual(state);
	});

	for (const seed of [1, 7, 42])
		it(`stands in the middle of session 3 (seed ${seed})`, () => {
			const { state, refused } = historyOf(seed, now + seed * 500);
			expect(refused).toEqual([]);
			expect(sittingMeeting(state)?.id).toBe("session-3");
			expect(heardIn(state, "session-1-statements")).toHaveLength(19);
			expect(heardIn(state, "session-2-statements")).toHaveLength(21);
			const heard = heardIn(state, "session-3-statements").length;
			expect(heard).toBeGreaterThanOrEqual(13);
			expect(heard).toBeLessThanOrEqual(15);
			expect(heard + listOf(state, "session-3-statements").order.length).toBe(21);
			expect(listOf(state, "session-4-statements").order.length).toBeGreaterThan(5);
		});

	it("has the figures that the screens were designed for, or nearly (seed 1)", () => {
		const { state } = historyOf(1);
		const { pledges, delegations, units, confirmed } = tally(state);
		const { statement } = state.floor;
		expect(statement?.delegationId).toBe("idn");
		expect(statement === null ? 0 : timeLeft(statement, now).leftMs).toBeGreaterThan(0);
		const near = (value: number, wanted: number, within: number) =>
			expect(Math.abs(value - wanted), `${value} is not near ${wanted}`).toBeLessThanOrEqual(within);
		near(pledges, 62, 6);
		near(delegations, 41, 5);
		near(units.counted, 50, 5);
		near(confirmed, 31, 6);
		near(supporters(state), 38, 5);
		const states = [...state.pledges.pledges.values()].map((pledge) => pledge.state);
		near(states.filter((each) => each === "submitted").length, 12, 4);
		expect(states).toContain("draft");
		expect(states).toContain("accepted");
		expect(states).toContain("changeRequested");
	});

	it("SL2 has no delegation twice in a list, and each in the order of the script", () => {
		const { state } = historyOf(1);
		for (const [segmentId, list] of state.speakersLists.lists) {
			const ids = [...list.entries.values()].map(({ delegationId }) => delegationId);
			expect(new Set(ids).size, segmentId).toBe(ids.length);
			const script = composed.script.speakers.get(segmentId.replace("-statements", "")) ?? [];
			expect(ids).toEqual(script.slice(0, ids.length));
		}
	});

	it("opens each meeting within minutes of its planned start and lets the programme speakers speak", () => {
		const { state } = historyOf(1);
		for (const { openedAt, plannedStart } of state.programme.meetings.values())
			if (openedAt !== null && plannedStart !== null)
				expect(openedAt - plannedStart).toBeLessThan(5 * minute);
		const opening = [...state.statements.statements.values()].slice(0, 4);
		expect(opening.map(({ plate }) => plate?.name)).toEqual([
			"Moon Jae-in",
			"António Guterres",
			"Chung Eui-yong",
			"Suh Wook",
		]);
	});
});

describe("the cast of a live rehearsal", () => {
	const live = { pace: livePace, liveSince: now };
	const cast = { script: composed.script, persons: composed.persons };

	it("moves the tally every few seconds, from the first moment on", () => {
		const span = 45 * minute;
		const { records, state, refused } = play({
			...live,
			state: historyOf(1).state,
			cast,
			from: now,
			until: now + span,
			seed: 1,
		});
		expect(refused).toEqual([]);
		expect(heardIn(state, "session-3-statements")).toHaveLength(21);
		// The room is never empty for long: the next session opens before its time.
		expect(sittingMeeting(state)?.id).toBe("session-4");
		const announced = records.filter(({ type }) => type === "PledgeAnnounced").map(({ time }) => time);
		expect((announced[0] ?? Number.POSITIVE_INFINITY) - now).toBeLessThan(8_000);
		expect(span / announced.length).toBeGreaterThan(8_000);
		expect(span / announced.length).toBeLessThan(20_000);
	});

	it("brings the conference to its end, by the rules", () => {
		const until = now + 300 * minute;
		const { state, refused } = play({ state: historyOf(1).state, cast, from: now, until, seed: 1 });
		expect(refused).toEqual([]);
		expect(heardIn(state, "session-4-statements")).toHaveLength(20);
		expect(state.programme.meetings.get("closing")?.status).toBe("closed");
	});

	/** What happened, by type. */
	const countsOf = (records: readonly { readonly type: string }[]) => {
		const counts = new Map<string, number>();
		for (const { type } of records) counts.set(type, (counts.get(type) ?? 0) + 1);
		return (type: string) => counts.get(type) ?? 0;
	};
	/** A state with acts of people in it. */
	const withActs = (state: State, ...acts: readonly (readonly [as: string, command: Command])[]) =>
		acts.reduce(
			(present, [as, command], at) => run(present, command, { as, at: now, newId: `by-hand-${at}` }),
			state,
		);

	it("PO RR SL15 SL16 copes with points of order, replies, exchanges and who is absent", () => {
		const rates = { pointOfOrder: 0.5, reply: 0.5, swap: 0.5, absent: 0.3 };
		const plays = [1, 2].map((seed) =>
			play({
				...{ ...live, rates, cast, state: historyOf(1).state, seed },
				...{ from: now, until: now + 60 * minute },
			}),
		);
		const count = countsOf(plays.flatMap(({ records }) => records));
		// What chance brings about is not in every hour.
		for (const type of [
			"PointOfOrderRuled",
			"RulingChallenged",
			"BallotClosed",
			"ReplyGranted",
			"EntriesSwapped",
			"EntryMarkedAbsent",
		])
			expect(count(type), type).toBeGreaterThan(0);
		for (const { records, state, refused } of plays) {
			expect(refused).toEqual([]);
			const of = countsOf(records);
			expect(of("PointOfOrderRaised")).toBe(of("PointOfOrderRuled"));
			const kinds = [...state.statements.statements.values()].map(({ kind }) => kind);
			expect(kinds).toContain("pointOfOrder");
			expect(kinds).toContain("reply");
			// Everybody is heard all the same, and the meeting comes to its end.
			expect(heardIn(state, "session-3-statements")).toHaveLength(21);
			expect(state.programme.meetings.get("session-3")?.status).toBe("closed");
		}
	});

	it.each(["suspendMeeting", "adjournDebate", "closeDebate", "adjournMeeting"] as const)(
		"MO puts a person's motion to the vote, counts, and goes on whatever comes of it: %s",
		(kind) => {
			const state = withActs(historyOf(1).state, [
				"r-nor-1",
				{ type: "moveMotion", meetingId: "session-3", delegationId: "nor", kind },
			]);
			const human = (id: string) => id === "nor";
			const played = play({
				...{ ...live, human, cast, state, seed: 1 },
				...{ from: now, until: now + 14 * minute },
			});
			expect(played.refused).toEqual([]);
			const [motion] = played.state.motions.motions.values();
			expect(["adopted", "rejected"]).toContain(motion?.status);
			expect(countsOf(played.records)("VoteCast")).toBeGreaterThan(30);
			const decided = played.records.findIndex(({ type }) => type === "BallotClosed");
			const then = played.records.slice(decided).map(({ type }) => type);
			expect(then.some((type) => type === "FloorGiven" || type === "MeetingClosed")).toBe(true);
		},
	);

	it("HA in a discussion hands go up and are called, and a list that was left is taken up again", () => {
		const chair = historyOf(1).state.gavel.holder!.representativeId;
		const segmentId = "session-3-statements";
		const state = withActs(historyOf(1).state, [chair, { type: "changeMode", segmentId, mode: "requests" }]);
		const { records, refused } = play({
			...{ ...live, cast, state, seed: 1 },
			...{ from: now, until: now + 20 * minute },
		});
		expect(refused).toEqual([]);
		expect(countsOf(records)("HandRaised")).toBeGreaterThan(3);
		const given = records.filter(({ type }) => type === "FloorGiven");
		const kinds = given.map(({ data }) => (data as { statement: { kind: string } }).statement.kind);
		expect(kinds).toContain("hand");
		const ceremony = withActs(historyOf(1).state, [
			chair,
			{ type: "changeMode", segmentId, mode: "ceremony" },
		]);
		const later = play({
			...{ ...live, cast, state: ceremony, seed: 1 },
			from: now,
			until: now + 15 * minute,
		});
		expect(later.refused).toEqual([]);
		expect(countsOf(later.records)("ModeChanged")).toBe(1);
	});

	it("TX1 files texts ahead in the language of the statement, which say that they are a rehearsal's", () => {
		const state = historyOf(1).state;
		expect(state.texts.texts.size).toBe(0);
		const { state: later, refused } = play({
			...{ ...live, cast, state, seed: 1 },
			...{ from: now, until: now + 15 * minute },
		});
		expect(refused).toEqual([]);
		const texts = [...later.texts.texts.values()];
		expect(texts.length).toBeGreaterThan(2);
		for (const text of texts) {
			// What the seat sends over HTTP is what the command says.
			const written = textFor(later, keyedChance(1), text);
			expect(fileIdOf(Buffer.from(written))).toBe(text.fileId);
			expect(text.words).toBeGreaterThan(10);
		}
		const wish = { segmentId: "s", delegationId: "fra", language: "fr" as const };
		expect(textFor(later, keyedChance(1), wish)).toMatch(/France .*\(Texte de répétition\.\)/);
	});

	it("SL17 adds whom a person asks to add to a closed list", () => {
		const chair = historyOf(1).state.gavel.holder!.representativeId;
		const segmentId = "session-3-statements";
		const list = listOf(historyOf(1).state, segmentId);
		const inscribed = new Set([...list.entries.values()].map(({ delegationId }) => delegationId));
		const delegationId = composed.definition.delegations
			.map(({ id }) => id)
			.find((id) => id !== "un" && !inscribed.has(id))!;
		const state = withActs(
			historyOf(1).state,
			[chair, { type: "closeList", segmentId }],
			[
				`r-${delegationId}-1`,
				{
					...{ type: "requestLate", segmentId, delegationId, speakerId: null },
					...{ language: "en", onBehalfOf: null, reason: "Our flight was late" },
				},
			],
		);
		const human = (id: string) => id === delegationId;
		const { state: later, refused } = play({
			...{ ...live, human, cast, state, seed: 1 },
			...{ from: now, until: now + 2 * minute },
		});
		expect(refused).toEqual([]);
		const entries = [...listOf(later, segmentId).entries.values()];
		expect(entries.filter((each) => each.delegationId === delegationId)).toHaveLength(1);
	});

	it("gives only commands that could come over the wire", () => {
		const acts = nextActs(historyOf(1).state, now, keyedChance(1), { ...live, script: composed.script });
		expect(acts.length).toBeGreaterThan(20);
		for (const { command } of acts) expect(parseCommand(command), command.type).toBeDefined();
	});

	it("does nothing for a delegation that a person operates, and announces nothing for it", () => {
		const human = (id: string) => id === "idn" || id === "ury";
		const state = historyOf(1).state;
		const { records } = play({ ...live, human, state, cast, from: now, until: now + 20 * minute, seed: 1 });
		expect(records.filter(({ actor }) => /^r-(idn|ury)-\d$/.test(actor))).toEqual([]);
		const theirs = new Set(
			[...state.pledges.pledges.values()]
				.filter(({ delegationId }) => human(delegationId))
				.map(({ id }) => id),
		);
		const announced = records.filter(({ type }) => type === "PledgeAnnounced");
		expect(announced.length).toBeGreaterThan(10);
		for (const { data } of announced) expect(theirs.has((data as { pledgeId: string }).pledgeId)).toBe(false);
	});

	it("ends the floor of a person only a minute after the limit", () => {
		const state = historyOf(1).state;
		const { statement } = state.floor;
		const { records } = play({
			...live,
			human: (id) => id === "idn",
			state,
			cast,
			from: now,
			until: now + 10 * minute,
			seed: 1,
		});
		const end = records.find(({ type }) => type === "FloorEnded");
		const data = end?.data as { statementId: string; spokenMs: number; limitMs: number } | undefined;
		expect(data?.statementId).toBe(statement?.id);
		expect((data?.spokenMs ?? 0) - (data?.limitMs ?? 0)).toBeGreaterThanOrEqual(minute);
	});

	it("leaves the gavel to a person while they use it, and goes on afterwards", () => {
		const state = historyOf(1).state;
		const holder = state.gavel.holder?.representativeId;
		const chairRestsUntil = now + 90_000;
		const acts = nextActs(state, now, keyedChance(1), { ...live, script: composed.script, chairRestsUntil });
		const chairs = acts.filter(({ actorId }) => actorId === holder);
		expect(chairs.length).toBeGreaterThan(0);
		for (const { afterMs } of chairs) expect(afterMs).toBeGreaterThanOrEqual(90_000);
		const later = play({
			...live,
			chairRestsUntil,
			state,
			cast,
			from: now,
			until: now + 9 * minute,
			seed: 1,
		});
		expect(later.records.some(({ type, actor }) => type === "FloorGiven" && actor === holder)).toBe(true);
	});

	it("leaves clearing and confirming to a person at the desk, and announces what is cleared all the same", () => {
		const state = historyOf(1).state;
		const deskRestsUntil = now + 2 * minute;
		const acts = nextActs(state, now, keyedChance(1), { ...live, script: composed.script, deskRestsUntil });
		const waits = (type: string) =>
			acts.filter(({ command }) => command.type === type).map(({ afterMs }) => afterMs);
		expect(Math.min(...waits("acceptPledge"), ...waits("confirmPledge"))).toBeGreaterThanOrEqual(2 * minute);
		expect(Math.min(...waits("announcePledge"), ...waits("announceInWriting"))).toBeLessThan(minute);
	});

	it("supports a new version of an initiative anew, in part and not at once", () => {
		const { state } = historyOf(1);
		const initiative = state.initiatives.initiatives.get("seoul-initiative");
		if (initiative === undefined) throw new Error("the initiative is not open");
		const { title, shortTitle } = initiative;
		const revise = {
			type: "reviseInitiative",
			initiativeId: initiative.id,
			delegationId: "kor",
			title,
			shortTitle,
			summary: { en: "Another summary." },
		} as const;
		const revised = run(state, revise, { as: "system", at: now });
		const renewals = (of: State) =>
			nextActs(of, now, keyedChance(1), { ...live, script: composed.script }).filter(
				({ command }) => command.type === "declareSupport" && initiative.supporters.has(command.delegationId),
			);
		expect(renewals(state)).toEqual([]);
		const renewed = renewals(revised);
		expect(renewed.length).toBeGreaterThan(initiative.supporters.size / 3);
		expect(renewed.length).toBeLessThan(initiative.supporters.size - 1);
		for (const { afterMs } of renewed) expect(afterMs).toBeGreaterThanOrEqual(minute);
	});

	it("plans for one seat what that seat may see", () => {
		const { state } = historyOf(1);
		const acts = nextActs(state, now, keyedChance(1), { ...live, script: composed.script, only: "r-ury-1" });
		for (const { actorId } of acts) expect(actorId).toBe("r-ury-1");
	});
});

describe("a rehearsal's driver", () => {
	it("talks to this machine only, unless it is allowed more", () => {
		const conferenceId = "seoul-2021";
		for (const origin of ["http://localhost:3000", "http://127.0.0.1:1", "http://[::1]:3000"])
			expect(() => checkTarget({ origin, conferenceId })).not.toThrow();
		expect(() => checkTarget({ origin: "https://plenary.example.org", conferenceId })).toThrow(RangeError);
		expect(() => checkTarget({ origin: "http://localhost.example.org", conferenceId })).toThrow(RangeError);
		expect(() =>
			checkTarget({ origin: "https://plenary.example.org", conferenceId, allowRemote: true }),
		).not.toThrow();
	});

	it("tells a person's hand on the gavel from its own", () => {
		const watch = new Watch();
		watch.expect({ type: "pauseFloor", statementId: "s1" });
		watch.see([{ type: "FloorPaused", at: now, data: { statementId: "s1" } }]);
		expect(watch.gavelUsedAt).toBeNull();
		watch.see([{ type: "FloorResumed", at: now, data: { statementId: "s1" } }]);
		expect(watch.gavelUsedAt).not.toBeNull();
	});

	it("does not take the events of a whole live rehearsal for anybody's hand", () => {
		const watch = new Watch();
		const from = historyOf(1).state;
		const cast = { script: composed.script, persons: composed.persons };
		const { records } = play({
			...{ pace: livePace, liveSince: now, state: from, cast, seed: 1 },
			...{ from: now, until: now + 20 * minute },
			onAct: (command) => watch.expect(command),
		});
		let state = from;
		for (const { type, time, data } of records) {
			const event = { type, at: time, data } as DomainEvent;
			const shown = project({ kind: "secretariat" }, state, event);
			if (shown !== undefined) watch.see([shown]);
			state = evolve(state, event);
		}
		expect([watch.gavelUsedAt, watch.deskUsedAt, watch.clockSetAt, watch.lastSeenAt]).toEqual([
			null,
			null,
			null,
			null,
		]);
	});
});
