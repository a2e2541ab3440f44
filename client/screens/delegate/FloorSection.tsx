import { runningSegment } from "../../../shared/conference/selectors.ts";
import { useSelect } from "../../conference/hooks.ts";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import { useSpeakersOf } from "../../features/speakersList/person.ts";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { textsOf } from "../../features/texts/textsOf.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { FloorButton, type FloorMoment } from "../../ui/FloorButton.tsx";
import { FileCheck } from "../../ui/icons.ts";
import { InListActs } from "./InListActs.tsx";
import { LateRequestState } from "./LateRequestState.tsx";
import { LimitNote } from "./LimitNote.tsx";
import { SpeakOptions } from "./SpeakOptions.tsx";
import type { SpeakPlan } from "./speakPlan.ts";
import type { FloorActs } from "./useFloorActs.ts";
import type { Standing } from "./useStanding.ts";

/** The one big action with what belongs to it: who will speak, for how long, and the way back. */
export function FloorSection({
	delegationId,
	place,
	rows,
	standing,
	moment,
	acts,
	plan,
	onPlan,
	maySpeak,
}: {
	delegationId: string;
	place: ListPlace | undefined;
	rows: ListRows;
	standing: Standing;
	moment: FloorMoment;
	acts: FloorActs;
	plan: SpeakPlan;
	onPlan: (plan: SpeakPlan) => void;
	maySpeak: boolean;
}) {
	const speakers = useSpeakersOf(delegationId);
	const isCeremony = useSelect((state) => runningSegment(state)?.segment.mode === "ceremony");
	const takesRequest = moment.kind === "request" || (moment.kind === "hand" && moment.up === undefined);
	const isListed = standing.kind === "inList" || standing.kind === "next";
	return (
		<section aria-label={useSpeech().t("delegate.tabFloor")}>
			<div className="floor-dock">
				<FloorButton
					moment={moment}
					pending={acts.busy}
					shortcut={takesRequest ? "F" : undefined}
					onRequest={acts.request}
					onWithdraw={acts.withdraw}
				/>
			</div>
			{(standing.kind === "open" || (standing.kind === "hands" && standing.hand === undefined)) && (
				<SpeakOptions delegationId={delegationId} plan={plan} speakers={speakers} onChange={onPlan} />
			)}
			{isListed && place !== undefined && (
				<InListActs
					segmentId={place.segment.id}
					rows={rows}
					standing={standing}
					acts={acts}
					maySpeak={maySpeak}
				/>
			)}
			{standing.kind === "written" && place !== undefined && (
				<WrittenActs
					segmentId={place.segment.id}
					delegationId={delegationId}
					rows={rows}
					standing={standing}
					acts={acts}
					maySpeak={maySpeak}
				/>
			)}
			{standing.kind === "closed" && standing.late !== undefined && place !== undefined && (
				<LateRequestState segmentId={place.segment.id} request={standing.late} maySpeak={maySpeak} />
			)}
			{standing.kind === "hands" && <HandsNote rows={rows} delegationId={delegationId} />}
			{isCeremony && standing.kind !== "ceremony" && (
				<p className="block-note">
					<Message id="delegate.ceremonyNote" />
				</p>
			)}
			{place !== undefined && <LimitNote place={place} />}
		</section>
	);
}

/** A written statement: on the record once the delegation says so, which needs a text. */
function WrittenActs({
	segmentId,
	delegationId,
	rows,
	standing,
	acts,
	maySpeak,
}: {
	segmentId: string;
	delegationId: string;
	rows: ListRows;
	standing: Extract<Standing, { kind: "written" }>;
	acts: FloorActs;
	maySpeak: boolean;
}) {
	const hasText = useSelect((state) => textsOf(state, segmentId, delegationId).length > 0);
	const { t } = useSpeech();
	return (
		<>
			{acts.makeInWriting !== undefined && (
				<Button
					wide
					variant={hasText ? "primary" : "plain"}
					icon={FileCheck}
					className="written-act"
					unavailable={hasText ? undefined : t("delegate.fileTextFirst")}
					aria-busy={acts.busy ? true : undefined}
					onClick={acts.makeInWriting}
				>
					<Message id="delegate.makeInWriting" />
				</Button>
			)}
			{!hasText && (
				<p className="block-note">
					<Message id="delegate.fileTextFirst" />
				</p>
			)}
			<InListActs segmentId={segmentId} rows={rows} standing={standing} acts={acts} maySpeak={maySpeak} />
		</>
	);
}

/** In a discussion a place in the list is not lost; it says so. */
function HandsNote({ rows, delegationId }: { rows: ListRows; delegationId: string }) {
	const isListed = rows.waiting.some(({ entry }) => entry.delegationId === delegationId);
	return (
		<p className="block-note">
			<Message id={isListed ? "delegate.handsKeepPlace" : "delegate.handsNote"} />
		</p>
	);
}
