import { useConference } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { embedLines } from "./embedLines.ts";

/** The lines with which another site shows the tally; to copy, so that no script is needed for it. */
export function EmbedSnippet({ origin }: { origin: string }) {
	const { conferenceId } = useConference();
	const { t, locale } = useSpeech();
	const address = `${origin}/${conferenceId}/embed?lang=${locale}`;
	return (
		<details>
			<summary>
				<Message id="embed.howTo" />
			</summary>
			<p>
				<Message id="embed.note" />
			</p>
			<pre className="embed-snippet">
				<code>{embedLines(address, t("audience.title"))}</code>
			</pre>
		</details>
	);
}
