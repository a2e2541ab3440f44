import { raisedHands } from "../../../shared/conference/hands.ts";
import type { Entry } from "../../../shared/conference/speakersList.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { nameOf } from "../../features/delegations/delegation.ts";
import { SessionName } from "../../features/programme/SessionName.tsx";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Hand, List } from "../../ui/icons.ts";

const heardShown = 3;

/** The list as everybody in the hall sees it: the last heard, who speaks, who waits and about when. */
export function SpeakersColumn({
	place,
	rows,
	delegationId,
}: {
	place: ListPlace | undefined;
	rows: ListRows;
	delegationId: string;
}) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	if (place === undefined)
		return (
			<EmptyState title={<Message id="delegate.noList" />}>
				<Message id="delegate.noListNext" />
			</EmptyState>
		);
	const heard = rows.heard.slice(-heardShown);
	const isHands = place.segment.mode === "requests" && place.segment.status === "running";
	// Nobody of the list is called, and so nobody can be told when.
	const isList = place.segment.mode === "list" || place.segment.status !== "running";
	const isEmpty = heard.length + rows.waiting.length === 0 && rows.now === null;
	return (
		<>
			{place.segment.status !== "running" && (
				<p className="list-of">
					<SessionName meeting={place.meeting} />
				</p>
			)}
			{isEmpty && <EmptyList place={place} rows={rows} />}
			{isHands && <RaisedHands segmentId={place.segment.id} delegationId={delegationId} />}
			<ol className="speakers">
				{heard.map((statement, index) => (
					<Row
						key={statement.id}
						number={rows.heard.length - heard.length + index + 1}
						id={statement.delegationId}
						look="done"
					>
						<Message id="delegate.heard" />
					</Row>
				))}
				{rows.now !== null && (
					<Row number={rows.made} id={rows.now.delegationId} look="now">
						<Message id="delegate.speaking" />
					</Row>
				)}
				{rows.waiting.map(({ entry, place: index, expected }) => (
					<Row
						key={entry.id}
						number={rows.made + index + 1}
						id={entry.delegationId}
						look={entry.delegationId === delegationId ? "me" : undefined}
						mark={<EntryMark entry={entry} />}
					>
						{isList && <bdi>{clockTime(expected.expected, timeZone)}</bdi>}
					</Row>
				))}
			</ol>
			{!isEmpty && <ListNote rows={rows} delegationId={delegationId} />}
		</>
	);
}

function Row({
	number,
	id,
	look,
	mark,
	children,
}: {
	number: number;
	id: string;
	look: "done" | "now" | "me" | undefined;
	mark?: React.ReactNode;
	children: React.ReactNode;
}) {
	return (
		<li
			className={classes(look !== undefined && `speaker-${look}`)}
			aria-current={look === "now" ? "true" : undefined}
		>
			<span className="speaker-number">{number}</span>
			<DelegationName id={id} />
			{mark}
			<span className="speaker-time">{children}</span>
		</li>
	);
}

/** What everybody should know about a place: for whom it is, that it was exchanged, that its delegation was not there. */
function EntryMark({ entry }: { entry: Entry }) {
	const { locale } = useSpeech();
	const delegations = useSelect((state) => state.delegations.delegations);
	const { absentAt, swapped, onBehalfOf, jointly } = entry;
	if (absentAt === null && swapped === null && onBehalfOf === null && jointly.length === 0) return null;
	const other = swapped?.withDelegation ?? "";
	return (
		<small className="speaker-mark">
			{onBehalfOf !== null && (
				<span>
					<Message id="delegate.markGroup" values={{ group: <bdi>{onBehalfOf}</bdi> }} />
				</span>
			)}
			{jointly.length > 0 && (
				<span>
					<Message id="delegate.markJointly" values={{ count: jointly.length }} />
				</span>
			)}
			{swapped !== null && (
				<span>
					<Message
						id="delegate.markSwapped"
						values={{ delegation: <bdi>{nameOf(delegations.get(other), other, locale)}</bdi> }}
					/>
				</span>
			)}
			{absentAt !== null && (
				<span>
					<Message id="delegate.markAbsent" />
				</span>
			)}
		</small>
	);
}

/** In a discussion: whose hand is up, in the order in which they were raised. */
function RaisedHands({ segmentId, delegationId }: { segmentId: string; delegationId: string }) {
	const hands = useSelect((state) => raisedHands(state, segmentId), sameItems);
	return (
		<section className="raised-hands">
			<h2>
				<Message id="delegate.raisedHands" />
			</h2>
			{hands.length === 0 ? (
				<p className="dim small">
					<Message id="delegate.noHands" />
				</p>
			) : (
				<ol className="speakers">
					{hands.map((hand, index) => (
						<Row
							key={hand.id}
							number={index + 1}
							id={hand.delegationId}
							look={hand.delegationId === delegationId ? "me" : undefined}
						>
							<Icon icon={Hand} size={16} />
						</Row>
					))}
				</ol>
			)}
			<h2>
				<Message id="delegate.listKept" />
			</h2>
		</section>
	);
}

function EmptyList({ place, rows }: { place: ListPlace; rows: ListRows }) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { status, closesAt } = rows.list;
	if (status === "notOpen")
		return (
			<EmptyState title={<Message id="delegate.listNotOpen" />}>
				{rows.list.opensAt !== null && (
					<>
						<Message
							id="delegate.listOpensAt"
							values={{ time: <bdi>{clockTime(rows.list.opensAt, timeZone)}</bdi> }}
						/>{" "}
					</>
				)}
				<SessionName meeting={place.meeting} />
			</EmptyState>
		);
	return (
		<EmptyState title={<Message id={status === "closed" ? "podium.emptyListClosed" : "podium.emptyList"} />}>
			{closesAt !== null && (
				<Message id="podium.emptyListNext" values={{ time: <bdi>{clockTime(closesAt, timeZone)}</bdi> }} />
			)}
		</EmptyState>
	);
}

/** Under the list: until when one may ask, and whether this delegation has. */
function ListNote({ rows, delegationId }: { rows: ListRows; delegationId: string }) {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const delegation = useSelect((state) => state.delegations.delegations.get(delegationId));
	const { status, closesAt } = rows.list;
	const isIn =
		rows.waiting.some(({ entry }) => entry.delegationId === delegationId) ||
		rows.heard.some((each) => each.delegationId === delegationId) ||
		rows.now?.delegationId === delegationId;
	return (
		<p className="list-note">
			<Icon icon={List} size={17} />
			<span>
				{status === "closed" && <Message id="delegate.listIsClosed" />}
				{status === "notOpen" && <Message id="delegate.listIsNotOpen" />}
				{(status === "open" || status === "closing") &&
					(closesAt === null ? (
						<Message id="delegate.listIsOpen" />
					) : (
						<Message
							id="delegate.listOpenUntil"
							values={{ time: <bdi>{clockTime(closesAt, timeZone)}</bdi> }}
						/>
					))}{" "}
				{!isIn && (
					<Message
						id="delegate.notOnList"
						values={{ delegation: <bdi>{nameOf(delegation, delegationId, locale)}</bdi> }}
					/>
				)}
			</span>
		</p>
	);
}
