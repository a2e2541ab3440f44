import { useEffect, useRef } from "react";
import { useSpeech } from "../../i18n/intl.tsx";
import { useFeedback } from "../console/feedback.tsx";
import type { Standing } from "./useStanding.ts";

/** The two things said at once and over everything else: "You are next" and "You have the floor". */
export function useFloorCalls(kind: Standing["kind"]): void {
	const { t } = useSpeech();
	const { announce } = useFeedback();
	const before = useRef(kind);
	useEffect(() => {
		if (before.current === kind) return;
		before.current = kind;
		if (kind === "next") announce(t("delegate.youAreNext"), "assertive");
		if (kind === "speaking") announce(t("delegate.youHaveFloor"), "assertive");
	}, [kind, announce, t]);
}
