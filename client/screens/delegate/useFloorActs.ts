import { useCallback } from "react";
import { useSelect } from "../../conference/hooks.ts";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { useCommand } from "../console/useCommand.ts";
import type { SpeakPlan } from "./SpeakOptions.tsx";
import type { Standing } from "./useFloorMoment.ts";

/** What a delegation can do about the floor; each act is there only while it is possible. */
export interface FloorActs {
	readonly request?: (() => void) | undefined;
	readonly withdraw?: (() => void) | undefined;
	readonly yieldFloor?: (() => void) | undefined;
	readonly busy: boolean;
}

export function useFloorActs(
	delegationId: string,
	place: ListPlace | undefined,
	standing: Standing,
	plan: SpeakPlan,
	maySpeak: boolean,
): FloorActs {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const statement = useSelect((state) => state.floor.statement);
	const segmentId = place?.segment.id ?? "";
	const entryId = "entry" in standing ? standing.entry.id : "";
	const { speakerId, language, onBehalfOf } = plan;
	const request = useCallback(() => {
		const group = onBehalfOf.trim();
		void run(
			{
				type: "inscribe",
				segmentId,
				delegationId,
				speakerId,
				language,
				onBehalfOf: group === "" ? null : group,
				reason: null,
			},
			{ done: t("delegate.floorRequested") },
		);
	}, [run, t, segmentId, delegationId, speakerId, language, onBehalfOf]);
	const withdraw = useCallback(
		() =>
			void run({ type: "withdrawInscription", segmentId, entryId }, { done: t("delegate.requestWithdrawn") }),
		[run, t, segmentId, entryId],
	);
	const yieldFloor = useCallback(() => {
		if (statement !== null)
			void run({ type: "yieldFloor", statementId: statement.id }, { done: t("delegate.floorYielded") });
	}, [run, t, statement]);
	return {
		request: standing.kind === "open" ? request : undefined,
		withdraw: "entry" in standing && maySpeak ? withdraw : undefined,
		yieldFloor: standing.kind === "speaking" && maySpeak ? yieldFloor : undefined,
		busy,
	};
}
