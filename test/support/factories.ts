import type { Channel, Right, Role } from "../../shared/conference/common.ts";
import type { Command } from "../../shared/conference/decider.ts";
import type { Representative } from "../../shared/conference/delegations.ts";
import type { PledgeContent } from "../../shared/conference/pledge.ts";
import { plainContent } from "../../shared/conference/pledgeFold.ts";
import type { ProcedureRules } from "../../shared/conference/procedure.ts";
import { usualProcedure } from "../../shared/conference/procedure.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import type { Act } from "./decider.ts";
import { given, minutes, start } from "./decider.ts";

/** Delegations of the small conference: a host, co-chairs, Member States, an organisation, the United Nations. */
export const delegationIds = ["kor", "rwa", "usa", "idn", "ury", "gha", "nor", "eun", "un"] as const;

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

export function delegationsCommand(ids: readonly string[] = delegationIds): Of<"importDelegations"> {
	return {
		type: "importDelegations",
		delegations: ids.map((id) => ({
			id,
			kind: id === "un" ? "secretariat" : id === "eun" ? "organisation" : "memberState",
			flag: id === "un" || id === "eun" ? null : id.slice(0, 2),
			monogram: id === "un" || id === "eun" ? id.toUpperCase() : null,
			name: { en: `Name ${id}` },
			formalName: { en: `Formal name ${id}` },
			named: true,
		})),
	};
}

export function person(
	id: string,
	role: Role,
	delegationId: string | null,
	rights: readonly Right[],
	level: Representative["level"] = "M",
	channel: Channel | null = null,
) {
	return { id, role, delegationId, rights: [...rights], level, channel };
}

const all: readonly Right[] = ["speak", "pledge", "read"];

/**
 * `rwa-chair` and `usa-chair` share session 1, `gha-chair` has session 2, `kor-chair` the opening. Indonesia
 * has a minister with all rights, one person for each single right, and Uruguay and Norway their ministers. The
 * French booth has two interpreters and a captioner.
 */
export const people = [
	person("desk", "secretariat", null, ["read"], "OT"),
	person("kor-chair", "chair", "kor", all),
	person("rwa-chair", "chair", "rwa", all),
	person("usa-chair", "chair", "usa", all, "VM"),
	person("gha-chair", "chair", "gha", all),
	person("idn-minister", "delegate", "idn", all),
	person("idn-speaker", "delegate", "idn", ["speak"], "CD"),
	person("idn-pledger", "delegate", "idn", ["pledge"], "OT"),
	person("idn-reader", "delegate", "idn", ["read"], "OT"),
	person("ury-minister", "delegate", "ury", all, "VM"),
	person("nor-minister", "delegate", "nor", all),
	person("eun-envoy", "delegate", "eun", all, "OT"),
	person("un-usg", "delegate", "un", all, "OT"),
	person("fr-booth-1", "interpreter", null, ["read"], "OT", "fr"),
	person("fr-booth-2", "interpreter", null, ["read"], "OT", "fr"),
	person("sign-booth-1", "interpreter", null, ["read"], "OT", "sign"),
	person("fr-captioner", "captioner", null, ["read"], "OT", "fr"),
	person("en-captioner", "captioner", null, ["read"], "OT", "en"),
	person("operator", "operator", null, ["read"], "OT"),
];

export const defineCommand: Of<"defineConference"> = {
	type: "defineConference",
	profile: {
		id: "seoul",
		title: { en: "Ministerial" },
		host: "kor",
		coChairs: ["rwa", "usa"],
		city: { en: "Seoul" },
		timeZone: "Asia/Seoul",
		languages: ["en", "fr"],
		rehearsal: true,
		categories: [
			{ id: "medical", name: { en: "Medical" } },
			{ id: "aviation", name: { en: "Aviation" } },
			{ id: "training", name: { en: "Training" } },
		],
		priorities: [{ id: "wps", name: { en: "Women, peace and security" } }],
	},
};

type Meeting = Of<"adoptProgramme">["meetings"][number];
type Segment = Meeting["segments"][number];

export function segment(id: string, kind: Segment["kind"], speaker: Segment["speaker"] = null): Segment {
	const limits = { limitMs: minutes(4), groupLimitMs: minutes(6) };
	return { id, kind, title: { en: `Segment ${id}` }, plannedMinutes: null, ...limits, speaker };
}

export function meeting(id: string, coChairs: readonly string[], segments: readonly Segment[]): Meeting {
	return {
		id,
		kind: "plenary",
		title: { en: `Meeting ${id}` },
		shortTitle: { en: id },
		date: "2021-12-07",
		plannedStart: start,
		plannedEnd: start + minutes(180),
		coChairs: [...coChairs],
		segments: [...segments],
		held: false,
	};
}

const foreignMinister = {
	delegationId: "kor",
	name: "Minister of the host",
	title: { en: "Minister" },
	recorded: false,
};
const secretaryGeneral = {
	delegationId: "un",
	name: "Head of the organisation",
	title: { en: "S-G" },
	recorded: true,
};

export const programmeCommand: Of<"adoptProgramme"> = {
	type: "adoptProgramme",
	meetings: [
		{
			...meeting("preparatory", ["rwa"], [segment("preparatory-talk", "statements")]),
			kind: "preparatory",
			held: true,
		},
		{
			...meeting(
				"opening",
				["kor"],
				[
					segment("opening-remarks", "remarks", foreignMinister),
					segment("opening-video", "video", secretaryGeneral),
					segment("opening-silence", "remarks"),
				],
			),
			kind: "opening",
		},
		meeting(
			"session-1",
			["rwa", "usa"],
			[segment("statements-1", "statements"), segment("closing-1", "closingRemarks", foreignMinister)],
		),
		meeting("session-2", ["gha", "usa"], [segment("statements-2", "statements")]),
	],
};

