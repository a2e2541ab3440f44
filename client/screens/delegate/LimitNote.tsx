import { inLanguage } from "../../../shared/conference/common.ts";
import { useSelect } from "../../conference/hooks.ts";
import { sessionNumber } from "../../features/programme/awaited.ts";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { duration } from "../../i18n/time.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Clock } from "../../ui/icons.ts";

/** How long one may speak: "Session 3 gives each delegation 4 minutes." */
export function LimitNote({ place }: { place: ListPlace }) {
	const { t, locale } = useSpeech();
	const number = useSelect((state) => sessionNumber(state, place.meeting));
	const { limitMs } = place.segment;
	const session =
		number === null ? inLanguage(place.meeting.title, locale) : t("delegate.sessionShort", { number });
	const b = (parts: React.ReactNode[]) => <b>{parts}</b>;
	return (
		<p className="floor-note">
			<Icon icon={Clock} />
			<span>
				{limitMs % 60_000 === 0 ? (
					<Message
						id="delegate.limit"
						values={{ session: <bdi>{session}</bdi>, minutes: limitMs / 60_000, b }}
					/>
				) : (
					<Message
						id="delegate.limitExact"
						values={{ session: <bdi>{session}</bdi>, limit: <bdi>{duration(limitMs)}</bdi>, b }}
					/>
				)}
			</span>
		</p>
	);
}
