import { memo, useMemo, useState } from "react";
import { Button as DragButton } from "react-aria-components/Button";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components/Table";
import { type DragAndDropOptions, DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { TableLayout, Virtualizer } from "react-aria-components/Virtualizer";
import { listOf } from "../../../../shared/conference/selectors.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../../features/delegations/delegation.ts";
import type { ListPlace } from "../../../features/speakersList/listSegment.ts";
import type { ListRows } from "../../../features/speakersList/rows.ts";
import { useSpeech } from "../../../i18n/intl.tsx";
import { clockTime, duration } from "../../../i18n/time.ts";
import { classes } from "../../../ui/classes.ts";
import { Flag } from "../../../ui/Flag.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { GripVertical } from "../../../ui/icons.ts";
import { RankBadge } from "../../../ui/RankBadge.tsx";
import { useNarrow } from "../../../ui/useNarrow.ts";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";
import { useNames } from "../useNames.ts";
import { EntryMenu } from "./EntryMenu.tsx";
import { Behalf, Beside } from "./EntryWords.tsx";
import { ExpectedTimesProvider, useExpectedTime, useExpectedTimes } from "./expectedTimes.ts";
import { FocusedEntry, FocusedEntryProvider } from "./focusedEntry.ts";
import { placeBefore } from "./placeBefore.ts";
import { useMovedLately } from "./useMovedLately.ts";
import { type TableRow, useTableRows } from "./useTableRows.ts";

const nextShown = 3;

/** From so many entries on only the rows in sight are drawn, and the list scrolls by itself. */
const longFrom = 60;
const layoutOptions = { estimatedRowHeight: 39, headingHeight: 28 };

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
	const [focused] = useState(() => new FocusedEntry());
	const moved = useMovedLately(rows.waiting);
	const items = useTableRows(rows, place.segment, moved);
	const times = useExpectedTimes(rows.waiting);
	return (
		// The row that the keyboard is on says why it stands there; a pointer has the menu for that.
		// biome-ignore lint/a11y/noStaticElementInteractions: it listens to the focus of its rows and is no control
		<div
			onFocus={({ target }) => focused.set(target.matches(":focus-visible") ? keyOf(target) : null)}
			onBlur={() => focused.set(null)}
		>
			<ExpectedTimesProvider value={times}>
				<FocusedEntryProvider value={focused}>
					<EntriesTable items={items} segmentId={place.segment.id} mayMove={mayMove} />
				</FocusedEntryProvider>
			</ExpectedTimesProvider>
		</div>
	);
}

function keyOf(element: Element): string | null {
	return element.closest("[data-key]:is([role=row])")?.getAttribute("data-key") ?? null;
}

const renderDropIndicator: DragAndDropOptions["renderDropIndicator"] = (target) => (
	<DropIndicator target={target} className="drop-indicator" />
);

