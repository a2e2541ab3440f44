import { inLanguage } from "../../../shared/conference/common.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { DelegationName } from "../delegations/DelegationName.tsx";
import { MeetingTime } from "./MeetingTime.tsx";
import { SessionName } from "./SessionName.tsx";

/** The meetings of the conference with their times and co-chairs. */
export function ProgrammeList({ headingId }: { headingId: string }) {
	const { locale } = useSpeech();
	const city = useSelect((state) => state.profile.city);
	const meetings = useSelect(
		(state) =>
			[...state.programme.meetings.values()].filter(
				({ kind }) => kind !== "preparatory" && kind !== "sideEvent",
			),
		sameItems,
	);
	return (
		<>
			<h2 id={headingId}>
				<Message id="audience.tabProgramme" />
			</h2>
			<p className="programme-city">
				<Message id="programme.timesIn" values={{ city: <bdi>{inLanguage(city, locale)}</bdi> }} />
			</p>
			<ol className="programme-list">
				{meetings.map((meeting) => (
					<li key={meeting.id} aria-current={isSitting(meeting.status) ? "step" : undefined}>
						<span className="programme-time">
							{isSitting(meeting.status) ? (
								<Message id="programme.inProgress" />
							) : (
								<MeetingTime meeting={meeting} />
							)}
						</span>
						<b>
							<SessionName meeting={meeting} />
						</b>
						{meeting.coChairs.length > 0 && (
							<ul className="programme-chairs">
								{meeting.coChairs.map((id) => (
									<li key={id}>
										<DelegationName id={id} width={24} />
									</li>
								))}
							</ul>
						)}
					</li>
				))}
			</ol>
		</>
	);
}

function isSitting(status: string): boolean {
	return status === "open" || status === "suspended";
}
