import { describe, expect, it } from "vitest";
import { problemsOf } from "../../client/screens/operator/feeds/feedProblems.ts";
import { expectedNow, inOrder, missingFeeds } from "../../client/screens/operator/feeds/feedRows.ts";
import { Heard, partOf } from "../../client/screens/operator/feeds/levels.ts";
import { runningOrder } from "../../client/screens/operator/order/runningOrder.ts";
import type { State } from "../../shared/conference/state.ts";
import { view } from "../../shared/conference/visibility.ts";
import type { MonitoredFeed } from "../../shared/protocol/monitor.ts";
import { given, run } from "../support/decider.ts";
import { fileNamed, giveFloor, inscribe, inscribed, recordingOf, sitting } from "../support/factories.ts";

/** A feed in good order, live for a minute. */
function feed(more: Partial<MonitoredFeed> = {}): MonitoredFeed {
	return {
		id: "floor idn",
		kind: "floor",
		representativeId: "idn-minister",
		delegationId: "idn",
		forMs: 60_000,
		live: true,
		audio: { muted: false, bitrate: 32_000, loss: 0, jitterMs: 2 },
		video: {
			bitrate: 900_000,
			loss: 0.01,
			jitterMs: 4,
			layers: [{ rid: "r0", bitrate: 900_000, width: 640, height: 360, framesPerSecond: 30 }],
		},
		roundTripMs: 40,
		listeners: 8,
		publicListeners: 2,
		arrival: { good: 8, weak: 0, poor: 0 },
		...more,
	};
}
const audio = { muted: false, bitrate: 32_000, loss: 0, jitterMs: 2 };
const video = { bitrate: 900_000, loss: 0, jitterMs: 4, layers: [] };

describe("what is wrong with a feed", () => {
	it("is nothing while it arrives as it should, also when its sender has muted it", () => {
		expect(problemsOf(feed(), false)).toEqual([]);
		expect(problemsOf(feed({ audio: { ...audio, muted: true, bitrate: 0 } }), true)).toEqual([]);
		expect(problemsOf(feed({ video: null }), false)).toEqual([]);
	});

	it("is said by what listeners would notice", () => {
		const of = (more: Partial<MonitoredFeed>, silent = false) => problemsOf(feed(more), silent);
		expect(of({ audio: null })).toEqual([{ kind: "noMicrophone" }]);
		expect(of({ audio: { ...audio, bitrate: 0 } })).toEqual([{ kind: "soundStands" }]);
		expect(of({}, true)).toEqual([{ kind: "silent" }]);
		expect(of({ video: { ...video, bitrate: 0 } })).toEqual([{ kind: "pictureStands" }]);
		expect(of({ audio: { ...audio, loss: 0.081 } })).toEqual([{ kind: "loss", value: 8 }]);
		expect(of({ roundTripMs: 512.4 })).toEqual([{ kind: "roundTrip", value: 512 }]);
		expect(of({ audio: { ...audio, jitterMs: 80 } })).toEqual([{ kind: "jitter", value: 80 }]);
		const slow = [{ rid: "r0", bitrate: 9000, width: 320, height: 180, framesPerSecond: 4 }];
		expect(of({ video: { ...video, layers: slow } })).toEqual([{ kind: "frames", value: 4 }]);
		expect(of({ arrival: { good: 5, weak: 1, poor: 2 } })).toEqual([{ kind: "poorly", value: 2 }]);
		expect(of({ arrival: { good: 7, weak: 0, poor: 1 } })).toEqual([]);
	});

	it("is not said of one that has just been set up, or that nobody should hear", () => {
		expect(problemsOf(feed({ forMs: 900, audio: { ...audio, bitrate: 0 } }), false)).toEqual([]);
		expect(problemsOf(feed({ live: false }), true)).toEqual([]);
		expect(problemsOf(feed({ kind: "channel:sign", audio: null }), false)).toEqual([]);
	});
});

describe("the loudness of a feed", () => {
	it("fills the meter from -60 dBov to 0", () => {
		expect([undefined, -127, -60, -30, 0].map(partOf)).toEqual([0, 0, 0, 0.5, 1]);
	});

	it("is missed after ten seconds without a sound, and not in a pause", () => {
		const heard = new Heard();
		const silentAt = (now: number) => [...heard.silent(["a", "b"], now)];
		expect(silentAt(0)).toEqual([]);
		heard.hear(new Map([["a", -25]]), 8000);
		// What is quieter than a breath is no sound.
		heard.hear(new Map([["b", -90]]), 9000);
		expect(silentAt(9999)).toEqual([]);
		expect(silentAt(10_000)).toEqual(["b"]);
		expect(silentAt(18_000)).toEqual(["a", "b"]);
		heard.hear(new Map([["a", -25]]), 18_500);
		expect(silentAt(18_600)).toEqual(["b"]);
		// One that comes anew is given the time anew.
		heard.silent([], 19_000);
		expect(silentAt(20_000)).toEqual([]);
	});
});

