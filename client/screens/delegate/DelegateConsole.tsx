import { useState } from "react";
import type { Pledge } from "../../../shared/conference/pledges.ts";
import { presentMeeting } from "../../../shared/conference/selectors.ts";
import type { Seat } from "../../../shared/protocol/join.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { PresentMeetingTitle } from "../../features/programme/PresentMeetingTitle.tsx";
import { useListSegment } from "../../features/speakersList/listSegment.ts";
import { useListRows } from "../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Names } from "../../i18n/Name.tsx";
import { ConsoleShell } from "../console/ConsoleShell.tsx";
import type { Shortcut } from "../console/shortcuts.ts";
import { useCommand } from "../console/useCommand.ts";
import { FloorSection } from "./FloorSection.tsx";
import { Initiatives } from "./Initiatives.tsx";
import { MyPledges } from "./MyPledges.tsx";
import { NextBrief } from "./NextBrief.tsx";
import { OnAirActs, YouHaveTheFloor } from "./OnAir.tsx";
import { ownPledges } from "./pledgeStep.ts";
import { PhoneTabs, type SeatTab, SideTabs } from "./SeatTabs.tsx";
import { SideColumn } from "./SideColumn.tsx";
import { Stage } from "./Stage.tsx";
import { ProgrammeToday, TallyLine } from "./UnderStage.tsx";
import { useFloorActs } from "./useFloorActs.ts";
import { useFloorCalls } from "./useFloorCalls.ts";
import { useFloorMoment, useStanding } from "./useFloorMoment.ts";
import { useSpeakPlan } from "./useSpeakPlan.ts";

/** The delegate's console: the list on one side, the hall in the middle, my things on the other. */
export function DelegateConsole({ seat, delegationId }: { seat: Seat; delegationId: string }) {
	const { t } = useSpeech();
	const { run } = useCommand();
	const maySpeak = seat.rights.includes("speak");
	const mayPledge = seat.rights.includes("pledge");
	const [tab, setTab] = useState<SeatTab>("floor");
	const place = useListSegment();
	const rows = useListRows(place?.segment.id);
	const standing = useStanding(delegationId, place, rows, maySpeak);
	const statement = useSelect((state) => state.floor.statement);
	const moment = useFloorMoment(standing, rows, delegationId);
	const [plan, setPlan] = useSpeakPlan(seat);
	const acts = useFloorActs(delegationId, place, standing, plan, maySpeak);
	const cleared = useSelect(
		(state) => ownPledges(state, delegationId).filter((pledge) => pledge.state === "accepted"),
		sameItems,
	);
	useFloorCalls(standing.kind);
	const onAir = standing.kind === "speaking" && statement !== null;
	const announce = (pledge: Pledge) =>
		void run(
			{ type: "announcePledge", pledgeId: pledge.id },
			{ done: { title: t("audience.pledgeAnnounced"), detail: <bdi>{pledge.title}</bdi>, tone: "brass" } },
		);
	const [first] = cleared;
	const shortcuts: readonly Shortcut[] = [
		{
			key: "F",
			label: <Message id="delegate.requestFloor" />,
			run: moment.kind === "request" ? acts.request : undefined,
		},
		{
			key: "A",
			label: <Message id="delegate.announcePledge" />,
			run: onAir && mayPledge && first !== undefined ? () => announce(first) : undefined,
		},
		{ key: "Y", label: <Message id="delegate.yieldFloor" />, run: acts.yieldFloor },
	];
	return (
		<ConsoleShell
			title={<PresentMeetingTitle />}
			detail={<CoChairs />}
			role={<Message id={seat.role === "chair" ? "podium.coChair" : "delegate.role"} />}
			shortcuts={shortcuts}
			onAir={onAir}
		>
			{onAir ? (
				<main className="delegate-body delegate-body-floor">
					<section className="column column-stack">
						<h2 className="visually-hidden">
							<Message id="audience.hall" />
						</h2>
						<Stage mine />
						<NextBrief rows={rows} />
						<TallyLine />
					</section>
					<section className="column column-action">
						<YouHaveTheFloor statement={statement} />
						<OnAirActs
							delegationId={delegationId}
							acts={acts}
							announcing={mayPledge ? cleared : []}
							onAnnounce={announce}
							mayPledge={mayPledge}
						/>
					</section>
				</main>
			) : (
				<main className="delegate-body" data-tab={tab}>
					<section className="column column-side">
						<SideTabs tab={tab} onChange={setTab} />
						<SideColumn tab={tab} place={place} rows={rows} delegationId={delegationId} />
					</section>
					<section className="column column-stack">
						<h2 className="visually-hidden">
							<Message id="audience.hall" />
						</h2>
						<Stage />
						<NextBrief rows={rows} />
						<div className="under-stage">
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
							standing={standing}
							moment={moment}
							acts={acts}
							plan={plan}
							onPlan={setPlan}
						/>
						<MyPledges delegationId={delegationId} mayPledge={mayPledge} />
						<Initiatives delegationId={delegationId} mayPledge={mayPledge} />
					</section>
					<PhoneTabs tab={tab} onChange={setTab} />
				</main>
			)}
		</ConsoleShell>
	);
}

function CoChairs() {
	const { locale } = useSpeech();
	const names = useSelect(
		(state) =>
			(presentMeeting(state)?.coChairs ?? []).map((id) =>
				nameOf(state.delegations.delegations.get(id), id, locale),
			),
		sameItems,
	);
	if (names.length === 0) return null;
	return <Message id="delegate.coChairs" values={{ names: <Names names={names} /> }} />;
}
