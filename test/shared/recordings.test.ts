import { expect, it } from "vitest";
import { mediaPlan } from "../../shared/conference/mediaPlan.ts";
import { placeMs, playing } from "../../shared/conference/recordingPlace.ts";
import type { State } from "../../shared/conference/state.ts";
import { view } from "../../shared/conference/visibility.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import {
	fileNamed,
	giveFloor,
	inscribe,
	inscribed,
	interrupted,
	ready,
	recordingOf,
	sitting,
	speaking,
} from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const idn = { as: "idn-minister" };
const desk = { as: "desk" };
const ours = recordingOf(segmentId, "idn", 90);
const filed = (from: State) => run(from, ours, { ...idn, newId: "r" });
const captions = (language: "en" | "fr", letter: string) => ({
	type: "fileCaptions" as const,
	recordingId: "r",
	language,
	fileId: fileNamed(letter),
});
const poster = (letter: string) => ({
	type: "filePoster" as const,
	recordingId: "r",
	fileId: fileNamed(letter),
	mediaType: "image/png" as const,
});
const withdraw = (recordingId = "r") => ({ type: "withdrawRecording" as const, recordingId });
const play = { type: "playRecording" as const, statementId: "s-idn" };
const stop = { type: "stopRecording" as const, statementId: "s-idn" };
const pause = { type: "pauseFloor" as const, statementId: "s-idn" };
const resume = { type: "resumeFloor" as const, statementId: "s-idn" };
/** Where the recording is at so many seconds after the start, in seconds; nothing while none plays. */
const placeAt = (state: State, at: number) => {
	const present = playing(state);
	return present === undefined ? undefined : placeMs(present, start + seconds(at)) / 1000;
};

it("RC1 a delegation files its own recording, the secretariat any, one for a statement", () => {
	const one = given(inscribed)
		.when(ours, { ...idn, newId: "r", at: start + 5 })
		.then({ type: "RecordingFiled", data: { recording: { id: "r", filedAt: start + 5, played: null } } });
	for (const as of ["ury-minister", "rwa-chair", "idn-reader", "idn-pledger"]) {
		given(inscribed).when(ours, { as }).thenRefused("notAllowed");
		given(one).when(withdraw(), { as }).thenRefused("notAllowed");
		given(one).when(captions("en", "c"), { as }).thenRefused("notAllowed");
		given(one).when(poster("p"), { as }).thenRefused("notAllowed");
	}
	given(inscribed).when(ours, desk).then({ type: "RecordingFiled" });
	given(one).when(ours, idn).thenRefused("sameRecording");
	given(one).when(withdraw("none"), desk).thenRefused("unknownRecording");
	given(one)
		.when(withdraw(), idn)
		.then({ type: "RecordingWithdrawn", data: { recordingId: "r" } });
	given(inscribed).when(recordingOf("nowhere", "idn"), idn).thenRefused("unknownSegment");
	given(inscribed).when(recordingOf(segmentId, "atlantis"), desk).thenRefused("unknownDelegation");
});

it("RC1 a message of the programme is its speaker's", () => {
	given(ready).when(recordingOf("opening-video", "un"), { as: "un-usg" }).then({ type: "RecordingFiled" });
	given(ready)
		.when(recordingOf("opening-video", "idn"), idn)
		.thenRefused("noProgrammeSpeaker", { segmentId: "opening-video" });
	given(ready).when(recordingOf("opening-silence", "kor"), desk).thenRefused("noProgrammeSpeaker");
});

it("RC2 a recording is at most a second longer than the limit of its statement", () => {
	const long = (ms: number) => ({ ...ours, durationMs: ms });
	const limitMs = minutes(4);
	given(inscribed)
		.when(long(limitMs + 1000), idn)
		.then({ type: "RecordingFiled" });
	given(inscribed)
		.when(long(limitMs + 1001), idn)
		.thenRefused("recordingTooLong", { durationMs: limitMs + 1001, limitMs });
	const group = run(sitting, inscribe("idn", { onBehalfOf: "the Group" }), { ...idn, newId: "e" });
	given(group)
		.when(long(minutes(6)), idn)
		.then({ type: "RecordingFiled" });
	given(group)
		.when(long(minutes(6) + 1001), desk)
		.thenRefused("recordingTooLong");
});

