import { inLanguage } from "../../../shared/conference/common.ts";
import { runningSegment, speakersInOrder } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, weekday } from "../../i18n/time.ts";
import { nameOf } from "../delegations/delegation.ts";
import { awaited } from "../programme/awaited.ts";
import { SessionName } from "../programme/SessionName.tsx";

function nextDelegation(state: State) {
	const running = runningSegment(state);
	const id = running && speakersInOrder(state, running.segment.id)[0]?.delegationId;
	return id === undefined ? undefined : (state.delegations.delegations.get(id) ?? id);
}

/** One sentence for a free floor: who or what is awaited. */
export function FreeFloor() {
	const { locale } = useSpeech();
	const profile = useSelect((state) => state.profile);
	const next = useSelect(nextDelegation);
	const what = useSelect(awaited, (a, b) => a.kind === b.kind && a.meeting === b.meeting);
	switch (what.kind) {
		case "sitting": {
			if (next === undefined) return <Message id="audience.nobodySpeaks" />;
			const name = typeof next === "string" ? next : nameOf(next, next.id, locale);
			return <Message id="floor.isNext" values={{ delegation: <bdi>{name}</bdi> }} />;
		}
		case "suspended":
			return <Message id="floor.suspended" />;
		case "closed":
			return <Message id="floor.closed" />;
		case "planned": {
			const session = <SessionName meeting={what.meeting} />;
			const start = what.meeting.plannedStart;
			if (start === null) return <Message id="floor.opensNext" values={{ session }} />;
			const values = {
				session,
				date: <bdi>{weekday(start, profile.timeZone, locale)}</bdi>,
				time: <bdi>{clockTime(start, profile.timeZone)}</bdi>,
				city: <bdi>{inLanguage(profile.city, locale)}</bdi>,
			};
			return <Message id="floor.opensAt" values={values} />;
		}
	}
}
