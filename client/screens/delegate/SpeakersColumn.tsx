import { useSelect } from "../../conference/hooks.ts";
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
import { List } from "../../ui/icons.ts";

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
	const isEmpty = heard.length + rows.waiting.length === 0 && rows.now === null;
	return (
		<>
			{place.segment.status !== "running" && (
				<p className="list-of">
					<SessionName meeting={place.meeting} />
				</p>
			)}
			{isEmpty && <EmptyList place={place} rows={rows} />}
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
					>
						<bdi>{clockTime(expected.expected, timeZone)}</bdi>
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
	children,
}: {
	number: number;
	id: string;
	look: "done" | "now" | "me" | undefined;
	children: React.ReactNode;
}) {
	return (
		<li
			className={classes(look !== undefined && `speaker-${look}`)}
			aria-current={look === "now" ? "true" : undefined}
		>
			<span className="speaker-number">{number}</span>
			<DelegationName id={id} />
			<span className="speaker-time">{children}</span>
		</li>
	);
}

function EmptyList({ place, rows }: { place: ListPlace; rows: ListRows }) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { status, closesAt } = rows.list;
	if (status === "notOpen")
		return (
			<EmptyState title={<Message id="delegate.listNotOpen" />}>
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
