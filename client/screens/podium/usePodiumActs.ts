import type { Command } from "../../../shared/conference/decider.ts";
import { spokenUntil } from "../../../shared/conference/floor.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { useConference } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { useCommand } from "../console/useCommand.ts";
import { nextAct, type Obstacle, obstacleTo } from "./nextAct.ts";
import { useNames } from "./useNames.ts";
import type { Podium } from "./usePodium.ts";

/** What the chair can do now; an act that is not possible is absent, and so are its button and its key. */
export interface PodiumActs {
	readonly next?: (() => void) | undefined;
	/** Why the next act has to wait. */
	readonly obstacle?: Obstacle | undefined;
	readonly pause?: (() => void) | undefined;
	readonly resume?: (() => void) | undefined;
	readonly extend?: (() => void) | undefined;
	readonly extendBriefly?: (() => void) | undefined;
	readonly reset?: (() => void) | undefined;
	readonly end?: (() => void) | undefined;
	readonly remind?: (() => void) | undefined;
	readonly hearPoint?: (() => void) | undefined;
	readonly askToWait?: (() => void) | undefined;
	readonly callFirstHand?: (() => void) | undefined;
	readonly callHand?: ((handId: string) => void) | undefined;
	readonly lowerHand?: ((handId: string) => void) | undefined;
	readonly grantReply?: ((replyId: string) => void) | undefined;
	readonly grantLate?: ((requestId: string) => void) | undefined;
	readonly resumeDebate?: (() => void) | undefined;
	readonly closeList?: (() => void) | undefined;
	readonly readOut?: ((pledge: Pledge) => void) | undefined;
	/** Puts a cleared pledge next, or takes it back. */
	readonly cue?: ((pledge: Pledge) => void) | undefined;
	readonly busy: boolean;
}

const minute = 60;
const halfMinute = 30;

export function usePodiumActs(podium: Podium): PodiumActs {
	const { t } = useSpeech();
	const { clock } = useConference();
	const name = useNames();
	const { run, busy } = useCommand();
	const { presides, isOpen, statement, reachesList, place, rows, points, hands, running, replies } = podium;
	const next = nextAct(podium);
	const obstacle = obstacleTo(next, podium);
	const act = (command: Command, done?: string) => () => void run(command, { done });
	const hasFloor = presides && statement !== null;
	const statementId = statement?.id ?? "";
	const after = statement?.id ?? null;
	const isPaused = statement?.runningSince === null;
	const hasSpoken = statement !== null && spokenUntil(statement, clock.now()) > 0;
	const listOpen = rows.list.status === "open" || rows.list.status === "closing";
	const point = points[0];
	const isHeard = statement?.kind === "pointOfOrder";
	const first = rows.waiting[0]?.entry.delegationId;
	const nextDelegation = "delegationId" in next ? next.delegationId : first;
	const takesHands = presides && isOpen && running?.mode === "requests" && running.debate === "open";
	const callHand = (handId: string) =>
		void run({ type: "callHand", segmentId: running?.id ?? "", handId, after });
	const firstHand = hands[0];
	return {
		next: next.kind === "none" || obstacle !== undefined ? undefined : act(next.command),
		obstacle,
		pause: hasFloor && !isPaused ? act({ type: "pauseFloor", statementId }) : undefined,
		resume: hasFloor && isPaused && isOpen ? act({ type: "resumeFloor", statementId }) : undefined,
		extend: hasFloor ? act({ type: "extendFloor", statementId, seconds: minute }) : undefined,
		extendBriefly: hasFloor ? act({ type: "extendFloor", statementId, seconds: halfMinute }) : undefined,
		reset:
			hasFloor && hasSpoken ? act({ type: "resetFloor", statementId }, t("podium.clockReset")) : undefined,
		end: hasFloor && !isHeard ? act({ type: "endFloor", statementId }, t("podium.ended")) : undefined,
		remind:
			presides && nextDelegation !== undefined
				? act(
						{ type: "remindDelegation", delegationId: nextDelegation },
						t("podium.reminded", { delegation: name(nextDelegation) }),
					)
				: undefined,
		hearPoint:
			presides &&
			isOpen &&
			running !== undefined &&
			point !== undefined &&
			!isHeard &&
			point.status !== "heard"
				? act({ type: "hearPointOfOrder", pointId: point.id, after })
				: undefined,
		askToWait:
			presides && point?.status === "raised" && statement !== null
				? act({ type: "askToWait", pointId: point.id }, t("podium.askedToWait"))
				: undefined,
		callHand: takesHands && obstacle === undefined ? callHand : undefined,
		callFirstHand:
			takesHands && obstacle === undefined && firstHand !== undefined
				? () => callHand(firstHand.id)
				: undefined,
		lowerHand: presides ? (handId) => void run({ type: "lowerHand", handId }) : undefined,
		grantReply: presides
			? (replyId) => {
					const { delegationId = "" } = replies.find(({ id }) => id === replyId) ?? {};
					void run(
						{ type: "grantReply", replyId },
						{ done: t("podium.replyGranted", { delegation: name(delegationId) }) },
					);
				}
			: undefined,
		grantLate:
			reachesList && place !== undefined
				? (requestId) =>
						void run(
							{ type: "grantLate", segmentId: place.segment.id, requestId },
							{ done: t("podium.added") },
						)
				: undefined,
		resumeDebate:
			presides && isOpen && running?.debate === "adjourned"
				? act({ type: "resumeDebate", segmentId: running.id }, t("podium.debateResumed"))
				: undefined,
		closeList:
			reachesList && listOpen && place !== undefined
				? act({ type: "closeList", segmentId: place.segment.id })
				: undefined,
		readOut: presides
			? (pledge) =>
					void run(
						{ type: "announcePledge", pledgeId: pledge.id },
						{ done: { title: t("audience.pledgeAnnounced"), detail: pledge.title, tone: "brass" } },
					)
			: undefined,
		cue: presides
			? ({ id, state }) => void run({ type: state === "cued" ? "uncuePledge" : "cuePledge", pledgeId: id })
			: undefined,
		busy,
	};
}
