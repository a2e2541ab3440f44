import { useRef, useState } from "react";
import { mediaPlan } from "../../../shared/conference/mediaPlan.ts";
import type { Party } from "../../../shared/conference/messages.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { isCleared } from "../../../shared/conference/pledge.ts";
import { limitOf } from "../../../shared/conference/selectors.ts";
import type { Seat } from "../../../shared/protocol/join.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { ChannelRow } from "../../features/interpretation/ChannelRow.tsx";
import { useChannelKeys } from "../../features/interpretation/channelKeys.tsx";
import { SignedStage } from "../../features/interpretation/SignedStage.tsx";
import { PresentMeetingTitle } from "../../features/programme/PresentMeetingTitle.tsx";
import { useListSegment } from "../../features/speakersList/listSegment.ts";
import { useListRows } from "../../features/speakersList/rows.ts";
import { MediaNote } from "../../features/stage/LiveStage.tsx";
import { OwnFeed } from "../../features/stage/OwnFeed.tsx";
import { ReceptionSelect } from "../../features/stage/ReceptionSelect.tsx";
import { useGreenRoom } from "../../features/stage/useGreenRoom.ts";
import { textsOf } from "../../features/texts/textsOf.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { useMedia, useSending } from "../../media/hooks.tsx";
import type { FloorMoment } from "../../ui/FloorButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { LifeBuoy } from "../../ui/icons.ts";
import type { Shortcut } from "../../ui/shortcuts.ts";
import { ConsoleShell } from "../console/ConsoleShell.tsx";
import { MessagesDialog } from "../console/MessagesDialog.tsx";
import { useCommand } from "../console/useCommand.ts";
import { BallotCard } from "./BallotCard.tsx";
import { BallotResultCard } from "./BallotResultCard.tsx";
import { CoChairs } from "./CoChairs.tsx";
import { Documents } from "./Documents.tsx";
import { FloorSection } from "./FloorSection.tsx";
import { Initiatives } from "./Initiatives.tsx";
import { LateRequestDialog } from "./LateRequestDialog.tsx";
import { MessagesBlock, useMessageNotes, WriteDialog } from "./Messages.tsx";
import { MyPledges } from "./MyPledges.tsx";
import { MyStatement } from "./MyStatement.tsx";
import { NextBrief } from "./NextBrief.tsx";
import { OnAirBody, useChosenText } from "./OnAirBody.tsx";
import { ProcedureSection } from "./ProcedureSection.tsx";
import { ownPledges } from "./pledgeStep.ts";
import { SeatBanners } from "./SeatBanners.tsx";
import { PhoneTabs, type SeatTab, SideTabs } from "./SeatTabs.tsx";
import { SideColumn } from "./SideColumn.tsx";
import { Stage } from "./Stage.tsx";
import { useSeatDialog } from "./seatDialog.tsx";
import { ProgrammeToday, TallyLine } from "./UnderStage.tsx";
import { useFloorActs } from "./useFloorActs.ts";
import { useFloorCalls } from "./useFloorCalls.ts";
import { useFloorMoment } from "./useFloorMoment.ts";
import { useProcedure } from "./useProcedure.ts";
import { useProcedureActs } from "./useProcedureActs.tsx";
import { usePrompter } from "./usePrompter.ts";
import { useSpeakPlan } from "./useSpeakPlan.ts";
import { useStanding } from "./useStanding.ts";

