import { emblemOf } from "../../../features/delegations/delegation.ts";
import { Flag } from "../../../ui/Flag.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

/** Which pledge a question is about, in its own words. */
export function PledgeSummary({ row }: { row: PledgeRow }) {
	return (
		<div className="pledge-summary">
			<Flag {...emblemOf(row.delegation)} width={36} />
			<div>
				<span>
					<b>
						<bdi>{row.delegationName}</bdi>
					</b>{" "}
					<bdi className="dim numeric" dir="ltr">
						{row.reference}
					</bdi>
				</span>
				<p className="record">
					<bdi dir="auto">{row.pledge.title}</bdi>
				</p>
			</div>
		</div>
	);
}
