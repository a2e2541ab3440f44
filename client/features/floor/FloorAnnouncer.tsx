import { useEffect, useRef, useState } from "react";
import { timeLeft } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";
import { useConference, useNowSelect, useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { nameOf } from "../delegations/delegation.ts";
import { useFloorNotices } from "./FloorNotices.tsx";
import { useNoticeWords } from "./noticeWords.ts";

/**
 * Says aloud what a plate shows: who takes the floor and by which right, how much time is left, a point of
 * order, a vote and its result. Silent about what was so already when the page came.
 */
export function FloorAnnouncer() {
	const time = useTimeWords();
	const floor = useFloorWords();
	return (
		<>
			<p className="visually-hidden" aria-live="polite">
				{floor}
			</p>
			<p className="visually-hidden" aria-live="polite">
				{time}
			</p>
		</>
	);
}

const given = {
	statement: "floor.given",
	hand: "floor.given",
	reply: "floor.givenReply",
	pointOfOrder: "floor.givenPoint",
} as const;

/** Who has the floor now, and whatever else has happened to it. */
function useFloorWords(): string {
	const client = useConference();
	const { t, locale } = useSpeech();
	const statement = useSelect((state) => state.floor.statement);
	const notices = useFloorNotices();
	const wordsOf = useNoticeWords();
	const [said, say] = useState("");
	const known = useRef({ statementId: statement?.id, keys: new Set(notices.map(({ key }) => key)) });
	useEffect(() => {
		const before = known.current;
		const fresh = notices.filter(({ key }) => !before.keys.has(key));
		known.current = { statementId: statement?.id, keys: new Set(notices.map(({ key }) => key)) };
		const sentences = fresh.map((notice) =>
			notice.kind === "vote"
				? `${t("floor.vote", { motion: notice.motion })}. ${wordsOf(notice)}`
				: wordsOf(notice),
		);
		/* The notice of an interruption names who interrupts. */
		const isNamed = fresh.some(({ kind }) => kind === "interrupted");
		if (statement !== null && statement.id !== before.statementId && !isNamed) {
			const delegation = client.state().delegations.delegations.get(statement.delegationId);
			const name = nameOf(delegation, statement.delegationId, locale);
			sentences.unshift(t(given[statement.kind], { delegation: name }));
		}
		if (sentences.length > 0) say(sentences.join(" "));
	}, [client, statement, notices, wordsOf, t, locale]);
	return said;
}

function lightOf(state: State, now: number): string {
	const { statement } = state.floor;
	return statement === null ? "" : timeLeft(statement, now, state.profile.procedure).light;
}

/** One minute, thirty seconds, time over; at the thresholds of the conference. */
function useTimeWords(): string {
	const client = useConference();
	const { t } = useSpeech();
	const statementId = useSelect((state) => state.floor.statement?.id);
	const light = useNowSelect((now) => lightOf(client.state(), now));
	const [said, say] = useState("");
	const known = useRef({ statementId, light });
	useEffect(() => {
		const before = known.current;
		known.current = { statementId, light };
		/* After a pause the light comes back; what it says has been said. */
		if (before.statementId !== statementId || before.light === light || before.light === "paused") return;
		const { yellowMs, stripedMs } = client.state().profile.procedure;
		if (light === "yellow") say(leftIn(yellowMs, t));
		else if (light === "striped") say(t("floor.secondsLeft", { count: Math.round(stripedMs / 1000) }));
		else if (light === "red") say(t("plate.timeOver"));
	}, [client, statementId, light, t]);
	return said;
}

function leftIn(ms: number, t: ReturnType<typeof useSpeech>["t"]): string {
	if (ms === 60_000) return t("plate.oneMinuteLeft");
	if (ms % 60_000 === 0) return t("floor.minutesLeft", { count: ms / 60_000 });
	return t("floor.secondsToGo", { count: Math.round(ms / 1000) });
}
