import type { ProgrammeCommand } from "../../../shared/conference/programme.ts";
import { segmentModes } from "../../../shared/conference/programme.ts";
import { minutes } from "../decider.ts";
import { meeting, segment } from "../factories.ts";
import { Unfit } from "../random.ts";
import type { Composers, TypeOf } from "./scene.ts";
import { ids, isAhead } from "./scene.ts";

/** Composes what concerns meetings and their segments. */
export const programme: Composers<TypeOf<ProgrammeCommand>> = {
	adoptProgramme(scene, type) {
		const { random, meetings } = scene;
		scene.need(meetings.filter(({ status }) => status === "planned").length <= 5);
		const id = scene.isWild ? scene.choose(ids(meetings)) : scene.newId("meeting");
		const speaker = {
			delegationId: "kor",
			name: "Minister",
			title: { en: "Minister" },
			recorded: random.chance(0.5),
		};
		const parts = [
			segment(`${id}-remarks`, "remarks", speaker),
			segment(`${id}-statements`, "statements"),
			{ ...segment(`${id}-talk`, "statements"), mode: "requests" as const },
			segment(`${id}-more`, "statements"),
		];
		const chairs = ["rwa", random.pick(["usa", "gha"])];
		return { command: { type, meetings: [meeting(id, chairs, parts)] }, as: "system" };
	},
	rescheduleMeeting(scene, type) {
		const meetingId = scene.meetingWith("planned", "open", "suspended");
		const plannedEnd = scene.now + minutes(scene.isWild ? scene.random.below(3) - 1 : 90);
		return { command: { type, meetingId, plannedStart: scene.now, plannedEnd }, as: scene.desk() };
	},
	openMeeting(scene, type) {
		scene.need(scene.sitting === undefined);
		const meetingId = scene.meetingWith("planned");
		const chairs = ids(scene.coChairsOf(scene.state.programme.meetings.get(meetingId)));
		const isBySystem = chairs.length === 0 || scene.random.chance(0.8);
		return { command: { type, meetingId }, as: isBySystem ? "system" : scene.random.pick(chairs) };
	},
	suspendMeeting: (scene, type) => ({
		command: { type, meetingId: scene.meetingWith("open") },
		as: scene.chair(),
	}),
	closeMeeting: (scene, type) => ({
		command: { type, meetingId: scene.meetingWith("open") },
		as: scene.chair(),
	}),
	resumeMeeting: (scene, type) => ({
		command: { type, meetingId: scene.meetingWith("suspended") },
		as: scene.chair(),
	}),
	startSegment(scene, type) {
		const { sitting } = scene;
		const fitting =
			sitting?.status === "open" ? sitting.segments.filter(({ status }) => status === "planned") : [];
		return {
			command: { type, segmentId: scene.choose(ids(fitting), ids(scene.segments)) },
			as: scene.chair(),
		};
	},
	changeMode(scene, type) {
		// What runs is mostly left to go on.
		const { segmentId } = scene.listWhere((_list, each, of) => isAhead(each, of) && of === scene.sitting);
		const present = scene.segments.find(({ id }) => id === segmentId)?.mode;
		const others = segmentModes.filter((mode) => scene.isWild || mode !== present);
		const mode = scene.random.chance(0.8)
			? present === "list"
				? "requests"
				: "list"
			: scene.random.pick(others);
		return { command: { type, segmentId, mode }, as: scene.chair() };
	},
	setLimits(scene, type) {
		const { segmentId, runner } = scene.listWhere((_list, each, of) => isAhead(each, of));
		const limitMs = minutes(scene.random.pick([3, 4, 5]));
		return { command: { type, segmentId, limitMs, groupLimitMs: limitMs + minutes(2) }, as: runner };
	},
	resumeDebate(scene, type) {
		const adjourned = scene.sitting?.segments.filter(({ debate }) => debate === "adjourned") ?? [];
		if (adjourned.length === 0 && !scene.isWild) throw new Unfit();
		return {
			command: { type, segmentId: scene.choose(ids(adjourned), ids(scene.segments)) },
			as: scene.chair(),
		};
	},
};
