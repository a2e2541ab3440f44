import { expect, it } from "vitest";
import type { Audience } from "../../shared/conference/audience.ts";
import type { Channel } from "../../shared/conference/common.ts";
import { evolve } from "../../shared/conference/decider.ts";
import { project, view } from "../../shared/conference/visibility.ts";
import { given, run, seconds, start } from "../support/decider.ts";
import { giveFloor, inscribe, person, ready, sitting } from "../support/factories.ts";

const goOnAir = (channel: Channel = "fr") => ({ type: "goOnAir" as const, channel });
const offer = { type: "offerHandOver" as const, channel: "fr" as const };
const leave = { type: "leaveAir" as const, channel: "fr" as const };
const slowDown = (channel: Channel = "fr") => ({ type: "askToSlowDown" as const, channel });
const first = { as: "fr-booth-1", at: start + 1 };
const second = { as: "fr-booth-2", at: start + 2 };

const onAir = given(sitting, [goOnAir(), first]).state;
/** Indonesia has the floor. */
const speaking = given(
	sitting,
	[inscribe("idn"), { as: "desk", newId: "e" }],
	[giveFloor("e"), { as: "rwa-chair", newId: "s" }],
).state;
const everybody: readonly Audience[] = [
	{ kind: "public" },
	{ kind: "participants" },
	{ kind: "delegation", delegationId: "idn" },
	{ kind: "delegation", delegationId: "ury" },
	{ kind: "podium", delegationId: "rwa" },
	{ kind: "secretariat" },
	{ kind: "booth", channel: "fr" },
	{ kind: "booth", channel: "sign" },
	{ kind: "operator" },
];
const names = (seen: readonly Audience[]) =>
	seen.map(({ kind, ...rest }) => [kind, ...Object.values(rest)].join(" "));

it("IP1 interpreters and captioners are accredited to a channel, and nobody else", () => {
	const accredit = (...people: ReturnType<typeof person>[]) => ({
		type: "accreditRepresentatives" as const,
		representatives: people,
	});
	const spanish = person("es", "interpreter", null, ["read"], "OT", "es");
	given(ready)
		.when(accredit(spanish), { as: "desk" })
		.then({ type: "RepresentativesAccredited", data: { representatives: [spanish] } });
	for (const wrong of [
		person("es", "interpreter", null, ["read"]),
		person("es", "captioner", null, ["read"]),
		person("es", "captioner", null, ["read"], "OT", "sign"),
		person("es", "delegate", "idn", ["read"], "OT", "es"),
		person("es", "operator", null, ["read"], "OT", "es"),
	])
		given(ready)
			.when(accredit(wrong), { as: "desk" })
			.thenRefused("channelNeeded", { representativeId: "es" });
});

it("IP2 an interpreter takes the microphone of the booth while a meeting sits, also from the partner", () => {
	given(ready).when(goOnAir(), first).thenRefused("meetingNotOpen");
	given(sitting)
		.when(goOnAir(), first)
		.then({ type: "WentOnAir", data: { channel: "fr", representativeId: "fr-booth-1" } });
	expect(onAir.interpretation.booths.get("fr")).toEqual({
		representativeId: "fr-booth-1",
		since: start + 1,
		handOver: false,
	});
	given(onAir).when(goOnAir(), first).thenRefused("alreadyOnAir");
	const taken = given(onAir).when(goOnAir(), second).then({ type: "WentOnAir" });
	expect(taken.interpretation.booths.get("fr")?.representativeId).toBe("fr-booth-2");
	given(sitting).when(goOnAir("sign"), first).thenRefused("notAllowed");
	const signed = run(onAir, goOnAir("sign"), { as: "sign-booth-1" });
	expect([...signed.interpretation.booths.keys()]).toEqual(["fr", "sign"]);
});

it("IP3 closing the meeting takes every booth off the air, suspending it does not", () => {
	const chair = { as: "rwa-chair", at: start + 9 };
	const suspended = run(onAir, { type: "suspendMeeting", meetingId: "session-1" }, chair);
	expect(suspended.interpretation.booths.size).toBe(1);
	const closed = run(onAir, { type: "closeMeeting", meetingId: "session-1" }, chair);
	expect(closed.interpretation.booths.size).toBe(0);
});

