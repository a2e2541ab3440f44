import { useConference } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import { productName } from "../../ui/Mark.tsx";

export function AudienceFooter() {
	const { conferenceId } = useConference();
	return (
		<footer className="site-footer">
			<span>
				<Message id="audience.openSource" values={{ product: <bdi>{productName}</bdi> }} />
			</span>
			<a href={`/api/conferences/${conferenceId}/tally`}>
				<Message id="audience.downloadJson" />
			</a>
		</footer>
	);
}
