import type { Language } from "../../../shared/conference/common.ts";
import { ChannelName } from "../../features/interpretation/ChannelName.tsx";
import { FiledTexts } from "../../features/texts/FiledTexts.tsx";
import { Message } from "../../i18n/intl.tsx";
import { ChannelConsole } from "../console/ChannelConsole.tsx";
import { CaptionWriter } from "./CaptionWriter.tsx";

/** A captioner's console: the floor, the lines as they go out, and the text as filed to take words from. */
export function CaptionsConsole({ language }: { language: Language }) {
	return (
		<ChannelConsole
			channel={language}
			own={null}
			detail={<Message id="captions.in" values={{ language: <ChannelName channel={language} /> }} />}
			role={<Message id="role.captioner" />}
			shortcuts={[]}
			side={<FiledTexts />}
			teamTitle={<Message id="captions.team" />}
		>
			<CaptionWriter language={language} />
		</ChannelConsole>
	);
}
