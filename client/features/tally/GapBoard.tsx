import { useMemo } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import { figurePath } from "../../../shared/conference/figures.ts";
import type { NeedTally } from "../../../shared/conference/tally.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useConference, useNowSelect, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { longDate } from "../../i18n/time.ts";
import { GapRow } from "../../ui/GapRow.tsx";
import type { Fresh } from "../pledges/useFresh.ts";
import { needSlots, withdrawnUnits } from "./needSlots.ts";

/** Every capability that was asked for, as places that fill. */
export function GapBoard({ fresh }: { fresh: Fresh }) {
	const { locale } = useSpeech();
	const { conferenceId } = useConference();
	const { needs } = useSelect(tally);
	const pledges = useSelect((state) => state.pledges.pledges);
	const delegations = useSelect((state) => state.delegations.delegations);
	const timeZone = useSelect((state) => state.profile.timeZone);
	const today = useNowSelect((now) => longDate(now, timeZone, "en"));
	const withdrawn = useMemo(
		() => withdrawnUnits(pledges, (at) => longDate(at, timeZone, "en") === today),
		[pledges, timeZone, today],
	);
	if (needs.length === 0) return null;
	return (
		<section className="board" id="board" aria-labelledby="board-title">
			<div className="board-head">
				<h2 id="board-title">
					<Message id="audience.boardTitle" />
				</h2>
				<Legend />
			</div>
			<ul>
				{needs.map((each) => (
					<GapRow
						key={each.need.id}
						name={inLanguage(each.need.title, locale)}
						slots={needSlots(each, withdrawn, fresh.lately, delegations, locale)}
						pledged={each.counted + each.surplus}
						needed={each.need.quantity}
						partly={each.partly}
						href={figurePath(conferenceId, { kind: "need", id: each.need.id })}
						fresh={isFresh(each, fresh)}
					/>
				))}
			</ul>
		</section>
	);
}

function isFresh({ slots }: NeedTally, fresh: Fresh): boolean {
	return slots.some(({ pledgeId }) => fresh.now.has(pledgeId));
}

function Legend() {
	return (
		<div className="legend">
			<span>
				<i className="legend-pledged" />
				<Message id="audience.legendPledged" />
			</span>
			<span>
				<i className="legend-confirmed" />
				<Message id="audience.legendConfirmed" />
			</span>
			<span>
				<i className="legend-gap" />
				<Message id="audience.legendNeeded" />
			</span>
		</div>
	);
}