it("RC3 captions are one file a language and go with the recording, as the poster does", () => {
	const both = given(
		filed(inscribed),
		[captions("en", "c"), idn],
		[captions("fr", "d"), desk],
		[poster("p"), idn],
	).state;
	given(both).when(captions("en", "c"), idn).thenRefused("sameCaptions");
	given(both).when(poster("p"), idn).thenRefused("samePoster");
	const other = given(both).when(captions("en", "e"), idn).then({ type: "CaptionsFiled" });
	expect(other.recordings.recordings.get("r")?.captions).toEqual([
		{ language: "fr", fileId: fileNamed("d") },
		{ language: "en", fileId: fileNamed("e") },
	]);
	const without = { type: "withdrawCaptions" as const, recordingId: "r", language: "fr" as const };
	const less = given(other).when(without, idn).then({ type: "CaptionsWithdrawn" });
	given(less).when(without, idn).thenRefused("noCaptions");
	const anew = run(both, recordingOf(segmentId, "idn", 80, "s"), { ...idn, newId: "never" });
	expect([...anew.recordings.recordings.values()]).toMatchObject([
		{ id: "r", fileId: fileNamed("s"), poster: null, captions: [] },
	]);
});

it("RC4 who else is told of a recording is told when it plays", () => {
	const waiting = filed(speaking);
	const knows = (state: State) =>
		[
			{ kind: "public" as const },
			{ kind: "participants" as const },
			{ kind: "delegation" as const, delegationId: "ury" },
			{ kind: "delegation" as const, delegationId: "idn" },
			{ kind: "podium" as const, delegationId: "usa" },
			{ kind: "secretariat" as const },
		].map((audience) => view(audience, state).recordings.recordings.has("r"));
	expect(knows(waiting)).toEqual([false, false, false, true, true, true]);
	const played = run(waiting, play, chair);
	expect(knows(played)).toEqual([true, true, true, true, true, true]);
	given(played)
		.when(recordingOf(segmentId, "idn", 80, "s"), idn)
		.thenRefused("recordingPlayed");
	given(played).when(withdraw(), idn).thenRefused("recordingPlayed");
	given(played).when(captions("en", "c"), idn).then({ type: "CaptionsFiled" });
	expect(knows(run(played, stop, chair))).toEqual([true, true, true, true, true, true]);
	// A call by mistake cannot make the world forget what it saw.
	const back = run(played, { type: "takeBackCall", statementId: "s-idn" }, chair);
	expect(playing(back)).toBeUndefined();
	expect(knows(back)).toEqual([true, true, true, true, true, true]);
});

it("RC5 what is inscribed as a recording plays as the floor is given", () => {
	const entry = run(sitting, inscribe("idn", { mode: "recorded" }), { ...idn, newId: "e-idn" });
	given(entry).when(giveFloor("e-idn"), chair).then({ type: "FloorGiven" });
	const given1 = given(filed(entry))
		.when(giveFloor("e-idn"), { ...chair, newId: "s-idn" })
		.then(
			{ type: "FloorGiven" },
			{
				type: "RecordingPlayed",
				data: { statementId: "s-idn", fromMs: 0, recording: { played: { statementId: "s-idn" } } },
			},
		);
	expect(placeAt(given1, 7)).toBe(7);
	const opening = given(
		ready,
		[{ type: "openMeeting", meetingId: "opening" }, { as: "kor-chair" }],
		[recordingOf("opening-video", "un"), { ...desk, newId: "r-un" }],
		[{ type: "startSegment", segmentId: "opening-video" }, { as: "kor-chair" }],
	).state;
	given(opening)
		.when({ type: "callProgrammeSpeaker", segmentId: "opening-video", after: null }, { as: "kor-chair" })
		.then({ type: "FloorGiven" }, { type: "RecordingPlayed", data: { recording: { id: "r-un" } } });
});

