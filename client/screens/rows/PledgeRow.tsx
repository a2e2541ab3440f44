import { inLanguage } from "../../../shared/conference/common.ts";
import { delegationPath, pledgePath } from "../../../shared/conference/figures.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { isWhole } from "../../../shared/conference/tally.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { pledgeReference } from "../../features/pledges/reference.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, shortDate } from "../../i18n/time.ts";
import { Tag } from "../../ui/Tag.tsx";

/** One public pledge in a list: its number, whose it is, what it says, and what is particular about it. */
export function PledgeRow({ pledge }: { pledge: Pledge }) {
	const { conferenceId } = useConference();
	const { locale } = useSpeech();
	const need = useSelect((state) => state.needs.needs.get(pledge.needId ?? ""));
	const meeting = useSelect((state) => state.programme.meetings.get(pledge.meetingId ?? ""));
	const timeZone = useSelect((state) => state.profile.timeZone);
	const at = pledge.announcedAt ?? 0;
	return (
		<li className="row-pledge">
			<a className="row-number" href={pledgePath(conferenceId, pledge.number ?? 0)}>
				<bdi dir="ltr">{pledgeReference(pledge.number ?? 0)}</bdi>
			</a>
			<a className="row-delegation" href={delegationPath(conferenceId, pledge.delegationId)}>
				<DelegationName id={pledge.delegationId} />
			</a>
			<p className="row-title">
				<a href={pledgePath(conferenceId, pledge.number ?? 0)}>
					<bdi>{pledge.title}</bdi>
				</a>
			</p>
			<p className="row-facts">
				<time dateTime={new Date(at).toISOString()}>
					<bdi>{`${shortDate(at, timeZone, locale)}, ${clockTime(at, timeZone)}`}</bdi>
				</time>
				{meeting !== undefined && <span>{inLanguage(meeting.shortTitle, locale)}</span>}
				{need !== undefined && (
					<span>
						<Message
							id="rows.units"
							values={{ count: pledge.quantity, need: <bdi>{inLanguage(need.title, locale)}</bdi> }}
						/>
					</span>
				)}
			</p>
			<span className="row-tags">
				<PledgeTags pledge={pledge} />
			</span>
		</li>
	);
}

/** What a reader must know before counting it. */
export function PledgeTags({ pledge }: { pledge: Pledge }) {
	const { state } = pledge;
	return (
		<>
			{(state === "confirmed" || state === "withdrawn" || state === "merged") && (
				<Tag tone={state === "confirmed" ? "green" : undefined}>
					<Message id={`pledge.${state}`} />
				</Tag>
			)}
			{pledge.announcement === "writing" && (
				<Tag>
					<Message id="rows.inWriting" />
				</Tag>
			)}
			{pledge.kind !== "new" && (
				<Tag>
					<Message id={`pledgekind.${pledge.kind}`} />
				</Tag>
			)}
			{pledge.form !== "unilateral" && (
				<Tag>
					<Message id={`pledgeformkind.${pledge.form}`} />
				</Tag>
			)}
			{!isWhole(pledge) && (
				<Tag tone="brass">
					<Message id="rows.partMissing" />
				</Tag>
			)}
			{pledge.corrections.length > 0 && (
				<Tag>
					<Message id="rows.corrected" />
				</Tag>
			)}
		</>
	);
}
