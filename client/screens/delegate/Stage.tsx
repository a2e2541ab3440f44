import { useMemo } from "react";
import { seating } from "../../../shared/conference/selectors.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { alphabetOf, nameOf } from "../../features/delegations/delegation.ts";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { useNextSpeakers } from "../../features/floor/NextSpeakers.tsx";
import { useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { type HallSeat, Hemicycle } from "../../ui/Hemicycle.tsx";

/** The hall with its podium: who has pledged, who speaks, who is next, and the plate with its clock. */
export function Stage({ mine = false }: { mine?: boolean | undefined }) {
	const { t, locale } = useSpeech();
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
					role: each.id === speaker ? "floor" : each.id === next ? "next" : undefined,
				}),
			),
		[delegations, pledging, speaker, next, locale],
	);
	return (
		<div className={classes("stage", "stage-hall", "on-hall", mine && "stage-mine")}>
			<div className="stage-hemicycle">
				<Hemicycle seats={seats} label={t("hall.summaryPledged", { count: pledging.size, total: participants })} />
			</div>
			<FloorPlate size="stage" />
		</div>
	);
}
