import { useCallback } from "react";
import { useSelect } from "../../conference/hooks.ts";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { useCommand } from "../console/useCommand.ts";
import { mannerOf, type SpeakPlan } from "./speakPlan.ts";
import type { Standing } from "./useStanding.ts";

/** What a delegation can do about the floor; each act is there only while it is possible. */
export interface FloorActs {
	/** Inscribes, or raises the hand. */
	readonly request?: (() => void) | undefined;
	/** Withdraws the inscription, or lowers the hand. */
	readonly withdraw?: (() => void) | undefined;
	/** Puts a written statement on the record. */
	readonly makeInWriting?: (() => void) | undefined;
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
	const handId = standing.kind === "hands" ? standing.hand?.id : undefined;
	const inscribe = useCallback(() => {
		const { speakerId, level } = plan;
		void run(
			{
				type: "inscribe",
				segmentId,
				delegationId,
				speakerId,
				level: speakerId === null ? level : null,
				...mannerOf(plan),
				reason: null,
			},
			{ done: t(plan.mode === "written" ? "delegate.inscribedInWriting" : "delegate.floorRequested") },
		);
	}, [run, t, segmentId, delegationId, plan]);
	const raise = useCallback(() => {
		const { speakerId, language } = plan;
		void run(
			{ type: "raiseHand", segmentId, delegationId, speakerId, language },
			{ done: t("delegate.handRaised") },
		);
	}, [run, t, segmentId, delegationId, plan]);
	const lower = useCallback(() => {
		if (handId !== undefined) void run({ type: "lowerHand", handId }, { done: t("delegate.handLowered") });
	}, [run, t, handId]);
	const withdraw = useCallback(
		() =>
			void run({ type: "withdrawInscription", segmentId, entryId }, { done: t("delegate.requestWithdrawn") }),
		[run, t, segmentId, entryId],
	);
	const makeInWriting = useCallback(
		() => void run({ type: "makeInWriting", segmentId, entryId }, { done: t("delegate.madeInWriting") }),
		[run, t, segmentId, entryId],
	);
	const yieldFloor = useCallback(() => {
		if (statement !== null)
			void run({ type: "yieldFloor", statementId: statement.id }, { done: t("delegate.floorYielded") });
	}, [run, t, statement]);
	const raises = standing.kind === "hands" && handId === undefined;
	return {
		request: standing.kind === "open" ? inscribe : raises ? raise : undefined,
		withdraw: handId !== undefined ? lower : "entry" in standing && maySpeak ? withdraw : undefined,
		makeInWriting: standing.kind === "written" && maySpeak ? makeInWriting : undefined,
		yieldFloor: standing.kind === "speaking" && maySpeak ? yieldFloor : undefined,
		busy,
	};
}