describe("the senders", () => {
	it("stand in an order that does not change with the readings", () => {
		const ids = inOrder([
			feed({ id: "floor ury", live: false }),
			feed({ id: "channel:fr", kind: "channel:fr" }),
			feed({ id: "gavel rwa-chair", kind: "gavel" }),
			feed(),
		]).map(({ id }) => id);
		expect(ids).toEqual(["floor idn", "gavel rwa-chair", "channel:fr", "floor ury"]);
	});

	it("are missed who should be heard and send nothing", () => {
		const speaking = run(inscribed, giveFloor("e-idn"), { as: "rwa-chair", newId: "s" });
		const expected = expectedNow(speaking);
		expect(expected.floor).toBe("idn");
		expect(missingFeeds(expected, [feed()])).toEqual([]);
		expect(missingFeeds(expected, [feed({ delegationId: "ury" })])).toMatchObject([
			{ kind: "floor", delegationId: "idn" },
		]);
		expect(missingFeeds({ floor: null, channels: ["fr"] }, [feed()])).toMatchObject([{ kind: "channel:fr" }]);
		expect(missingFeeds({ floor: null, channels: ["fr"] }, [feed({ kind: "channel:fr" })])).toEqual([]);
		// A meeting that is suspended hears nobody.
		const suspended = run(speaking, { type: "suspendMeeting", meetingId: "session-1" }, { as: "rwa-chair" });
		expect(expectedNow(suspended).floor).toBeNull();
	});
});

describe("the running order", () => {
	const order = (state: State) => runningOrder(view({ kind: "operator" }, state));

	it("has whoever is called next, live or from a recording, and what the programme has then", () => {
		const state = given(
			inscribed,
			[inscribe("gha", { mode: "recorded" }), { as: "gha-chair", newId: "e-gha" }],
			[inscribe("usa", { mode: "recorded" }), { as: "usa-chair", newId: "e-usa" }],
			[recordingOf("statements-1", "gha", 90), { as: "gha-chair", newId: "r-gha" }],
			[recordingOf("statements-1", "ury", 60, "u"), { as: "ury-minister", newId: "r-ury" }],
			[
				{ type: "fileCaptions", recordingId: "r-gha", language: "fr", fileId: fileNamed("c") },
				{ as: "gha-chair" },
			],
		).state;
		const { items, more, later } = order(state);
		expect(
			items.map(({ delegationId, by, mode, isSoon, recording }) => [
				delegationId,
				by,
				mode,
				isSoon,
				recording?.durationMs,
			]),
		).toEqual([
			["idn", "list", "live", true, undefined],
			// A back-up beside a live statement.
			["ury", "list", "live", true, 60_000],
			["nor", "list", "live", true, undefined],
			["gha", "list", "recorded", false, 90_000],
			["usa", "list", "recorded", false, undefined],
			["kor", "programme", "live", false, undefined],
		]);
		expect(items[3]?.recording?.captions.map(({ language }) => language)).toEqual(["fr"]);
		expect([more, later]).toEqual([0, []]);
	});

	it("leaves out whoever has the floor, and counts those beyond the first eight", () => {
		const everybody = ["idn", "ury", "nor", "gha", "usa", "rwa", "kor", "eun", "un"] as const;
		const state = given(
			sitting,
			...everybody.map((id) => [inscribe(id, { reason: null }), { as: "desk", newId: `e-${id}` }] as const),
		).state;
		expect(order(state)).toMatchObject({ items: { length: 9 }, more: 1 });
		const called = run(state, giveFloor(state.speakersLists.lists.get("statements-1")?.order[0] ?? ""), {
			as: "rwa-chair",
			newId: "s",
		});
		expect(order(called)).toMatchObject({ items: { length: 9 }, more: 0 });
	});

	it("has the videos of a ceremony, whether their recordings are there, and what is to come after them", () => {
		const opening = given(
			run(inscribed, { type: "closeMeeting", meetingId: "session-1" }, { as: "rwa-chair" }),
			[{ type: "openMeeting", meetingId: "opening" }, { as: "kor-chair" }],
			[recordingOf("opening-video", "un", 120), { as: "desk", newId: "v" }],
		).state;
		const { items, later } = order(opening);
		expect(
			items.map(({ delegationId, by, mode, recording }) => [delegationId, by, mode, recording?.id]),
		).toEqual([
			["kor", "programme", "live", undefined],
			["un", "programme", "recorded", "v"],
		]);
		expect(later.map(({ segment }) => segment.id)).toEqual(["opening-silence"]);
	});
});
