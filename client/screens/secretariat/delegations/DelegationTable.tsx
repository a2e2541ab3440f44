import { memo } from "react";
import { useSelect } from "../../../conference/hooks.ts";
import { emblemOf, languageOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Flag } from "../../../ui/Flag.tsx";
import { Status } from "../../../ui/Status.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { type ColumnHead, ColumnHeads } from "../parts/ColumnHeads.tsx";
import type { RowKeys } from "../parts/useRowKeys.ts";
import { type DelegationRow, staffId } from "./delegationRows.ts";

const columns: readonly ColumnHead[] = [
	{ word: "desk.delegation" },
	{ word: "secretariat.kind", className: "cell-optional" },
	{ word: "secretariat.representatives", className: "cell-end" },
	{ word: "secretariat.presence" },
];

/** The delegations of a page, in alphabetical order. */
export function DelegationTable({
	rows,
	present,
	selected,
	keys,
}: {
	rows: readonly DelegationRow[];
	present: ReadonlySet<string>;
	selected: string | null;
	keys: RowKeys;
}) {
	const { t } = useSpeech();
	const stop = rows.some(({ id }) => id === selected) ? selected : rows[0]?.id;
	return (
		<table
			ref={keys.table}
			className="pledge-table dense-table"
			// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
			role="grid"
			aria-label={t("secretariat.delegations")}
		>
			<ColumnHeads columns={columns} />
			<tbody>
				{rows.map((row) => (
					<Row
						key={row.id}
						row={row}
						isPresent={present.has(row.id)}
						isSelected={row.id === selected}
						isStop={row.id === stop}
						keys={keys}
					/>
				))}
			</tbody>
		</table>
	);
}

const Row = memo(function Row({
	row,
	isPresent,
	isSelected,
	isStop,
	keys,
}: {
	row: DelegationRow;
	isPresent: boolean;
	isSelected: boolean;
	isStop: boolean;
	keys: RowKeys;
}) {
	const { locale } = useSpeech();
	const { delegation } = row;
	return (
		<tr
			data-row={row.id}
			className="table-row"
			aria-selected={isSelected}
			tabIndex={isStop ? 0 : -1}
			onClick={() => keys.select(row.id)}
			onKeyDown={(event) => keys.onRowKeyDown(event, row.id)}
		>
			<td className="cell-main">
				<span className="pledge-delegation">
					{delegation !== undefined && <Flag {...emblemOf(delegation)} />}
					<bdi lang={delegation && languageOf(delegation.name, locale)}>{row.name}</bdi>
					<DelegationTags row={row} />
				</span>
			</td>
			<td className="cell-optional">
				<Message id={`delegationkind.${delegation?.kind ?? "staff"}`} />
			</td>
			<td className="cell-end">
				<bdi>{row.representatives.length}</bdi>
			</td>
			<td className="cell-state">
				{row.id !== staffId && (
					<Status tone={isPresent ? "green" : "off"}>
						<Message id={isPresent ? "secretariat.present" : "secretariat.away"} />
					</Status>
				)}
			</td>
		</tr>
	);
});

/** What a delegation is at this conference, beside its kind; and whether a rehearsal put it there. */
export function DelegationTags({ row }: { row: DelegationRow }) {
	const profile = useSelect((state) => state.profile);
	const { delegation } = row;
	if (delegation === undefined) return null;
	return (
		<>
			{delegation.id === profile.host && (
				<Tag tone="blue">
					<Message id="secretariat.host" />
				</Tag>
			)}
			{profile.coChairs.includes(delegation.id) && (
				<Tag tone="blue">
					<Message id="podium.coChair" />
				</Tag>
			)}
			{profile.rehearsal && !delegation.named && (
				<span className="stamp">
					<Message id="secretariat.rehearsal" />
				</span>
			)}
		</>
	);
}
