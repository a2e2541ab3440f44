import type { Command } from "../../../shared/conference/decider.ts";
import type { Pledge } from "../../../shared/conference/pledges.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { useCommand } from "../console/useCommand.ts";
import { nextAct } from "./nextAct.ts";
import type { Podium } from "./usePodium.ts";

/** What the chair can do now; an act that is not possible is absent, and so are its button and its key. */
export interface PodiumActs {
	readonly next?: (() => void) | undefined;
	readonly pause?: (() => void) | undefined;
	readonly resume?: (() => void) | undefined;
	readonly extend?: (() => void) | undefined;
	readonly end?: (() => void) | undefined;
	readonly closeList?: (() => void) | undefined;
	readonly readOut?: ((pledge: Pledge) => void) | undefined;
	readonly busy: boolean;
}

const extensionSeconds = 60;

export function usePodiumActs(podium: Podium): PodiumActs {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const { presides, isOpen, statement, reachesList, place, rows } = podium;
	const next = nextAct(podium);
	const act = (command: Command, done?: string) => () => void run(command, { done });
	const hasFloor = presides && statement !== null;
	const statementId = statement?.id ?? "";
	const isPaused = statement?.runningSince === null;
	const listOpen = rows.list.status === "open" || rows.list.status === "closing";
	return {
		next: next.kind === "none" ? undefined : act(next.command),
		pause: hasFloor && !isPaused ? act({ type: "pauseFloor", statementId }) : undefined,
		resume: hasFloor && isPaused && isOpen ? act({ type: "resumeFloor", statementId }) : undefined,
		extend: hasFloor
			? act({ type: "extendFloor", statementId, seconds: extensionSeconds }, t("podium.extended"))
			: undefined,
		end: hasFloor ? act({ type: "endFloor", statementId }, t("podium.ended")) : undefined,
		closeList:
			reachesList && listOpen && place !== undefined
				? act({ type: "closeList", segmentId: place.segment.id }, t("podium.listNowClosed"))
				: undefined,
		readOut: presides
			? (pledge) =>
					void run(
						{ type: "announcePledge", pledgeId: pledge.id },
						{ done: { title: t("audience.pledgeAnnounced"), detail: pledge.title, tone: "brass" } },
					)
			: undefined,
		busy,
	};
}
