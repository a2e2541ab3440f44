import { inLanguage } from "../../../shared/conference/common.ts";
import { presentMeeting } from "../../../shared/conference/selectors.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { sameItems, useConference, useSelect } from "../../conference/hooks.ts";
import { useFresh } from "../../features/pledges/useFresh.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, sameDay, shortDate } from "../../i18n/time.ts";
import { UnitBar } from "../../ui/UnitBar.tsx";

const meetingsShown = 4;

/** From the present meeting on, with its times in the host city. */
export function ProgrammeToday() {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const present = useSelect(presentMeeting);
	const meetings = useSelect((state) => {
		const all = [...state.programme.meetings.values()].filter(
			({ kind }) => kind !== "preparatory" && kind !== "sideEvent",
		);
		const first = all.findIndex(({ id }) => id === presentMeeting(state)?.id);
		return all.slice(Math.max(0, first), first + meetingsShown);
	}, sameItems);
	const today = present?.plannedStart ?? null;
	return (
		<section>
			<h3>
				<Message id="delegate.programmeToday" />
			</h3>
			<ul className="programme">
				{meetings.map((meeting) => (
					<li
						key={meeting.id}
						className={meeting === present && meeting.status !== "planned" ? "programme-now" : undefined}
					>
						<time>
							{meeting.plannedStart !== null && (
								<bdi>
									{today === null || sameDay(meeting.plannedStart, today, timeZone)
										? clockTime(meeting.plannedStart, timeZone)
										: shortDate(meeting.plannedStart, timeZone, locale)}
								</bdi>
							)}
						</time>
						<bdi>{inLanguage(meeting.title, locale)}</bdi>
					</li>
				))}
			</ul>
		</section>
	);
}

/** How far the conference has come, unit by unit, with the way to the whole tally. */
export function TallyLine() {
	const { t } = useSpeech();
	const { conferenceId } = useConference();
	const { units, needs } = useSelect(tally);
	const { now } = useFresh();
	const fresh = needs.reduce(
		(sum, { slots }) => sum + slots.filter(({ pledgeId, beyond }) => !beyond && now.has(pledgeId)).length,
		0,
	);
	if (units.required === 0) return null;
	return (
		<div className="tally-line">
			<p>
				<span>
					<Message
						id="delegate.tallyLine"
						values={{
							pledged: units.counted,
							needed: units.required,
							missing: units.open,
							b: (parts) => <b>{parts}</b>,
						}}
					/>
				</span>
				<a className="text-link" href={`/${conferenceId}`} target="_blank" rel="noreferrer">
					<Message id="delegate.openTally" />
				</a>
			</p>
			<UnitBar
				pledged={units.counted}
				needed={units.required}
				fresh={fresh}
				label={t("common.countOfUnits", { count: units.counted, total: units.required })}
			/>
		</div>
	);
}
