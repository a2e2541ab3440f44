import { useMemo } from "react";
import { seating } from "../../../shared/conference/selectors.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { alphabetOf, nameOf } from "../../features/delegations/delegation.ts";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { useNextSpeakers } from "../../features/floor/NextSpeakers.tsx";
import { LiveStage } from "../../features/stage/LiveStage.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { type HallSeat, Hemicycle } from "../../ui/Hemicycle.tsx";

/** The hall with its podium: who has pledged, who speaks, who is next, and the plate with its clock. */
export function Stage({ mine = false }: { mine?: boolean | undefined }) {
	const { t, locale, number } = useSpeech();
	const { pledging, participants } = useSelect(tally);
	const speaker = useSelect((state) => state.floor.statement?.delegationId);
	const [next] = useNextSpeakers(1);
	const delegations = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const seats = useMemo(
		() =>
			delegations.map(
				(each): HallSeat => ({
					id: each.id,
					name: nameOf(each, each.id, locale),
					lit: pledging.has(each.id),
					now: each.id === speaker ? "floor" : each.id === next ? "next" : undefined,
				}),
			),
		[delegations, pledging, speaker, next, locale],
	);
	return (
		<LiveStage
			className={classes("stage", "stage-hall", "on-hall", mine && "stage-mine")}
			plate={<FloorPlate size="stage" />}
		>
			<div className="stage-hemicycle">
				<Hemicycle
					seats={seats}
					label={t("hall.summaryPledged", { count: pledging.size, total: participants })}
				/>
				<div className="hemicycle-middle" aria-hidden="true">
					<b>
						<bdi>{number(pledging.size)}</bdi>
					</b>
					<span>
						<Message id="hall.ofPledged" values={{ total: participants }} />
					</span>
				</div>
			</div>
		</LiveStage>
	);
}
