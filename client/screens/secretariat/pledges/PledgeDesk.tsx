import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useFresh } from "../../../features/pledges/useFresh.ts";
import { Message } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import type { Shortcut } from "../../../ui/shortcuts.ts";
import { useNarrow } from "../../../ui/useNarrow.ts";
import { Pager, pageSize } from "../parts/Pager.tsx";
import { rowShortcuts } from "../parts/rowShortcuts.tsx";
import { SecretariatShell, useAddress } from "../parts/SecretariatShell.tsx";
import { useRowKeys } from "../parts/useRowKeys.ts";
import { useStableOrder } from "../parts/useStableOrder.ts";
import { ImportPledgesDialog } from "./ImportPledgesDialog.tsx";
import { PledgeDetail } from "./PledgeDetail.tsx";
import { PledgeFilters } from "./PledgeFilters.tsx";
import { PledgePipeline } from "./PledgePipeline.tsx";
import { PledgeTable } from "./PledgeTable.tsx";
import { countSteps, everything, filterRows, type PledgeFilter } from "./pledgeRows.ts";
import { RatesDialog } from "./RatesDialog.tsx";
import { usePledgeActs } from "./usePledgeActs.tsx";
import { usePledgeRows } from "./usePledgeRows.ts";

/** The pledge desk: every pledge from its submission to its confirmation, a table first. */
export function PledgeDesk() {
	const navigate = useNavigate();
	const address = useAddress();
	const isNarrow = useNarrow();
	const selected = useParams().pledgeId ?? null;
	const [filter, setFilter] = useState<PledgeFilter>(everything);
	const [page, setPage] = useState(0);
	const [opened, setOpened] = useState<"import" | "rates" | null>(null);

	const rows = usePledgeRows();
	const { now: fresh } = useFresh();
	const byId = useMemo(() => new Map(rows.map((row) => [row.pledge.id, row])), [rows]);
	const counts = useMemo(() => countSteps(rows), [rows]);
	const asked = useDeferredValue(filter);
	const live = useMemo(() => filterRows(rows, asked).map(({ pledge }) => pledge.id), [rows, asked]);
	const order = useStableOrder(live, JSON.stringify(asked), selected !== null || page > 0);
	const shown = useMemo(() => order.ids.flatMap((id) => byId.get(id) ?? []), [order.ids, byId]);
	const pages = Math.max(1, Math.ceil(shown.length / pageSize));
	const here = Math.min(page, pages - 1);

	const change = (part: Partial<PledgeFilter>) => {
		setFilter((before) => ({ ...before, ...part }));
		setPage(0);
	};
	const select = (id: string) => {
		const place = order.ids.indexOf(id);
		if (place !== -1) setPage(Math.floor(place / pageSize));
		// On a phone the sheet is a page of its own, which "back" closes.
		void navigate(address("pledges", id), { replace: !isNarrow });
	};
	const close = () => void navigate(address("pledges"), { replace: true });
	const keys = useRowKeys({
		ids: order.ids,
		selected,
		select,
		open: (id) => {
			if (id !== selected) select(id);
			document.getElementById("pledge-detail")?.focus();
		},
	});
	useFirstRow(selected, order.ids[0], isNarrow, select);

	const row = selected === null ? undefined : byId.get(selected);
	const acts = usePledgeActs(row);
	const shortcuts: Shortcut[] = [...rowShortcuts(keys), ...acts.shortcuts];
	return (
		<SecretariatShell
			view="pledges"
			shortcuts={shortcuts}
			detail={
				row === undefined ? null : <PledgeDetail key={row.pledge.id} row={row} acts={acts} onClose={close} />
			}
		>
			<PledgePipeline counts={counts} step={filter.step} onStep={(step) => change({ step })} />
			<PledgeFilters
				filter={filter}
				counts={counts}
				onFilter={change}
				onRates={() => setOpened("rates")}
				onImport={() => setOpened("import")}
				shown={shown}
			/>
			{shown.length === 0 ? (
				<Empty hasPledges={rows.length > 0} />
			) : (
				<PledgeTable
					rows={shown.slice(here * pageSize, (here + 1) * pageSize)}
					selected={selected}
					fresh={fresh}
					keys={keys}
				/>
			)}
			<Pager page={here} pages={pages} onPage={setPage}>
				<Message id="desk.shown" values={{ count: shown.length, total: rows.length }} />
			</Pager>
			{order.arrivals > 0 && (
				<Button
					small
					wide
					className="desk-arrivals"
					onClick={() => {
						order.refresh();
						setPage(0);
					}}
				>
					<Message id="desk.arrivals" values={{ count: order.arrivals }} />
				</Button>
			)}
			{acts.dialog}
			{opened === "import" && <ImportPledgesDialog onClose={() => setOpened(null)} />}
			{opened === "rates" && <RatesDialog onClose={() => setOpened(null)} />}
		</SecretariatShell>
	);
}

/** Beside a table there is room for a detail, so the desk opens with its first row. Once only. */
function useFirstRow(
	selected: string | null,
	first: string | undefined,
	isNarrow: boolean,
	select: (id: string) => void,
) {
	const [isDone, setDone] = useState(selected !== null || isNarrow);
	useEffect(() => {
		if (isDone || first === undefined) return;
		setDone(true);
		select(first);
	}, [isDone, first, select]);
}

function Empty({ hasPledges }: { hasPledges: boolean }) {
	if (hasPledges)
		return (
			<EmptyState title={<Message id="desk.emptyTable" />}>
				<Message id="desk.emptyTableNext" />
			</EmptyState>
		);
	return (
		<EmptyState title={<Message id="desk.empty" />}>
			<Message id="desk.emptyNext" />
		</EmptyState>
	);
}
