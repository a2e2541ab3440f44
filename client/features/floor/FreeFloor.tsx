import { inLanguage } from "../../../shared/conference/common.ts";
import { runningSegment } from "../../../shared/conference/selectors.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, weekday } from "../../i18n/time.ts";
import { awaited } from "../programme/awaited.ts";
import { SessionName } from "../programme/SessionName.tsx";
import { motionInVote } from "./floorNotices.ts";

/** The meeting sits and nobody speaks: a vote, a debate that does not go on, or a moment between two. */
function Sitting() {
	const motion = useSelect((state) => motionInVote(state)?.kind);
	const debate = useSelect((state) => runningSegment(state)?.segment.debate ?? "open");
	if (motion !== undefined) return <Message id="floor.vote" values={{ motion }} />;
	if (debate === "adjourned") return <Message id="floor.debateAdjourned" />;
	if (debate === "closed") return <Message id="floor.debateClosed" />;
	return <Message id="audience.nobodySpeaks" />;
}

/** One sentence for a free floor: what is awaited. */
export function FreeFloor() {
	const { locale } = useSpeech();
	const profile = useSelect((state) => state.profile);
	const what = useSelect(awaited, (a, b) => a.kind === b.kind && a.meeting === b.meeting);
	switch (what.kind) {
		case "sitting":
			return <Sitting />;
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
