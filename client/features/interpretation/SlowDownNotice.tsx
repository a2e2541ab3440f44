import { useNowSelect, useSelect } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Gauge } from "../../ui/icons.ts";
import { ChannelName } from "./ChannelName.tsx";

/** How long it stands there, in ms: long enough to be read at the end of a sentence. */
const shownMs = 15_000;

/** That a booth asks for a slower pace: before the speaker, the podium, the desk and the booths; nobody else is told (IP6). */
export function SlowDownNotice() {
	const slowDown = useSelect((state) => state.interpretation.slowDown);
	const isFresh = useNowSelect((now) => slowDown !== null && now - slowDown.at < shownMs);
	return (
		<div role="status">
			{slowDown !== null && isFresh && (
				<p className="slow-down">
					<Icon icon={Gauge} size={21} />
					<span>
						<Message id="channel.slower" values={{ channel: <ChannelName channel={slowDown.channel} /> }} />
					</span>
				</p>
			)}
		</div>
	);
}
