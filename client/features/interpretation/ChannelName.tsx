import type { Channel } from "../../../shared/conference/common.ts";
import { Message } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";

/** A channel by its own name: a language as its speakers call it, signing by the word of the reader. */
export function ChannelName({ channel }: { channel: Channel }) {
	if (channel === "sign") return <Message id="channel.sign" />;
	return (
		<bdi lang={channel} dir="auto">
			{languageNames[channel]}
		</bdi>
	);
}
