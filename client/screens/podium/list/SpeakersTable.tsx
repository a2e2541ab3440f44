import { useState } from "react";
import { Button as DragButton } from "react-aria-components/Button";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components/Table";
import { DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import type { Level } from "../../../../shared/conference/common.ts";
import { limitOf } from "../../../../shared/conference/selectors.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../../features/delegations/delegation.ts";
import type { ListPlace } from "../../../features/speakersList/listSegment.ts";
import { usePersonNames } from "../../../features/speakersList/person.ts";
import type { ListRows, Waiting } from "../../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { clockTime, duration } from "../../../i18n/time.ts";
import { classes } from "../../../ui/classes.ts";
import { Flag } from "../../../ui/Flag.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { GripVertical } from "../../../ui/icons.ts";
import { RankBadge } from "../../../ui/RankBadge.tsx";
import { type Move, MoveDialog } from "../dialogs/MoveDialog.tsx";
import { EntryMenu } from "./EntryMenu.tsx";
import { placeBefore } from "./placeBefore.ts";
import { useMovedLately } from "./useMovedLately.ts";

const nextShown = 3;

/** Who waits, in the order in which they will be called. Moved by dragging, with the keyboard, or by menu. */
export function SpeakersTable({
	place,
	rows,
	mayMove,
}: {
	place: ListPlace;
	rows: ListRows;
	/** This chair presides over the meeting of the list. */
	mayMove: boolean;
}) {
	const { t, locale } = useSpeech();
	const [move, setMove] = useState<Move | null>(null);
	const delegations = useSelect((state) => state.delegations.delegations);
	const moved = useMovedLately(rows.waiting);
	const segmentId = place.segment.id;
	const { dragAndDropHooks } = useDragAndDrop({
		getItems: (keys) =>
			[...keys].map((key) => {
				const id = rows.list.entries.get(String(key))?.delegationId ?? "";
				return { "text/plain": nameOf(delegations.get(id), id, locale) };
			}),
		onReorder({ keys, target }) {
			const [key] = keys;
			if (key === undefined) return;
			const before = placeBefore(rows.list.order, String(key), String(target.key), target.dropPosition);
			if (before !== undefined) setMove({ segmentId, entryId: String(key), before });
		},
		renderDropIndicator: (target) => <DropIndicator target={target} className="drop-indicator" />,
	});
	return (
		<>
			<Table
				// A table that can be rearranged is another one, with other hooks, than a table that is read.
				key={mayMove ? "moves" : "reads"}
				aria-label={t("podium.speakersList")}
				className="speakers-table"
				disabledBehavior="selection"
				{...(mayMove ? { dragAndDropHooks } : {})}
			>
				<TableHeader>
					<Column className="cell-number">
						<span className="visually-hidden">{t("podium.place")}</span>
					</Column>
					<Column isRowHeader>{t("podium.delegation")}</Column>
					<Column className="cell-optional">{t("podium.rank")}</Column>
					<Column className="cell-optional">{t("podium.onBehalfOf")}</Column>
					<Column className="cell-end cell-optional">{t("podium.limit")}</Column>
					<Column className="cell-end">{t("podium.expected")}</Column>
					<Column className="cell-handle">
						<span className="visually-hidden">{t("podium.changeEntry")}</span>
					</Column>
				</TableHeader>
				<TableBody
					items={rows.waiting.map((waiting) => ({ ...waiting, id: waiting.entry.id }))}
					dependencies={[moved, mayMove, rows.made, locale]}
				>
					{(waiting) => (
						<EntryRow
							key={waiting.entry.id}
							waiting={waiting}
							number={rows.made + waiting.place + 1}
							limitMs={limitOf(place.segment, waiting.entry)}
							isMoved={moved.has(waiting.entry.id)}
							mayMove={mayMove}
							menu={
								<EntryMenu segmentId={segmentId} waiting={waiting} order={rows.list.order} onMove={setMove} />
							}
						/>
					)}
				</TableBody>
			</Table>
			{move !== null && <MoveDialog move={move} onClose={() => setMove(null)} />}
		</>
	);
}

function EntryRow({
	waiting,
	number,
	limitMs,
	isMoved,
	mayMove,
	menu,
}: {
	waiting: Waiting;
	number: number;
	limitMs: number;
	isMoved: boolean;
	mayMove: boolean;
	menu: React.ReactNode;
}) {
	const { t, locale } = useSpeech();
	const { entry, place, expected } = waiting;
	const nameOfPerson = usePersonNames();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const delegation = useSelect((state) => state.delegations.delegations.get(entry.delegationId));
	const name = nameOf(delegation, entry.delegationId, locale);
	const person = nameOfPerson(entry.speakerId);
	return (
		<Row
			id={entry.id}
			textValue={name}
			className={classes(place < nextShown && "row-next", place === 0 && "row-first", isMoved && "row-moved")}
		>
			<Cell className="cell-number">{number}</Cell>
			<Cell>
				<div className="cell-delegation">
					<Flag {...emblemOf(delegation)} width={30} />
					<span>
						<bdi>{name}</bdi>
						<Beside waiting={waiting} title={place < nextShown ? person?.title : undefined} />
					</span>
				</div>
			</Cell>
			<Cell className="cell-optional">
				{entry.level !== null && <RankBadge level={entry.level satisfies Level} />}
			</Cell>
			<Cell className="cell-optional dim">{entry.onBehalfOf !== null && <bdi>{entry.onBehalfOf}</bdi>}</Cell>
			<Cell className="cell-end cell-optional">
				<bdi>{duration(limitMs)}</bdi>
			</Cell>
			<Cell className="cell-end">
				<bdi>{clockTime(expected.expected, timeZone)}</bdi>
			</Cell>
			<Cell className="cell-acts">
				{mayMove && (
					<div className="entry-acts">
						{menu}
						<DragButton
							slot="drag"
							className="drag-handle"
							aria-label={t("podium.drag", { delegation: name })}
						>
							<Icon icon={GripVertical} />
						</DragButton>
					</div>
				)}
			</Cell>
		</Row>
	);
}

/** Under the name: the speaker's title, and why the entry stands where it stands (SL6). */
function Beside({ waiting, title }: { waiting: Waiting; title: string | undefined }) {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { moved, lateReason } = waiting.entry;
	const mover = useSelect((state) => state.delegations.delegations.get(moved?.byDelegation ?? ""));
	return (
		<>
			{title !== undefined && (
				<small>
					<bdi>{title}</bdi>
				</small>
			)}
			{moved !== null && (
				<small>
					<Message
						id={moved.byDelegation === null ? "podium.movedAt" : "podium.movedBy"}
						values={{
							time: <bdi>{clockTime(moved.at, timeZone)}</bdi>,
							delegation: <bdi>{nameOf(mover, moved.byDelegation ?? "", locale)}</bdi>,
							reason: <bdi>{moved.reason ?? ""}</bdi>,
						}}
					/>
				</small>
			)}
			{lateReason !== null && (
				<small>
					<Message id="podium.addedBecause" values={{ reason: <bdi>{lateReason}</bdi> }} />
				</small>
			)}
		</>
	);
}
