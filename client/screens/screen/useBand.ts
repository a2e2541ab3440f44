import { useEffect, useState } from "react";
import type { ProjectedEvent } from "../../../shared/conference/decider.ts";
import { isCounted } from "../../../shared/conference/pledge.ts";
import { useEvents } from "../../conference/hooks.ts";
import { announcedBy } from "../../features/pledges/useFresh.ts";
import { announcedOn, type Band, type BandItem, bandAt, bandDue, emptyBand, takenOff } from "./bandQueue.ts";
import { onTime } from "./onTime.ts";

/** Nothing is shown longer or shorter because the machine's clock was put right. */
const now = () => performance.now();

/** What the band shows now, of what is announced while the screen is on. */
export function useBand(): BandItem | null {
	const [band, setBand] = useState<Band>(emptyBand);
	const due = bandDue(band);
	useEffect(() => {
		if (due === null) return undefined;
		return onTime(due, now, () => setBand((before) => bandAt(before, now())));
	}, [due]);
	useEvents((events, live) => {
		const at = now();
		const announced = live ? events.flatMap((event) => announcedPledge(event) ?? []) : [];
		const gone = events.flatMap((event) => gonePledge(event) ?? []);
		if (announced.length === 0 && gone.length === 0) return;
		setBand((before) =>
			gone.reduce((rest, id) => takenOff(rest, id, at), announcedOn(before, announced, at)),
		);
	});
	return band.shown;
}

function announcedPledge(event: ProjectedEvent): string | undefined {
	return event.type === "PledgeShown" ? announcedBy(event) : undefined;
}

function gonePledge(event: ProjectedEvent): string | undefined {
	if (event.type === "PledgeHidden") return event.data.pledgeId;
	return event.type === "PledgeShown" && !isCounted(event.data.pledge) ? event.data.pledge.id : undefined;
}
