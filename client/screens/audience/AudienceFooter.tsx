import { useConference } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import { productName } from "../../ui/Mark.tsx";
import { EmbedSnippet } from "./EmbedSnippet.tsx";

/** What can be taken away from the page: the rows as files, and the page itself. */
export function AudienceFooter({ origin }: { origin: string }) {
	const { conferenceId } = useConference();
	return (
		<footer className="site-footer">
			<span>
				<Message id="audience.openSource" values={{ product: <bdi>{productName}</bdi> }} />
			</span>
			<a href={`/${conferenceId}/pledges`}>
				<Message id="rowstitle.all" />
			</a>
			<a href={`/api/conferences/${conferenceId}/tally`}>
				<Message id="audience.downloadJson" />
			</a>
			<EmbedSnippet origin={origin} />
		</footer>
	);
}
