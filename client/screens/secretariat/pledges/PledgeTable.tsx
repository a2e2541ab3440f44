import { memo } from "react";
import { emblemOf } from "../../../features/delegations/delegation.ts";
import { useSpeech } from "../../../i18n/intl.tsx";
import { classes } from "../../../ui/classes.ts";
import { Flag } from "../../../ui/Flag.tsx";
import { StateDots } from "../../../ui/StateDots.tsx";
import { type ColumnHead, ColumnHeads } from "../parts/ColumnHeads.tsx";
import { HostTime } from "../parts/HostTime.tsx";
import type { RowKeys } from "../parts/useRowKeys.ts";
import type { PledgeRow } from "./pledgeRows.ts";

const columns: readonly ColumnHead[] = [
	{ word: "desk.reference" },
	{ word: "desk.delegation" },
	{ word: "desk.pledge" },
	{ word: "desk.closesGapIn", className: "cell-optional" },
	{ word: "desk.units", className: "cell-end" },
	{ word: "desk.changed", className: "cell-optional" },
	{ word: "desk.state" },
];

/** The pledges of a page. A row is the unit of focus and of choice; its detail stands beside the table. */
export function PledgeTable({
	rows,
	selected,
	fresh,
	keys,
}: {
	rows: readonly PledgeRow[];
	selected: string | null;
	/** Pledges announced in the last seconds. */
	fresh: ReadonlySet<string>;
	keys: RowKeys;
}) {
	const { t } = useSpeech();
	const stop = rows.some(({ pledge }) => pledge.id === selected) ? selected : rows[0]?.pledge.id;
	return (
		// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
		<table ref={keys.table} className="pledge-table" role="grid" aria-label={t("desk.title")}>
			<ColumnHeads columns={columns} />
			<tbody>
				{rows.map((row) => (
					<Row
						key={row.pledge.id}
						row={row}
						isSelected={row.pledge.id === selected}
						isStop={row.pledge.id === stop}
						isFresh={fresh.has(row.pledge.id)}
						keys={keys}
					/>
				))}
			</tbody>
		</table>
	);
}

/** Memoised: among thousands of pledges an event renders the one row that it changed. */
const Row = memo(function Row({
	row,
	isSelected,
	isStop,
	isFresh,
	keys,
}: {
	row: PledgeRow;
	isSelected: boolean;
	/** Where Tab enters the table. */
	isStop: boolean;
	isFresh: boolean;
	keys: RowKeys;
}) {
	const { pledge, delegation } = row;
	return (
		<tr
			data-row={pledge.id}
			className={classes("table-row", isFresh && "row-fresh")}
			aria-selected={isSelected}
			tabIndex={isStop ? 0 : -1}
			onClick={() => keys.select(pledge.id)}
			onKeyDown={(event) => keys.onRowKeyDown(event, pledge.id)}
		>
			<td className="cell-reference numeric dim">
				<bdi dir="ltr">{row.reference}</bdi>
			</td>
			<td className="cell-delegation">
				<span className="pledge-delegation">
					<Flag {...emblemOf(delegation)} />
					<bdi>{row.delegationName}</bdi>
				</span>
			</td>
			<td className="pledge-text cell-main">
				<bdi dir="auto">{pledge.title}</bdi>
			</td>
			<td className="cell-optional cell-need">{row.needTitle !== null && <bdi>{row.needTitle}</bdi>}</td>
			<td className="cell-end cell-units">{pledge.quantity > 0 && <bdi>{pledge.quantity}</bdi>}</td>
			<td className="cell-optional cell-changed numeric dim nowrap">
				<HostTime at={row.changedAt} />
			</td>
			<td className="cell-state">
				<StateDots step={row.step} />
			</td>
		</tr>
	);
});
