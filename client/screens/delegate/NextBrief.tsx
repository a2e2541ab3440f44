import { useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { Message } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";

const shown = 3;

/** The next few, for a phone, where the list stands behind a tab; and for who speaks, what comes after. */
export function NextBrief({ rows }: { rows: ListRows }) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { status, closesAt } = rows.list;
	const isOpen = status === "open" || status === "closing";
	if (rows.waiting.length === 0) return null;
	return (
		<section className="next-brief">
			<div className="next-brief-head">
				<h3 className="heading">
					<Message id="audience.next" />
				</h3>
				{isOpen && closesAt !== null && (
					<span className="dim small">
						<Message
							id="delegate.listOpenUntilBrief"
							values={{ time: <bdi>{clockTime(closesAt, timeZone)}</bdi> }}
						/>
					</span>
				)}
			</div>
			<ol className="speakers">
				{rows.waiting.slice(0, shown).map(({ entry, place, expected }) => (
					<li key={entry.id}>
						<span className="speaker-number">{rows.made + place + 1}</span>
						<DelegationName id={entry.delegationId} />
						<span className="speaker-time">
							<bdi>{clockTime(expected.expected, timeZone)}</bdi>
						</span>
					</li>
				))}
			</ol>
		</section>
	);
}
