import { useEffect, useRef, useState } from "react";
import { timeLeft } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";
import { useConference, useNowSelect, useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { runningMoment } from "../../ui/plateMoment.ts";
import { nameOf } from "../delegations/delegation.ts";

const announcements = {
	lastMinute: "plate.oneMinuteLeft",
	conclude: "plate.thirtySecondsLeft",
	over: "plate.timeOver",
} as const;

function momentOf(state: State, now: number): string {
	const { statement } = state.floor;
	if (statement === null || statement.runningSince === null) return "";
	return runningMoment(timeLeft(statement, now).leftMs);
}

/**
 * Says aloud what a clock cannot: who takes the floor, one minute, 30 seconds, time over. Silent about what
 * was so already when the page came.
 */
export function FloorAnnouncer() {
	const client = useConference();
	const { t, locale } = useSpeech();
	const statement = useSelect((state) => state.floor.statement);
	const moment = useNowSelect((now) => momentOf(client.state(), now));
	const [said, say] = useState("");
	const known = useRef({ statementId: statement?.id, moment });
	useEffect(() => {
		const before = known.current;
		known.current = { statementId: statement?.id, moment };
		if (before.statementId !== statement?.id) {
			if (statement === null) return;
			const delegation = client.state().delegations.delegations.get(statement.delegationId);
			say(t("floor.given", { delegation: nameOf(delegation, statement.delegationId, locale) }));
		} else if (before.moment !== moment && moment in announcements) {
			say(t(announcements[moment as keyof typeof announcements]));
		}
	}, [client, statement, moment, t, locale]);
	return (
		<p className="visually-hidden" aria-live="polite">
			{said}
		</p>
	);
}
