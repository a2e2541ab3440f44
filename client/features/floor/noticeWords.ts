import { useCallback } from "react";
import { useConference } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { remainingTime } from "../../i18n/time.ts";
import { nameOf } from "../delegations/delegation.ts";
import type { FloorNotice } from "./floorNotices.ts";

/** The words of a notice, the same shown and said aloud. */
export function useNoticeWords(): (notice: FloorNotice) => string {
	const client = useConference();
	const { t, locale } = useSpeech();
	return useCallback(
		(notice) => {
			const name = (id: string) => nameOf(client.state().delegations.delegations.get(id), id, locale);
			switch (notice.kind) {
				case "interrupted": {
					const { delegationId, interruptedId, leftMs } = notice;
					const left = remainingTime(leftMs);
					const values = { delegation: name(delegationId), interrupted: name(interruptedId), left };
					return t(leftMs < 0 ? "floor.interruptedOver" : "floor.interrupted", values);
				}
				case "raised":
					return t("floor.pointRaised", { delegation: name(notice.delegationId) });
				case "waiting":
					return t("floor.pointWaits", { delegation: name(notice.delegationId) });
				case "ruled": {
					const values = { delegation: name(notice.delegationId), ruling: notice.ruling };
					return t("floor.pointRuled", values);
				}
				case "vote":
					return t("floor.question", { motion: notice.motion });
				case "result": {
					const { yes, no, abstain, adopted } = notice.result;
					const outcome = adopted ? "adopted" : "rejected";
					return t("floor.result", { motion: notice.motion, outcome, yes, no, abstain });
				}
				case "suspended":
					return t("floor.suspended");
			}
		},
		[client, t, locale],
	);
}