it("RC5 the chair or the secretariat switches a live speaker to the recording and back", () => {
	const live = filed(speaking);
	expect(mediaPlan(live).floor).toBe("idn");
	for (const as of ["idn-minister", "usa-chair", "ury-minister"])
		for (const command of [play, stop]) given(live).when(command, { as }).thenRefused("notAllowed");
	given(live).when(stop, chair).thenRefused("notPlaying");
	given(speaking).when(play, chair).thenRefused("noRecording");
	given(inscribed).when(play, desk).thenRefused("floorFree");
	given(live)
		.when({ ...play, statementId: "s-other" }, chair)
		.thenRefused("floorChanged");
	const on = given(live)
		.when(play, { ...desk, at: start + seconds(20) })
		.then({ type: "RecordingPlayed", data: { fromMs: 20_000 } });
	expect(placeAt(on, 25)).toBe(5);
	expect(mediaPlan(on)).toMatchObject({ floor: null, ready: expect.arrayContaining(["idn"]) });
	given(on).when(play, chair).thenRefused("alreadyPlaying");
	const off = given(on).when(stop, chair).then({ type: "RecordingStopped" });
	expect(mediaPlan(off).floor).toBe("idn");
	const again = run(off, play, { ...chair, at: start + seconds(40) });
	expect(placeAt(again, 41)).toBe(1);
	expect(again.recordings.recordings.get("r")?.played).toEqual({
		statementId: "s-idn",
		at: start + seconds(20),
	});
	// The next speaker has a floor of their own.
	const next = run(on, giveFloor("e-ury", "s-idn"), { ...chair, newId: "s-ury" });
	expect(playing(next)).toBeUndefined();
	const back = run(next, { type: "takeBackCall", statementId: "s-ury" }, chair);
	expect(playing(back)?.recording.id).toBe("r");
	// A point of order is heard in person.
	const point = filed(
		run(
			interrupted,
			{ type: "hearPointOfOrder", pointId: "p-ury", after: "s-idn" },
			{
				...chair,
				newId: "s-point",
			},
		),
	);
	const uruguays = run(point, recordingOf(segmentId, "ury"), { as: "ury-minister", newId: "r-ury" });
	given(uruguays)
		.when({ ...play, statementId: "s-point" }, chair)
		.thenRefused("noRecording");
});

it("RC6 the recording stands while the floor's clock stands, and stays where it is when that is set back", () => {
	const at = (after: number) => ({ ...chair, at: start + seconds(after) });
	const on = run(filed(speaking), play, at(10));
	const paused = run(on, pause, at(15));
	expect([15, 60].map((each) => placeAt(paused, each))).toEqual([5, 5]);
	const resumed = run(paused, resume, at(60));
	expect([60, 63].map((each) => placeAt(resumed, each))).toEqual([5, 8]);
	const reset = run(resumed, { type: "resetFloor", statementId: "s-idn" }, at(70));
	expect([70, 72].map((each) => placeAt(reset, each))).toEqual([15, 17]);
	// An end has no more behind it.
	expect(placeAt(reset, 600)).toBe(90);
	// A suspended meeting, and a pause by mistake.
	const suspended = run(reset, { type: "suspendMeeting", meetingId: "session-1" }, at(80));
	expect([80, 600].map((each) => placeAt(suspended, each))).toEqual([25, 25]);
	const mistaken = run(run(reset, pause, at(80)), { type: "takeBackPause", statementId: "s-idn" }, at(84));
	expect(placeAt(mistaken, 85)).toBe(26);
	// A point of order interrupts; afterwards the recording goes on where it stood.
	const raised = run(
		on,
		{ type: "raisePointOfOrder", meetingId: "session-1", delegationId: "ury", text: "the agenda" },
		{ as: "ury-minister", at: start + seconds(20), newId: "p" },
	);
	const hearing = { type: "hearPointOfOrder" as const, pointId: "p", after: "s-idn" };
	const heard = run(raised, hearing, { ...at(21), newId: "s-point" });
	expect(playing(heard)).toBeUndefined();
	const ruled = run(heard, { type: "ruleOnPoint", pointId: "p", ruling: "noted", text: null }, at(40));
	expect([40, 90].map((each) => placeAt(ruled, each))).toEqual([11, 11]);
});
