import type { Right } from "../../shared/conference/common.ts";
import { levels, rights } from "../../shared/conference/common.ts";
import type { Command, CommandType } from "../../shared/conference/decider.ts";
import type { Pledge, PledgeState } from "../../shared/conference/pledges.ts";
import type { Meeting, Segment } from "../../shared/conference/programme.ts";
import { runningSegment, sittingMeeting } from "../../shared/conference/programme.ts";
import type { SpeakersList } from "../../shared/conference/speakersList.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import { minutes } from "./decider.ts";
import {
	content,
	defineCommand,
	delegationsCommand,
	initiativeCommand,
	meeting,
	person,
	segment,
} from "./factories.ts";
import type { RandomSession } from "./random.ts";
import { Unfit } from "./random.ts";

/** A command and the representative who would sensibly give it. */
interface Composed {
	readonly command: Command;
	readonly as: string;
}

const ids = (all: Iterable<{ readonly id: string }>) => Array.from(all, ({ id }) => id);

/** Composes a command of a type that fits the session's state, or throws `Unfit`; less sensible in a wild step. */
export function compose(type: CommandType, session: RandomSession): Composed {
	const { random, state, now } = session;
	const meetings = [...state.programme.meetings.values()];
	const segments = meetings.flatMap((each) => each.segments);
	const delegations = [...state.delegations.delegations.keys()];
	const representatives = [...state.delegations.representatives.values()];
	const pledges = [...state.pledges.pledges.values()];
	const initiatives = [...state.initiatives.initiatives.values()];
	const sitting = sittingMeeting(state);
	const floor = state.floor.statement;
	const desk = () =>
		random.pick([...ids(representatives.filter(({ role }) => role === "secretariat")), "system"]);
	const chair = () => state.gavel.holder?.representativeId ?? "system";

	const meetingWith = (...status: Meeting["status"][]) =>
		session.choose(ids(meetings.filter((each) => status.includes(each.status))), ids(meetings));
	/** A representative of a delegation with a right, else the secretariat. */
	const memberOf = (delegationId: string | undefined, right: Right) => {
		const able = representatives.filter(
			(each) => each.delegationId === delegationId && each.rights.includes(right),
		);
		return able.length === 0 ? desk() : random.pick(able).id;
	};
	const coChairsOf = (of: Meeting | undefined) =>
		representatives.filter(
			({ role, delegationId }) => role === "chair" && of?.coChairs.includes(delegationId ?? ""),
		);
	/** A segment of statements whose list is as asked for, and who runs its list. */
	const listWhere = (fits: (list: SpeakersList, segment: Segment, meeting: Meeting) => boolean) => {
		const fitting = meetings.flatMap((of) =>
			of.segments.filter((each) => each.kind === "statements" && fits(listOf(state, each.id), each, of)),
		);
		const running = fitting.filter(({ status }) => status === "running");
		const present = running.length > 0 && random.chance(0.7) ? running : fitting;
		const segmentId = session.choose(ids(present), ids(segments));
		const presides = sitting?.segments.some(({ id }) => id === segmentId) === true && random.chance(0.6);
		return { segmentId, list: listOf(state, segmentId), runner: presides ? chair() : desk() };
	};
	const isOpen = ({ status }: SpeakersList) => status === "open" || status === "closing";
	const isAhead = (each: Segment, of: Meeting) => each.status !== "ended" && of.status !== "closed";
	const entryIn = (list: SpeakersList) => session.choose(list.order, [...list.entries.keys()]);
	const speakersOf = (delegationId: string | undefined) =>
		ids(
			representatives.filter((each) => each.delegationId === delegationId && each.rights.includes("speak")),
		);
	const statementId = () =>
		session.choose(floor === null ? [] : [floor.id], [...state.statements.statements.keys()]);
	/** A pledge in one of the states, and who may act for its delegation. */
	const pledgeIn = (states: readonly PledgeState[], fits: (pledge: Pledge) => boolean = () => true) => {
		const fitting = pledges.filter((each) => states.includes(each.state) && fits(each));
		const pledgeId = session.choose(ids(fitting), ids(pledges));
		return { pledgeId, as: memberOf(state.pledges.pledges.get(pledgeId)?.delegationId, "pledge") };
	};
	const pledged = () => {
		const needId = random.chance(0.6) ? session.choose([...state.needs.needs.keys()]) : null;
		const category = session.choose(ids(state.profile.categories));
		const secret = (what: string) => (random.chance(0.7) ? `secret ${what} ${session.newId(what)}` : null);
		return content({
			title: `Pledge ${session.newId("title")}`,
			details: secret("details"),
			kind: random.pick(["new", "new", "enhanced", "reaffirmed"]),
			category,
			needId,
			quantity: random.below(4) + (needId === null || session.isWild ? 0 : 1),
			priority: random.chance(0.3) ? session.choose(ids(state.profile.priorities)) : null,
			contact: secret("contact"),
		});
	};
	const support = (does: boolean) => {
		const initiativeId = session.choose(ids(initiatives));
		const of = state.initiatives.initiatives.get(initiativeId);
		const fitting = delegations.filter((id) => of?.supporters.has(id) === does && !of.sponsors.includes(id));
		const delegationId = session.choose(fitting, delegations);
		return {
			command: { initiativeId, delegationId },
			as: random.chance(0.2) ? desk() : memberOf(delegationId, "pledge"),
		};
	};

	switch (type) {
		case "defineConference":
			if (!session.isWild) throw new Unfit();
			return { command: defineCommand, as: "system" };
		case "setClockRate":
			return {
				command: { type, rate: random.pick([1, 2, 20, 60]), journalAt: session.journalNow },
				as: desk(),
			};
		case "importDelegations": {
			const id = random.chance(0.3) ? random.pick(delegations) : session.newId("delegation");
			if (delegations.length > 24 && !session.isWild) throw new Unfit();
			return { command: delegationsCommand([id]), as: desk() };
		}
		case "accreditRepresentatives": {
			if (representatives.length > 60) throw new Unfit();
			const role = random.pick(["delegate", "delegate", "delegate", "chair", "secretariat"] as const);
			const delegationId = role === "secretariat" ? null : session.choose(delegations);
			const id = session.isWild ? session.choose(ids(representatives)) : session.newId("person");
			return {
				command: {
					type,
					representatives: [person(id, role, delegationId, random.chance(0.8) ? rights : ["read"])],
				},
				as: desk(),
			};
		}
		case "changeAccreditation": {
			const representativeId = session.choose(ids(representatives));
			const some = random.chance(0.7) ? [...rights] : [random.pick(rights)];
			return { command: { type, representativeId, level: random.pick(levels), rights: some }, as: desk() };
		}
		case "withdrawAccreditation": {
			const added = ids(representatives).filter((id) => id.startsWith("person") && id !== chair());
			return { command: { type, representativeId: session.choose(added, [...added, chair()]) }, as: desk() };
		}
		case "adoptProgramme": {
			if (meetings.filter(({ status }) => status === "planned").length > 5 && !session.isWild)
				throw new Unfit();
			const id = session.isWild ? session.choose(ids(meetings)) : session.newId("meeting");
			const speaker = {
				delegationId: "kor",
				name: "Minister",
				title: { en: "Minister" },
				recorded: random.chance(0.5),
			};
			const parts = [
				segment(`${id}-remarks`, "remarks", speaker),
				segment(`${id}-statements`, "statements"),
				segment(`${id}-more`, "statements"),
			];
			return {
				command: { type, meetings: [meeting(id, ["rwa", random.pick(["usa", "gha"])], parts)] },
				as: "system",
			};
		}
		case "rescheduleMeeting": {
			const meetingId = meetingWith("planned", "open", "suspended");
			const plannedEnd = now + minutes(session.isWild ? random.below(3) - 1 : 90);
			return { command: { type, meetingId, plannedStart: now, plannedEnd }, as: desk() };
		}
		case "openMeeting": {
			if (sitting !== undefined && !session.isWild) throw new Unfit();
			const meetingId = meetingWith("planned");
			const chairs = ids(coChairsOf(state.programme.meetings.get(meetingId)));
			return {
				command: { type, meetingId },
				as: chairs.length === 0 || random.chance(0.65) ? "system" : random.pick(chairs),
			};
		}
		case "suspendMeeting":
		case "closeMeeting":
			return { command: { type, meetingId: meetingWith("open") }, as: chair() };
		case "resumeMeeting":
			return { command: { type, meetingId: meetingWith("suspended") }, as: chair() };
		case "startSegment": {
			const fitting =
				sitting?.status === "open" ? sitting.segments.filter(({ status }) => status === "planned") : [];
			return { command: { type, segmentId: session.choose(ids(fitting), ids(segments)) }, as: chair() };
		}
		case "takeGavel": {
			if (state.gavel.holder !== null && !session.isWild) throw new Unfit();
			const representativeId = session.choose(ids(coChairsOf(sitting)), ids(representatives));
			return { command: { type, representativeId }, as: random.chance(0.5) ? desk() : representativeId };
		}
		case "handGavel": {
			if (state.gavel.holder === null && !session.isWild) throw new Unfit();
			const others = ids(coChairsOf(sitting)).filter((id) => id !== chair());
			return { command: { type, to: session.choose(others, ids(representatives)) }, as: chair() };
		}
		case "openList": {
			const { segmentId, runner } = listWhere((list, each, of) => !isOpen(list) && isAhead(each, of));
			const wait = session.isWild ? random.below(3) - 1 : 1 + random.below(40);
			const closesAt = random.chance(0.4) ? now + minutes(wait) : null;
			return { command: { type, segmentId, closesAt }, as: runner };
		}
		case "announceClosing": {
			const { segmentId, runner } = listWhere(isOpen);
			const closesAt = now + minutes(session.isWild ? random.below(3) - 1 : 1 + random.below(60));
			return { command: { type, segmentId, closesAt }, as: runner };
		}
		case "closeList": {
			const { segmentId, runner } = listWhere(isOpen);
			return { command: { type, segmentId }, as: runner };
		}
		case "inscribe": {
			const late = random.chance(0.25);
			const { segmentId, list, runner } = listWhere(
				(each, at, of) => (late || isOpen(each)) && isAhead(at, of),
			);
			const present = new Set(
				[...list.entries.values()]
					.filter(({ status }) => status !== "withdrawn")
					.map((each) => each.delegationId),
			);
			const fitting = delegations.filter((id) => late || !present.has(id));
			// Whoever has something to announce likes to speak.
			const eager = fitting.filter((id) =>
				pledges.some((each) => each.delegationId === id && each.state === "accepted"),
			);
			const preferred = eager.length > 0 && random.chance(0.6) ? eager : fitting;
			const delegationId = session.choose(preferred, delegations);
			const command = {
				type,
				segmentId,
				delegationId,
				speakerId: random.chance(0.6) ? session.choose(speakersOf(delegationId), ids(representatives)) : null,
				language: random.pick(["en", "fr"] as const),
				onBehalfOf: random.chance(0.2) ? "a group of states" : null,
				reason: late ? `secret reason ${session.newId("late")}` : null,
			};
			return { command, as: late || random.chance(0.3) ? runner : memberOf(delegationId, "speak") };
		}
		case "withdrawInscription":
		case "replaceSpeaker": {
			const { segmentId, list } = listWhere(({ order }) => order.length > 0);
			const entryId = entryIn(list);
			const entry = list.entries.get(entryId);
			const as = random.chance(0.3) ? desk() : memberOf(entry?.delegationId, "speak");
			if (type === "withdrawInscription") return { command: { type, segmentId, entryId }, as };
			const others = speakersOf(entry?.delegationId).filter((id) => id !== entry?.speakerId);
			return {
				command: { type, segmentId, entryId, speakerId: session.choose(others, ids(representatives)) },
				as,
			};
		}
		case "moveEntry": {
			const { segmentId, list } = listWhere(({ order }, _each, of) => order.length > 1 && of === sitting);
			const before = random.chance(0.2) ? null : entryIn(list);
			const reason = `secret reason ${session.newId("move")}`;
			return { command: { type, segmentId, entryId: entryIn(list), before, reason }, as: chair() };
		}
		case "giveFloor":
		case "callProgrammeSpeaker": {
			const running = runningSegment(state);
			const isFitting =
				sitting?.status === "open" && (type === "giveFloor" || (running?.segment.speaker ?? null) !== null);
			const segmentId = session.choose(
				running !== undefined && isFitting ? [running.segment.id] : [],
				ids(segments),
			);
			const after = session.isWild && random.chance(0.3) ? null : (floor?.id ?? null);
			if (type === "callProgrammeSpeaker") return { command: { type, segmentId, after }, as: chair() };
			return { command: { type, segmentId, entryId: entryIn(listOf(state, segmentId)), after }, as: chair() };
		}
		case "pauseFloor":
		case "endFloor":
			return { command: { type, statementId: statementId() }, as: chair() };
		case "resumeFloor":
			if (sitting?.status !== "open" && !session.isWild) throw new Unfit();
			return { command: { type, statementId: statementId() }, as: chair() };
		case "extendFloor":
			return {
				command: { type, statementId: statementId(), seconds: random.pick([30, 60, 600]) },
				as: chair(),
			};
		case "yieldFloor":
			return { command: { type, statementId: statementId() }, as: memberOf(floor?.delegationId, "speak") };
		case "draftPledge": {
			const delegationId = session.choose([
				"idn",
				"rwa",
				"usa",
				...(floor === null ? [] : Array(9).fill(floor.delegationId)),
				...delegations,
			]);
			return { command: { type, delegationId, content: pledged() }, as: memberOf(delegationId, "pledge") };
		}
		case "revisePledge": {
			const { pledgeId, as } = pledgeIn(["draft", "changeRequested"]);
			return { command: { type, pledgeId, content: pledged() }, as };
		}
		case "submitPledge": {
			const { pledgeId, as } = pledgeIn(["draft", "changeRequested"]);
			return { command: { type, pledgeId }, as };
		}
		case "requestChange": {
			const question = `secret question ${session.newId("question")}`;
			return { command: { type, pledgeId: pledgeIn(["submitted"]).pledgeId, question }, as: desk() };
		}
		case "acceptPledge":
			return { command: { type, pledgeId: pledgeIn(["submitted"]).pledgeId }, as: desk() };
		case "announcePledge": {
			const running = runningSegment(state)?.segment.id;
			const statements = [...state.statements.statements.values()].filter(
				(each) => each.segmentId === running,
			);
			const spoken = new Set(statements.map(({ delegationId }) => delegationId));
			const { pledgeId, as } = pledgeIn(["accepted"], (each) => spoken.has(each.delegationId));
			const hasFloor = state.pledges.pledges.get(pledgeId)?.delegationId === floor?.delegationId;
			return { command: { type, pledgeId }, as: hasFloor ? random.pick([as, chair(), desk()]) : desk() };
		}
		case "announceInWriting":
			if (!random.chance(0.25) && !session.isWild) throw new Unfit();
			return { command: { type, pledgeId: pledgeIn(["accepted"]).pledgeId }, as: desk() };
		case "confirmPledge":
			return { command: { type, pledgeId: pledgeIn(["announced"]).pledgeId }, as: desk() };
		case "withdrawPledge": {
			if (!random.chance(0.3) && !session.isWild) throw new Unfit();
			const { pledgeId, as } = pledgeIn([
				"draft",
				"submitted",
				"changeRequested",
				"accepted",
				"announced",
				"confirmed",
			]);
			return { command: { type, pledgeId }, as };
		}
		case "publishNeeds": {
			if (state.needs.needs.size > 20 && !session.isWild) throw new Unfit();
			const id = session.isWild ? session.choose([...state.needs.needs.keys()]) : session.newId("need");
			const category = session.choose(ids(state.profile.categories));
			return {
				command: { type, needs: [{ id, title: { en: "A need" }, category, quantity: 1 + random.below(6) }] },
				as: desk(),
			};
		}
		case "changeNeed": {
			const needId = session.choose([...state.needs.needs.keys()]);
			return { command: { type, needId, quantity: 1 + random.below(6) }, as: desk() };
		}
		case "openInitiative": {
			if (initiatives.length > 12 && !session.isWild) throw new Unfit();
			const initiativeId = session.isWild ? session.choose(ids(initiatives)) : session.newId("initiative");
			return {
				command: { ...initiativeCommand, initiativeId, sponsors: [session.choose(delegations)] },
				as: desk(),
			};
		}
		case "declareSupport":
		case "withdrawSupport": {
			const { command, as } = support(type === "withdrawSupport");
			return { command: { type, ...command }, as };
		}
	}
}
