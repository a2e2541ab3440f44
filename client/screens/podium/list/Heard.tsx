import { useSelect } from "../../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../../features/delegations/delegation.ts";
import type { ListRows } from "../../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { duration } from "../../../i18n/time.ts";
import { classes } from "../../../ui/classes.ts";
import { Flag } from "../../../ui/Flag.tsx";

/** Who was heard and for how long; over time is said in the label too, not by colour alone. */
export function Heard({ rows }: { rows: ListRows }) {
	const { t, locale } = useSpeech();
	const delegations = useSelect((state) => state.delegations.delegations);
	const { heard } = rows;
	if (heard.length === 0) return null;
	const total = heard.reduce((sum, { spokenMs }) => sum + spokenMs, 0);
	return (
		<div className="heard">
			<div className="heard-head">
				<b>
					<Message id="podium.heard" />
				</b>
				<span>
					<Message
						id="podium.heardSummary"
						values={{ count: heard.length, duration: <bdi>{duration(total)}</bdi> }}
					/>
				</span>
			</div>
			<ol>
				{heard.map((statement) => {
					const delegation = delegations.get(statement.delegationId);
					const name = nameOf(delegation, statement.delegationId, locale);
					const isOver = statement.spokenMs > statement.limitMs;
					return (
						<li key={statement.id} className={classes(isOver && "heard-over")} title={name}>
							<Flag {...emblemOf(delegation)} width={27} label={name} />
							<bdi>{duration(statement.spokenMs)}</bdi>
							{isOver && <span className="visually-hidden">{t("plate.over")}</span>}
						</li>
					);
				})}
			</ol>
		</div>
	);
}
