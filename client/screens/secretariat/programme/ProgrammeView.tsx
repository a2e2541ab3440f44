import { useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { inLanguage } from "../../../../shared/conference/common.ts";
import { presentMeeting } from "../../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ListOrdered } from "../../../ui/icons.ts";
import { useNarrow } from "../../../ui/useNarrow.ts";
import { rowShortcuts } from "../parts/rowShortcuts.tsx";
import { SecretariatShell, useAddress } from "../parts/SecretariatShell.tsx";
import { useRowKeys } from "../parts/useRowKeys.ts";
import { Documents } from "./documents/Documents.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { InitiativesSection } from "./initiatives/InitiativesSection.tsx";
import { ListView } from "./list/ListView.tsx";
import { MeetingDetail } from "./MeetingDetail.tsx";
import { MeetingTable } from "./MeetingTable.tsx";
import { NeedsSection } from "./NeedsSection.tsx";
import { RulesDialog } from "./rules/RulesDialog.tsx";

/** The programme with its speakers' lists, and what the United Nations asks for. */
export function ProgrammeView() {
	const { locale } = useSpeech();
	const navigate = useNavigate();
	const address = useAddress();
	const isNarrow = useNarrow();
	const { meetingId: selected = null, segmentId } = useParams();
	const meetings = useSelect((state) => [...state.programme.meetings.values()], sameItems);
	const present = useSelect((state) => presentMeeting(state)?.id);
	const city = useSelect((state) => state.profile.city);
	const ids = meetings.map(({ id }) => id);
	const select = (id: string) => void navigate(address("programme", id), { replace: !isNarrow });
	const keys = useRowKeys({
		ids,
		selected,
		select,
		open: (id) => {
			if (id !== selected) select(id);
			document.getElementById("meeting-detail")?.focus();
		},
	});
	/* Beside a table there is room for a detail: it opens with the meeting that sits or comes next. */
	const [isOpened, setOpened] = useState(selected !== null || isNarrow);
	useEffect(() => {
		if (isOpened || present === undefined) return;
		setOpened(true);
		select(present);
	});
	const meeting = meetings.find(({ id }) => id === selected);
	const segment = meeting?.segments.find(({ id, kind }) => id === segmentId && kind === "statements");
	const [isRulesOpen, setRulesOpen] = useState(false);
	return (
		<SecretariatShell
			view="programme"
			shortcuts={rowShortcuts(keys)}
			detail={
				/* On a phone the detail covers everything, so that a list has the screen for itself. */
				meeting === undefined || (isNarrow && segment !== undefined) ? null : (
					<MeetingDetail
						key={meeting.id}
						meeting={meeting}
						onClose={() => void navigate(address("programme"), { replace: true })}
					/>
				)
			}
		>
			{meeting !== undefined && segment !== undefined ? (
				<ListView key={segment.id} meeting={meeting} segment={segment} />
			) : (
				<>
					<div className="list-head desk-head">
						<h2>
							<Message id="secretariat.meetings" />
						</h2>
						<span className="dim">
							<Message id="programme.timesIn" values={{ city: <bdi>{inLanguage(city, locale)}</bdi> }} />
						</span>
						<span className="desk-head-acts">
							<ExportMenu />
							<Button small icon={ListOrdered} onClick={() => setRulesOpen(true)}>
								<Message id="secretariat.rules" />
							</Button>
						</span>
					</div>
					<MeetingTable meetings={meetings} selected={selected} keys={keys} />
					<NeedsSection />
					<InitiativesSection />
					<Documents meetingId={null} />
				</>
			)}
			{isRulesOpen && <RulesDialog onClose={() => setRulesOpen(false)} />}
		</SecretariatShell>
	);
}