/** Drawn again only when a row changes: what happens elsewhere in the meeting leaves it alone. */
const EntriesTable = memo(function EntriesTable({
	items,
	segmentId,
	mayMove,
}: {
	items: readonly TableRow[];
	segmentId: string;
	mayMove: boolean;
}) {
	const { t, locale } = useSpeech();
	const client = useConference();
	const open = usePodiumDialog();
	const name = useNames();
	const isLong = items.length >= longFrom;
	const isNarrow = useNarrow();
	const optional = isNarrow ? 0 : undefined;
	// The same options each time: new ones would make every row draw itself again.
	const options = useMemo(
		(): DragAndDropOptions => ({
			getItems: (keys) =>
				[...keys].map((key) => {
					const entry = listOf(client.state(), segmentId).entries.get(String(key));
					return { "text/plain": name(entry?.delegationId ?? "") };
				}),
			onReorder({ keys, target }) {
				const [key] = keys;
				if (key === undefined) return;
				const { order } = listOf(client.state(), segmentId);
				const before = placeBefore(order, String(key), String(target.key), target.dropPosition);
				if (before !== undefined) open({ kind: "move", move: { segmentId, entryId: String(key), before } });
			},
			renderDropIndicator,
		}),
		[client, segmentId, name, open],
	);
	const { dragAndDropHooks } = useDragAndDrop(options);
	const table = (
		<Table
			// A table that can be rearranged is another one, with other hooks, than a table that is read.
			key={`${mayMove ? "moves" : "reads"} ${isLong}`}
			aria-label={t("podium.speakersList")}
			className={classes("speakers-table", isLong && "speakers-table-long")}
			disabledBehavior="selection"
			{...(mayMove ? { dragAndDropHooks } : {})}
		>
			<TableHeader>
				<Column className="cell-number" width={44}>
					<span className="visually-hidden">{t("podium.place")}</span>
				</Column>
				<Column isRowHeader minWidth={120}>
					{t("podium.delegation")}
				</Column>
				<Column className="cell-optional" width={optional ?? 64}>
					{t("podium.rank")}
				</Column>
				<Column className="cell-optional" width={optional ?? 150}>
					{t("podium.onBehalfOf")}
				</Column>
				<Column className="cell-end cell-optional" width={optional ?? 68}>
					{t("podium.limit")}
				</Column>
				<Column className="cell-end" width={72}>
					{t("podium.expected")}
				</Column>
				<Column className="cell-handle" width={isNarrow ? 48 : 124}>
					<span className="visually-hidden">{t("podium.changeEntry")}</span>
				</Column>
			</TableHeader>
			<TableBody items={items} dependencies={[mayMove, locale, segmentId]}>
				{(row) => <EntryRow row={row} segmentId={segmentId} mayMove={mayMove} />}
			</TableBody>
		</Table>
	);
	if (!isLong) return table;
	return (
		<Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
			{table}
		</Virtualizer>
	);
});

const EntryRow = memo(function EntryRow({
	row,
	segmentId,
	mayMove,
}: {
	row: TableRow;
	segmentId: string;
	mayMove: boolean;
}) {
	const { t, locale } = useSpeech();
	const { entry, rank } = row;
	const timeZone = useSelect((state) => state.profile.timeZone);
	const delegation = useSelect((state) => state.delegations.delegations.get(entry.delegationId));
	const name = nameOf(delegation, entry.delegationId, locale);
	const isNext = rank < nextShown;
	return (
		<Row
			id={entry.id}
			textValue={name}
			className={classes(isNext && "row-next", rank === 0 && "row-first", row.isMoved && "row-moved")}
		>
			<Cell className="cell-number">{row.number}</Cell>
			<Cell>
				<div className="cell-delegation">
					<Flag {...emblemOf(delegation)} width={30} />
					<span>
						<bdi>{name}</bdi>
						<Beside entry={entry} segmentId={segmentId} isNext={isNext} />
					</span>
				</div>
			</Cell>
			<Cell className="cell-optional">{entry.level !== null && <RankBadge level={entry.level} />}</Cell>
			<Cell className="cell-optional cell-behalf">
				<Behalf entry={entry} />
			</Cell>
			<Cell className="cell-end cell-optional">
				<bdi>{duration(row.limitMs)}</bdi>
			</Cell>
			<Cell className="cell-end">
				<Expected entryId={entry.id} timeZone={timeZone} />
			</Cell>
			<Cell className="cell-acts">
				{mayMove && (
					<div className="entry-acts">
						<EntryMenu segmentId={segmentId} entry={entry} name={name} />
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
});

/** About when the entry is called, with its range for whoever points at it or hears it. */
function Expected({ entryId, timeZone }: { entryId: string; timeZone: string }) {
	const { t } = useSpeech();
	const expected = useExpectedTime(entryId);
	if (expected === undefined) return null;
	const time = (at: number) => clockTime(at, timeZone);
	const range = t("podium.expectedBetween", {
		time: time(expected.expected),
		earliest: time(expected.earliest),
		latest: time(expected.latest),
	});
	return (
		<span title={range}>
			<bdi aria-hidden="true">{time(expected.expected)}</bdi>
			<span className="visually-hidden">{range}</span>
		</span>
	);
}