it("IP4 who is on the air asks the partner to take over, and stays there until then", () => {
	given(sitting).when(offer, first).thenRefused("notOnAir");
	given(onAir).when(offer, second).thenRefused("notOnAir");
	const offered = given(onAir)
		.when(offer, first)
		.then({ type: "HandOverOffered", data: { channel: "fr" } });
	expect(offered.interpretation.booths.get("fr")).toMatchObject({
		representativeId: "fr-booth-1",
		handOver: true,
	});
	given(offered).when(offer, first).thenRefused("handOverOffered");
	const taken = run(offered, goOnAir(), second);
	expect(taken.interpretation.booths.get("fr")).toMatchObject({
		representativeId: "fr-booth-2",
		handOver: false,
	});
	const event = { type: "HandOverOffered" as const, at: start, data: { channel: "fr" as const } };
	expect(names(everybody.filter((each) => project(each, onAir, event) !== undefined))).toEqual([
		"secretariat",
		"booth fr",
		"operator",
	]);
	expect(
		names(everybody.filter((each) => view(each, offered).interpretation.booths.get("fr")?.handOver)),
	).toEqual(["secretariat", "booth fr", "operator"]);
});

it("IP5 an interpreter leaves the air, and the desk or an operator takes off a booth that is left alone", () => {
	given(sitting).when(leave, first).thenRefused("notOnAir");
	given(onAir).when(leave, second).thenRefused("notOnAir");
	for (const as of ["fr-booth-1", "desk", "operator"]) {
		const left = given(onAir)
			.when(leave, { as })
			.then({ type: "WentOffAir", data: { channel: "fr" } });
		expect(left.interpretation.booths.size).toBe(0);
	}
	for (const as of ["rwa-chair", "idn-minister", "fr-captioner", "sign-booth-1"])
		given(onAir).when(leave, { as }).thenRefused("notAllowed");
});

it("IP6 a booth asks whoever has the floor to slow down, and not again at once, whichever booth", () => {
	given(sitting).when(slowDown(), first).thenRefused("floorFree");
	const event = given(speaking).when(slowDown(), first);
	const asked = event.then({
		type: "SlowDownAsked",
		data: { channel: "fr", statementId: "s", delegationId: "idn" },
	});
	const at = start + 1 + seconds(30);
	given(asked)
		.when(slowDown("sign"), { as: "sign-booth-1", at: at - 1 })
		.thenRefused("slowDownAsked");
	given(asked).when(slowDown("sign"), { as: "sign-booth-1", at }).then({ type: "SlowDownAsked" });
	const over = run(asked, { type: "endFloor", statementId: "s" }, { as: "rwa-chair", at });
	expect(over.interpretation.slowDown).toBeNull();
	const seen = everybody.filter((each) => view(each, asked).interpretation.slowDown !== null);
	expect(names(seen)).toEqual([
		"delegation idn",
		"podium rwa",
		"secretariat",
		"booth fr",
		"booth sign",
		"operator",
	]);
	const told = everybody.filter(
		(each) =>
			project(each, speaking, {
				type: "SlowDownAsked",
				at: start,
				data: { channel: "fr", statementId: "s", delegationId: "idn" },
			}) !== undefined,
	);
	expect(told).toEqual(seen);
});

it("IP7 an interpreter whose accreditation ends is off the air with it", () => {
	const withdraw = (representativeId: string) => ({
		type: "withdrawAccreditation" as const,
		representativeId,
	});
	const after = given(onAir)
		.when(withdraw("fr-booth-1"), { as: "desk" })
		.then({ type: "WentOffAir", data: { channel: "fr" } }, { type: "AccreditationWithdrawn" });
	expect(after.interpretation.booths.size).toBe(0);
	given(onAir).when(withdraw("fr-booth-2"), { as: "desk" }).then({ type: "AccreditationWithdrawn" });
});

it("IP8 everybody knows which channels are on the air, and the booth, the desk and the operators who it is", () => {
	const event = {
		type: "WentOnAir" as const,
		at: start,
		data: { channel: "fr" as const, representativeId: "fr-booth-1" },
	};
	for (const audience of everybody) {
		const booth = view(audience, onAir).interpretation.booths.get("fr");
		const told = evolve(view(audience, sitting), project(audience, sitting, event)!);
		const knows = ["secretariat", "booth fr", "operator"].includes(names([audience])[0]!);
		expect(booth?.representativeId, names([audience])[0]).toBe(knows ? "fr-booth-1" : null);
		expect(told.interpretation.booths.get("fr")?.representativeId).toBe(knows ? "fr-booth-1" : null);
	}
	const sees = (audience: Audience) => [...view(audience, onAir).delegations.representatives.keys()];
	expect(sees({ kind: "booth", channel: "fr" })).toEqual(["fr-booth-1", "fr-booth-2", "fr-captioner"]);
	expect(sees({ kind: "booth", channel: "sign" })).toEqual(["sign-booth-1"]);
	expect(sees({ kind: "operator" })).toEqual([
		"fr-booth-1",
		"fr-booth-2",
		"sign-booth-1",
		"fr-captioner",
		"en-captioner",
		"operator",
	]);
	expect(sees({ kind: "participants" })).toEqual([]);
});