export const needsCommand: Of<"publishNeeds"> = {
	type: "publishNeeds",
	needs: [
		{ id: "hospitals", title: { en: "Level 2 hospitals" }, category: "medical", quantity: 3 },
		{ id: "helicopters", title: { en: "Utility helicopters" }, category: "aviation", quantity: 6 },
	],
};

export const initiativeCommand: Of<"openInitiative"> = {
	type: "openInitiative",
	initiativeId: "technology",
	title: { en: "Initiative on technology and medical capacity building" },
	shortTitle: { en: "Initiative" },
	summary: { en: "What it is about." },
	sponsors: ["kor"],
};

export const definition: readonly Act[] = [
	[defineCommand, { as: "system" }],
	[delegationsCommand(), { as: "system" }],
	[programmeCommand, { as: "system" }],
	[needsCommand, { as: "system" }],
	[initiativeCommand, { as: "system" }],
	[{ type: "accreditRepresentatives", representatives: people }, { as: "system" }],
];

/** A conference with everything defined and nothing begun. */
export const ready: State = given(emptyState(), ...definition).state;

/** Session 1 sits, Rwanda presides, the statements run and their list is open until the chair closes it. */
export const sitting: State = given(
	ready,
	[{ type: "openMeeting", meetingId: "session-1" }, { as: "rwa-chair" }],
	[{ type: "startSegment", segmentId: "statements-1" }, { as: "rwa-chair" }],
	[{ type: "openList", segmentId: "statements-1", closesAt: null }, { as: "rwa-chair" }],
).state;

export function inscribe(delegationId: string, more: Partial<Of<"inscribe">> = {}): Of<"inscribe"> {
	return {
		type: "inscribe",
		segmentId: "statements-1",
		delegationId,
		speakerId: null,
		language: "en",
		onBehalfOf: null,
		reason: null,
		...more,
	};
}

/** Rules of procedure that differ from the usual ones, as the secretariat sets them. */
export function setProcedure(more: Partial<ProcedureRules>): Of<"setProcedure"> {
	const rules = { ...usualProcedure, ...more };
	const { order, levels, rankedWithStates } = rules;
	return {
		type: "setProcedure",
		procedure: { ...rules, order: [...order], levels: [...levels], rankedWithStates: [...rankedWithStates] },
	};
}

export function giveFloor(entryId: string, after: string | null = null): Of<"giveFloor"> {
	return { type: "giveFloor", segmentId: "statements-1", entryId, after };
}

/** Indonesia, Uruguay and Norway are inscribed as `e-idn`, `e-ury` and `e-nor`, in this order. */
export const inscribed: State = given(
	sitting,
	[inscribe("idn", { speakerId: "idn-minister" }), { as: "idn-minister", newId: "e-idn" }],
	[inscribe("ury", { speakerId: "ury-minister" }), { as: "ury-minister", newId: "e-ury" }],
	[inscribe("nor"), { as: "nor-minister", newId: "e-nor" }],
).state;

/** Indonesia has the floor with the statement `s-idn`, given at `start`. */
export const speaking: State = given(inscribed, [
	giveFloor("e-idn"),
	{ as: "rwa-chair", newId: "s-idn" },
]).state;

export function content(more: Partial<PledgeContent> = {}): PledgeContent {
	return {
		...plainContent,
		title: "A level 2 hospital",
		details: null,
		kind: "new",
		category: "medical",
		needId: "hospitals",
		quantity: 1,
		contact: null,
		...more,
	};
}

/** Uruguay raises the point of order `p-ury` while Indonesia has the floor. */
export const interrupted: State = given(speaking, [
	raisePoint("ury"),
	{ as: "ury-minister", at: start + 10_000, newId: "p-ury" },
]).state;

export function raisePoint(delegationId: string, text = "the agenda"): Of<"raisePointOfOrder"> {
	return { type: "raisePointOfOrder", meetingId: "session-1", delegationId, text };
}

export function moveMotion(kind: Of<"moveMotion">["kind"], delegationId = "nor"): Of<"moveMotion"> {
	return { type: "moveMotion", meetingId: "session-1", delegationId, kind };
}

/** Name of a stored file: a SHA-256 in base64url, here one letter over and over. */
export const fileNamed = (letter: string) => letter.repeat(43);

/** Files a recording of so many seconds for a delegation's statement. */
export function recordingOf(
	segmentId: string,
	delegationId: string,
	seconds = 60,
	letter = "r",
): Of<"fileRecording"> {
	const measured = { mediaType: "video/webm", bytes: 40_000, durationMs: seconds * 1000 } as const;
	return {
		type: "fileRecording",
		segmentId,
		delegationId,
		fileId: fileNamed(letter),
		...measured,
		width: 640,
		height: 360,
	};
}

/** Acts that bring a pledge of a delegation (spoken for by `<delegation>-minister`) as far as `until`. */
export function pledgeActs(
	id: string,
	delegationId: string,
	until: "draft" | "submitted" | "accepted" | "writing",
	more: Partial<PledgeContent> = {},
): Act[] {
	const as = `${delegationId}-minister`;
	const acts: Act[] = [
		[
			{ type: "draftPledge", delegationId, content: content(more) },
			{ as, newId: id },
		],
		[{ type: "submitPledge", pledgeId: id }, { as }],
		[{ type: "acceptPledge", pledgeId: id }, { as: "desk" }],
		[{ type: "announceInWriting", pledgeId: id }, { as: "desk" }],
	];
	return acts.slice(0, ["draft", "submitted", "accepted", "writing"].indexOf(until) + 1);
}
