import type { Channel, Language } from "../../../shared/conference/common.ts";
import { Message } from "../../i18n/intl.tsx";
import { changeListening, spokenChannels } from "../../media/listening.ts";
import { type Shortcut, useShortcuts } from "../../ui/shortcuts.ts";
import { ChannelName } from "./ChannelName.tsx";
import { useChannels } from "./useChannels.ts";

/** 1 is the floor, 2 to 8 are the languages in their order, whatever is on the air: fingers learn places. */
export function keyOf(channel: Language | null): string {
	return String(channel === null ? 1 : 2 + spokenChannels.indexOf(channel));
}

/** The keys of a console by which the channel is chosen; they do nothing where there is nothing to choose. */
export function useChannelKeys(own: Channel | null = null): readonly Shortcut[] {
	const { isShown } = useChannels(own);
	return [null, ...spokenChannels].map((channel, index) => ({
		key: keyOf(channel),
		label: channel === null ? <Message id="channel.hearFloor" /> : <ChannelName channel={channel} />,
		run: isShown && (channel === null || channel !== own) ? () => changeListening({ channel }) : undefined,
		inFoot: index === 0,
		foot: {
			keys: [keyOf(null), keyOf(spokenChannels.at(-1) ?? null)],
			isRange: true,
			label: <Message id="channel.interpretation" />,
		},
	}));
}

/** The same keys on a page that has no others. */
export function ChannelKeys() {
	useShortcuts(useChannelKeys());
	return null;
}
