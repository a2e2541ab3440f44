import { inLanguage } from "../../../shared/conference/common.ts";
import type { NeedTally } from "../../../shared/conference/tally.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useSelect } from "../../conference/hooks.ts";
import { slotStates } from "../../features/tally/needSlots.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { Cells } from "../../ui/Slots.tsx";

/** The tally as a wall shows it: one figure, and a row of cells for every need. */
export function ScreenBoard({ fresh }: { fresh: ReadonlySet<string> }) {
	const { number } = useSpeech();
	const { units, needs, pledges, delegations } = useSelect(tally);
	if (units.required === 0)
		return (
			<aside className="screen-side">
				<div className="screen-total">
					<b>
						<bdi>{number(pledges)}</bdi>
					</b>
					<span>
						<Message id="audience.pledgesAnnounced" values={{ count: pledges }} />
						<em>
							<Message id="screen.byDelegations" values={{ count: delegations }} />
						</em>
					</span>
				</div>
			</aside>
		);
	return (
		<aside className="screen-side">
			<div className="screen-total">
				<b>
					<bdi>{number(units.counted)}</bdi>
				</b>
				<span>
					<Message id="screen.unitsPledged" values={{ count: units.counted, total: units.required }} />
					<em>
						<Message id="screen.stillNeeded" values={{ count: units.open }} />
					</em>
				</span>
			</div>
			<div className="screen-board">
				{needs.map((each) => (
					<ScreenRow key={each.need.id} tally={each} fresh={fresh} />
				))}
			</div>
		</aside>
	);
}

function ScreenRow({ tally: row, fresh }: { tally: NeedTally; fresh: ReadonlySet<string> }) {
	const { t, locale } = useSpeech();
	const { need, counted, surplus, open } = row;
	const count = counted + surplus;
	return (
		<div className={classes("screen-row", open === 0 && "screen-row-closed")}>
			<bdi className="screen-row-name">{inLanguage(need.title, locale)}</bdi>
			<span className="screen-row-figure">
				{open === 0 ? (
					<Message id="common.gapClosed" />
				) : (
					<Message
						id="common.countOf"
						values={{ count, total: need.quantity, b: (parts) => <b>{parts}</b> }}
					/>
				)}
			</span>
			<Cells
				states={slotStates(row, 0, fresh)}
				label={t("common.countOfUnits", { count, total: need.quantity })}
			/>
		</div>
	);
}
