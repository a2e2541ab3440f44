import type { ReactNode } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import {
	delegationPath,
	figurePath,
	pledgeNumbered,
	pledgePath,
} from "../../../shared/conference/figures.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { sameItems, useConference, useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { amountWords } from "../../features/pledges/amountWords.ts";
import { PledgeParts } from "../../features/pledges/PledgeParts.tsx";
import { pledgeReference } from "../../features/pledges/reference.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, duration, shortDate } from "../../i18n/time.ts";
import { PageFrame } from "./PageFrame.tsx";
import { PledgeTags } from "./PledgeRow.tsx";

/** One public pledge with everything that the public may know of it. `about` is its number. */
export function PledgePage({ about }: { about: string }) {
	const pledge = useSelect((state) => pledgeNumbered(Number(about), state));
	return <PageFrame>{pledge !== undefined && <Whole pledge={pledge} />}</PageFrame>;
}

function Whole({ pledge }: { pledge: Pledge }) {
	const { conferenceId } = useConference();
	return (
		<article className="pledge-page">
			<p className="pledge-page-head">
				<a className="row-delegation" href={delegationPath(conferenceId, pledge.delegationId)}>
					<DelegationName id={pledge.delegationId} width={36} />
				</a>
				<bdi className="row-number" dir="ltr">
					{pledgeReference(pledge.number ?? 0)}
				</bdi>
			</p>
			<h1 dir="auto">{pledge.title}</h1>
			<p className="row-tags">
				<PledgeTags pledge={pledge} />
			</p>
			{pledge.details !== null && (
				<p className="pledge-page-details" dir="auto">
					{pledge.details}
				</p>
			)}
			{pledge.parts.length > 0 && <PledgeParts pledge={pledge} />}
			<Facts pledge={pledge} />
			<Corrections pledge={pledge} />
		</article>
	);
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

function Facts({ pledge }: { pledge: Pledge }) {
	const { conferenceId } = useConference();
	const { t, locale } = useSpeech();
	const need = useSelect((state) => state.needs.needs.get(pledge.needId ?? ""));
	const meeting = useSelect((state) => state.programme.meetings.get(pledge.meetingId ?? ""));
	const category = useSelect((state) => state.profile.categories.find(({ id }) => id === pledge.category));
	const priorities = useSelect(
		(state) => state.profile.priorities.filter(({ id }) => pledge.priorities.includes(id)),
		sameItems,
	);
	const { earlier, matches } = pledge;
	const period = [pledge.availableFrom, pledge.availableTo].map((day) => day ?? "…").join(" – ");
	return (
		<dl className="pledge-page-facts">
			<Fact name={<Message id="rows.announced" />}>
				<When at={pledge.announcedAt} />
				{meeting !== undefined && (
					<>
						{" · "}
						<a href={figurePath(conferenceId, { kind: "session", id: meeting.id })}>
							{inLanguage(meeting.title, locale)}
						</a>
					</>
				)}
				{pledge.second !== null && (
					<>
						{" · "}
						<Message id="rows.atSecond" values={{ time: <bdi>{duration(pledge.second * 1000)}</bdi> }} />
					</>
				)}
			</Fact>
			{pledge.confirmedAt !== null && (
				<Fact name={<Message id="pledge.confirmed" />}>
					<When at={pledge.confirmedAt} />
				</Fact>
			)}
			{pledge.withdrawnAt !== null && (
				<Fact name={<Message id="pledge.withdrawn" />}>
					<When at={pledge.withdrawnAt} />
				</Fact>
			)}
			{pledge.mergedInto !== null && (
				<Fact name={<Message id="pledge.merged" />}>
					<PledgeLink pledgeId={pledge.mergedInto} />
				</Fact>
			)}
			{category !== undefined && (
				<Fact name={<Message id="rows.category" />}>
					<a href={figurePath(conferenceId, { kind: "category", id: category.id })}>
						{inLanguage(category.name, locale)}
					</a>
				</Fact>
			)}
			{need !== undefined && (
				<Fact name={<Message id="rows.need" />}>
					<a href={figurePath(conferenceId, { kind: "need", id: need.id })}>
						<Message
							id="rows.units"
							values={{ count: pledge.quantity, need: <bdi>{inLanguage(need.title, locale)}</bdi> }}
						/>
					</a>
				</Fact>
			)}
			{pledge.amount !== null && (
				<Fact name={<Message id="pledgefact.amount" />}>{amountWords(pledge.amount, locale, t)}</Fact>
			)}
			{earlier !== null && (
				<Fact name={<Message id="pledgefact.earlier" />}>
					{earlier.pledgeId === null ? (
						<bdi>{earlier.reference}</bdi>
					) : (
						<PledgeLink pledgeId={earlier.pledgeId} />
					)}
				</Fact>
			)}
			{matches !== null && (
				<Fact name={<Message id="pledgefact.matches" />}>
					<PledgeLink pledgeId={matches.pledgeId} />
				</Fact>
			)}
			{priorities.length > 0 && (
				<Fact name={<Message id="rows.priorities" />}>
					{priorities.map(({ id, name }, index) => (
						<span key={id}>
							{index > 0 && " · "}
							<a href={figurePath(conferenceId, { kind: "priority", id })}>{inLanguage(name, locale)}</a>
						</span>
					))}
				</Fact>
			)}
			{(pledge.availableFrom !== null || pledge.availableTo !== null) && (
				<Fact name={<Message id="pledgefact.available" />}>
					<bdi dir="ltr">{period}</bdi>
				</Fact>
			)}
			{pledge.readinessDays !== null && (
				<Fact name={<Message id="pledgefact.readiness" />}>
					<Message id="pledgefact.days" values={{ count: pledge.readinessDays }} />
				</Fact>
			)}
			{pledge.offeredTo !== null && (
				<Fact name={<Message id="pledgefact.offeredTo" />}>
					<bdi>{pledge.offeredTo.name}</bdi>
				</Fact>
			)}
			{pledge.conditions !== null && (
				<Fact name={<Message id="pledgefact.conditions" />}>
					<bdi>{pledge.conditions}</bdi>
				</Fact>
			)}
			{pledge.evidence.length > 0 && (
				<Fact name={<Message id="pledgefact.evidence" />}>
					{pledge.evidence.map((link) => (
						<a key={link} href={link} rel="noopener noreferrer nofollow" dir="ltr">
							{link}
						</a>
					))}
				</Fact>
			)}
		</dl>
	);
}

function When({ at }: { at: number | null }) {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	if (at === null) return null;
	return (
		<time dateTime={new Date(at).toISOString()}>
			<bdi>{`${shortDate(at, timeZone, locale)}, ${clockTime(at, timeZone)}`}</bdi>
		</time>
	);
}

/** Another pledge by its words; nothing where it is not public. */
function PledgeLink({ pledgeId }: { pledgeId: string }) {
	const { conferenceId } = useConference();
	const pledge = useSelect((state) => state.pledges.pledges.get(pledgeId));
	if (pledge?.number == null) return null;
	return (
		<a href={pledgePath(conferenceId, pledge.number)}>
			<bdi>{pledge.title}</bdi>
		</a>
	);
}

/** What was corrected stays readable beside what stands now (PL17). */
function Corrections({ pledge }: { pledge: Pledge }) {
	if (pledge.corrections.length === 0) return null;
	return (
		<section className="pledge-corrections">
			<h2>
				<Message id="rows.corrections" />
			</h2>
			<ol>
				{pledge.corrections.map(({ at, reason, before }) => (
					<li key={at}>
						<When at={at} />
						<p dir="auto">{reason}</p>
						<p>
							<s dir="auto">{before.title}</s>
						</p>
					</li>
				))}
			</ol>
		</section>
	);
}
