import { useEffect, useRef, useState } from "react";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { useRoughNow } from "../../features/speakersList/useRoughNow.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { aboutMinutes } from "../../i18n/time.ts";
import { useFeedback } from "../console/feedback.tsx";
import { nextTurnCall, type TurnCall, turnCallAt } from "./turnCall.ts";
import type { Standing } from "./useStanding.ts";

/**
 * Tells a waiting delegation 15, 5 and 1 minutes before its turn, each once for an inscription. What was due
 * already when the page or the inscription came is known from the place itself and not told again.
 */
export function useTurnCalls(
	standing: Standing,
	rows: ListRows,
): { readonly isCalled: boolean; readonly waitMs: number; dismiss(): void } {
	const { t } = useSpeech();
	const { announce } = useFeedback();
	const now = useRoughNow();
	/** The inscription for which the latest call is still on the screen. */
	const [shown, setShown] = useState<string | null>(null);
	const told = useRef<{ readonly entryId: string; readonly call: TurnCall | null } | null>(null);
	const isWaiting = standing.kind === "inList" || standing.kind === "next";
	// Who was called and absent waits anew, and is told anew.
	const entryId = isWaiting ? `${standing.entry.id} ${standing.entry.absentAt ?? ""}` : null;
	const expected = isWaiting ? rows.waiting[standing.place]?.expected.expected : undefined;
	useEffect(() => {
		if (entryId === null || expected === undefined) return;
		const wait = expected - now;
		if (told.current?.entryId !== entryId) {
			told.current = { entryId, call: turnCallAt(wait) };
			return;
		}
		const call = nextTurnCall(told.current.call, wait);
		if (call === null) return;
		told.current = { entryId, call };
		setShown(entryId);
		// After an exchange of places the turn may be nearer than the call whose time has come.
		announce(t("delegate.turnIn", { minutes: aboutMinutes(wait) }), "polite");
	}, [entryId, expected, now, announce, t]);
	const waitMs = expected === undefined ? 0 : expected - now;
	return {
		isCalled: shown !== null && shown === entryId && turnCallAt(waitMs) !== null,
		waitMs,
		dismiss: () => setShown(null),
	};
}
