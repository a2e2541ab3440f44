import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { delegationKinds } from "../../../../shared/conference/definition.ts";
import { useDirectory, usePresence, useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useNarrow } from "../../../ui/useNarrow.ts";
import { FilterSelect } from "../parts/FilterSelect.tsx";
import { Pager, pageSize } from "../parts/Pager.tsx";
import { rowShortcuts } from "../parts/rowShortcuts.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import { SecretariatShell, useAddress } from "../parts/SecretariatShell.tsx";
import { useRowKeys } from "../parts/useRowKeys.ts";
import { useStableOrder } from "../parts/useStableOrder.ts";
import { DelegationDetail } from "./DelegationDetail.tsx";
import { DelegationTable } from "./DelegationTable.tsx";
import { type DelegationFilter, delegationRows, filterDelegations } from "./delegationRows.ts";

/** Who takes part: all delegations, their representatives and how these sign in. */
export function DelegationsView() {
	const { t, locale } = useSpeech();
	const navigate = useNavigate();
	const address = useAddress();
	const isNarrow = useNarrow();
	const selected = useParams().delegationId ?? null;
	const delegations = useSelect((state) => state.delegations);
	const directory = useDirectory();
	const present = usePresence();
	const [filter, setFilter] = useState<DelegationFilter>({ search: "", kind: "", presence: "" });
	const [page, setPage] = useState(0);

	const staff = t("secretariat.staff");
	const rows = useMemo(
		() => delegationRows(delegations, directory, staff, locale),
		[delegations, directory, staff, locale],
	);
	const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
	const live = useMemo(
		() => filterDelegations(rows, filter, present).map(({ id }) => id),
		[rows, filter, present],
	);
	const { ids } = useStableOrder(live, JSON.stringify(filter), selected !== null);
	const shown = useMemo(() => ids.flatMap((id) => byId.get(id) ?? []), [ids, byId]);
	const pages = Math.max(1, Math.ceil(shown.length / pageSize));
	const here = Math.min(page, pages - 1);

	const change = (part: Partial<DelegationFilter>) => {
		setFilter((before) => ({ ...before, ...part }));
		setPage(0);
	};
	const select = (id: string) => {
		const place = ids.indexOf(id);
		if (place !== -1) setPage(Math.floor(place / pageSize));
		void navigate(address("delegations", id), { replace: !isNarrow });
	};
	const keys = useRowKeys({
		ids,
		selected,
		select,
		open: (id) => {
			if (id !== selected) select(id);
			document.getElementById("delegation-detail")?.focus();
		},
	});
	const row = selected === null ? undefined : byId.get(selected);
	const taking = rows.filter(
		({ delegation }) => delegation !== undefined && delegation.kind !== "secretariat",
	);
	const inTheHall = taking.filter(({ id }) => present.has(id)).length;
	return (
		<SecretariatShell
			view="delegations"
			shortcuts={rowShortcuts(keys)}
			detail={
				row === undefined ? null : (
					<DelegationDetail
						key={row.id}
						row={row}
						onClose={() => void navigate(address("delegations"), { replace: true })}
					/>
				)
			}
		>
			<div className="list-head desk-head">
				<h2>
					<Message id="secretariat.delegations" />
				</h2>
				<span className="dim">
					<Message id="secretariat.presentOf" values={{ count: inTheHall, total: taking.length }} />
				</span>
			</div>
			<div className="filters">
				<SearchField
					label={t("secretariat.searchDelegations")}
					value={filter.search}
					onChange={(search) => change({ search })}
				/>
				<FilterSelect
					label={t("secretariat.kind")}
					all={t("secretariat.kind")}
					value={filter.kind}
					onChange={(kind) => change({ kind })}
					choices={delegationKinds.map((kind) => ({ value: kind, label: t(`delegationkind.${kind}`) }))}
				/>
				<FilterSelect
					label={t("secretariat.presence")}
					all={t("secretariat.presence")}
					value={filter.presence}
					onChange={(presence) => change({ presence })}
					choices={[
						{ value: "present", label: t("secretariat.present") },
						{ value: "away", label: t("secretariat.away") },
					]}
				/>
			</div>
			{shown.length === 0 ? (
				<EmptyState title={<Message id="secretariat.noDelegation" />}>
					<Message id="secretariat.noDelegationNext" />
				</EmptyState>
			) : (
				<DelegationTable
					rows={shown.slice(here * pageSize, (here + 1) * pageSize)}
					present={present}
					selected={selected}
					keys={keys}
				/>
			)}
			<Pager page={here} pages={pages} onPage={setPage}>
				<Message id="secretariat.shown" values={{ count: shown.length, total: rows.length }} />
			</Pager>
		</SecretariatShell>
	);
}
