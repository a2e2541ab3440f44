import type {
	Delegation,
	DelegationsState,
	Representative,
} from "../../../../shared/conference/delegations.ts";
import { foldText, matches } from "../../../../shared/conference/foldText.ts";
import type { Locale } from "../../../../shared/protocol/locale.ts";
import type { Directory } from "../../../conference/directory.ts";
import { alphabetOf, nameOf } from "../../../features/delegations/delegation.ts";

/** The row of the conference's own staff, who stand for no delegation. */
export const staffId = "conference-secretariat";

export interface DelegationRow {
	readonly id: string;
	/** Absent for the conference's own staff. */
	readonly delegation: Delegation | undefined;
	readonly name: string;
	/** Highest rank first, as accredited. */
	readonly representatives: readonly Representative[];
	readonly searched: string;
}

const protocolOrder = ["HS", "VP", "CP", "HG", "DPM", "M", "VM", "CD", "OT"];

/** All delegations in the alphabetical order of the reader's language, the conference's staff first. */
export function delegationRows(
	{ delegations, representatives }: DelegationsState,
	directory: Directory,
	staff: string,
	locale: Locale,
): DelegationRow[] {
	const people = Map.groupBy(representatives.values(), ({ delegationId }) => delegationId ?? staffId);
	const row = (id: string, delegation: Delegation | undefined, name: string): DelegationRow => {
		const own = (people.get(id) ?? []).toSorted(
			(a, b) => protocolOrder.indexOf(a.level) - protocolOrder.indexOf(b.level),
		);
		const names = own.map((each) => directory.get(each.id)?.name ?? "");
		const searched = foldText(
			[name, delegation?.name.en ?? "", delegation?.formalName.en ?? "", id, ...names].join(" "),
		);
		return { id, delegation, name, representatives: own, searched };
	};
	const collator = new Intl.Collator(alphabetOf(locale));
	const rows = Array.from(delegations.values(), (each) => row(each.id, each, nameOf(each, each.id, locale)));
	rows.sort((a, b) => collator.compare(a.name, b.name));
	return people.has(staffId) ? [row(staffId, undefined, staff), ...rows] : rows;
}

export interface DelegationFilter {
	readonly search: string;
	readonly kind: string;
	readonly presence: string;
}

export function filterDelegations(
	rows: readonly DelegationRow[],
	filter: DelegationFilter,
	present: ReadonlySet<string>,
): DelegationRow[] {
	return rows.filter(
		({ id, delegation, searched }) =>
			(filter.kind === "" || (delegation?.kind ?? "secretariat") === filter.kind) &&
			(filter.presence === "" || present.has(id) === (filter.presence === "present")) &&
			(filter.search === "" || matches(searched, filter.search)),
	);
}