/** The delegate's console: the list on one side, the hall in the middle, my things on the other. */
export function DelegateConsole({ seat, delegationId }: { seat: Seat; delegationId: string }) {
	const { t } = useSpeech();
	const { run } = useCommand();
	const maySpeak = seat.rights.includes("speak");
	const mayPledge = seat.rights.includes("pledge");
	const [tab, setTab] = useState<SeatTab>("floor");
	const open = useSeatDialog();
	const place = useListSegment();
	const segmentId = place?.segment.id ?? "";
	const rows = useListRows(place?.segment.id);
	const standing = useStanding(delegationId, place, rows, maySpeak);
	const statement = useSelect((state) => state.floor.statement);
	const onAir = standing.kind === "speaking" && statement !== null;
	const isNear = useSelect((state) => mediaPlan(state).ready.includes(delegationId));
	const media = useMedia();
	const sending = useSending("floor");
	const greenRoom = useGreenRoom();
	const channelKeys = useChannelKeys();
	const [plan, setPlan] = useSpeakPlan(seat);
	const askChair = () =>
		open((done) => <LateRequestDialog {...{ segmentId, delegationId, plan }} onClose={done} />);
	const writeTo = (party: Party) =>
		open((done) => (
			<MessagesDialog reader={{ kind: "delegation", delegationId }} to={party} onClose={done} />
		));
	const write = () =>
		open((done) => <WriteDialog delegationId={delegationId} onOpen={writeTo} onClose={done} />);
	const floorMoment = useFloorMoment(standing, rows, delegationId, askChair);
	const offersReady = floorMoment.kind === "next" && greenRoom !== null && !greenRoom.report.ready;
	const moment: FloorMoment = offersReady
		? { ...floorMoment, onReady: () => greenRoom.setReady(true) }
		: floorMoment;
	const acts = useFloorActs(delegationId, place, standing, plan, maySpeak);
	const procedure = useProcedure(delegationId);
	const procedureActs = useProcedureActs(delegationId, procedure, maySpeak);
	const ballot = procedure.motions.find(({ status }) => status === "voting");
	const ballotButtons = useRef<HTMLDivElement>(null);
	const cleared = useSelect(
		(state) =>
			ownPledges(state, delegationId).filter(
				(pledge) => isCleared(pledge.state) && pledge.classification === "public",
			),
		sameItems,
	);
	// Nothing is pledged on a point of order.
	const announcing = mayPledge && statement?.kind !== "pointOfOrder" ? cleared : [];
	const spoken = onAir ? statement : null;
	const texts = useSelect((state) => textsOf(state, spoken?.segmentId ?? segmentId, delegationId), sameItems);
	const [text, chooseText] = useChosenText(texts, spoken);
	const prompter = usePrompter(spoken, text);
	useFloorCalls(standing.kind);
	useMessageNotes(delegationId);
	const announce = (pledge: Pledge) =>
		void run(
			{ type: "announcePledge", pledgeId: pledge.id },
			{ done: { title: t("audience.pledgeAnnounced"), detail: <bdi>{pledge.title}</bdi>, tone: "brass" } },
		);
	const vote = (
		<>
			{ballot !== undefined && (
				<BallotCard
					key={ballot.id}
					motion={ballot}
					delegationId={delegationId}
					mayVote={procedure.votes && maySpeak}
					first={ballotButtons}
				/>
			)}
			<BallotResultCard />
		</>
	);
	const [first] = announcing;
	const shortcuts: readonly Shortcut[] = [
		{
			key: "F",
			label: <Message id={standing.kind === "hands" ? "delegate.raiseHand" : "delegate.requestFloor"} />,
			run: moment.kind === "request" || moment.kind === "hand" ? acts.request : undefined,
		},
		{
			key: "A",
			label: <Message id="delegate.announcePledge" />,
			run: onAir && first !== undefined ? () => announce(first) : undefined,
		},
		{ key: "Y", label: <Message id="delegate.yieldFloor" />, run: acts.yieldFloor },
		{
			key: "S",
			label: <Message id="texts.scroll" />,
			run: onAir && text !== undefined ? prompter.toggle : undefined,
		},
		{
			key: "O",
			label: <Message id="delegate.pointOfOrder" />,
			run: onAir ? undefined : procedureActs.openPoint,
		},
		// Whoever has a microphone on mutes it with this key; until then it is the motion's.
		sending === undefined
			? {
					key: "M",
					label: <Message id="delegate.moveMotion" />,
					run: onAir ? undefined : procedureActs.openMotion,
				}
			: {
					key: "M",
					label: <Message id="media.muteKey" />,
					run: () => void media?.mute("floor", !sending.muted),
				},
		{
			key: "V",
			label: <Message id="delegate.toVote" />,
			run:
				ballot !== undefined && procedure.votes && maySpeak
					? () => ballotButtons.current?.querySelector("button")?.focus()
					: undefined,
		},
		{ key: "W", label: <Message id="delegate.write" />, run: write },
		// Whoever speaks does not listen to their own interpretation.
		...(onAir ? [] : channelKeys),
	];
	return (
		<ConsoleShell
			title={<PresentMeetingTitle />}
			detail={<CoChairs />}
			role={<Message id={seat.role === "chair" ? "podium.coChair" : "delegate.role"} />}
			shortcuts={shortcuts}
			onAir={onAir}
			footEnd={
				<button
					type="button"
					className="key-hints-all foot-call"
					onClick={() => writeTo({ kind: "operator" })}
				>
					<Icon icon={LifeBuoy} size={17} />
					<Message id="delegate.callOperator" />
				</button>
			}
		>
			{onAir ? (
				<OnAirBody
					delegationId={delegationId}
					statement={statement}
					rows={rows}
					acts={acts}
					announcing={announcing}
					onAnnounce={announce}
					mayPledge={mayPledge && statement.kind !== "pointOfOrder"}
					prompter={prompter}
					text={text}
					texts={texts}
					onChoose={chooseText}
				>
					{vote}
				</OnAirBody>
			) : (
				<main className="delegate-body" data-tab={tab}>
					<SeatBanners
						delegationId={delegationId}
						segmentId={segmentId}
						standing={standing}
						rows={rows}
						maySpeak={maySpeak}
					>
						{vote}
					</SeatBanners>
					<section className="column column-side">
						<SideTabs tab={tab} onChange={setTab} />
						<SideColumn tab={tab} place={place} rows={rows} delegationId={delegationId} />
					</section>
					<section className="column column-stack">
						<h2 className="visually-hidden">
							<Message id="audience.hall" />
						</h2>
						<SignedStage>
							<Stage />
						</SignedStage>
						<ChannelRow />
						<MediaNote />
						<ReceptionSelect />
						<NextBrief rows={rows} />
						<div className="under-stage">
							<Documents segmentId={place?.segment.id} />
							<ProgrammeToday />
						</div>
						<TallyLine />
					</section>
					<section className="column column-action">
						<h2 className="visually-hidden">
							<Message id="console.mine" />
						</h2>
						<FloorSection
							delegationId={delegationId}
							place={place}
							rows={rows}
							standing={standing}
							moment={moment}
							acts={acts}
							plan={plan}
							onPlan={setPlan}
							maySpeak={maySpeak}
						/>
						{maySpeak && isNear && <OwnFeed feed="floor" preview room={greenRoom} readyAbove={offersReady} />}
						<ProcedureSection
							delegationId={delegationId}
							procedure={procedure}
							acts={procedureActs}
							maySpeak={maySpeak}
						/>
						{place !== undefined && (
							<MyStatement
								delegationId={delegationId}
								place={place}
								limitMs={"entry" in standing ? limitOf(place.segment, standing.entry) : place.segment.limitMs}
								maySpeak={maySpeak}
							/>
						)}
						<MyPledges delegationId={delegationId} mayPledge={mayPledge} />
						<Initiatives delegationId={delegationId} mayPledge={mayPledge} />
						<MessagesBlock delegationId={delegationId} onOpen={writeTo} />
					</section>
					<PhoneTabs tab={tab} onChange={setTab} />
				</main>
			)}
		</ConsoleShell>
	);
}
