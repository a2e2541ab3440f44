import { useEffect, useRef } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { ConnectionBar } from "../../features/connection/ConnectionBar.tsx";
import { languageOf } from "../../features/delegations/delegation.ts";
import { useFresh } from "../../features/pledges/useFresh.ts";
import { Counters } from "../../features/tally/Counters.tsx";
import { GapBoard } from "../../features/tally/GapBoard.tsx";
import { Headline } from "../../features/tally/Headline.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Stamp } from "../../ui/Stamp.tsx";
import { tellSize } from "./tellSize.ts";

/**
 * The tally within another site's page: the sentence, the counters, the board, and the way to all of it. Every link opens
 * outside of the frame, as the document says, because no other page may stand in one.
 */
export function Embed() {
	const { conferenceId } = useConference();
	const { locale } = useSpeech();
	const fresh = useFresh();
	const title = useSelect((state) => state.profile.title);
	const isRehearsal = useSelect((state) => state.profile.rehearsal);
	const root = useRef<HTMLDivElement>(null);
	useEffect(() => (root.current === null ? undefined : tellSize(root.current)), []);
	return (
		<div className="audience embed" ref={root}>
			<ConnectionBar />
			<main>
				<p className="embed-title" lang={languageOf(title, locale)}>
					{inLanguage(title, locale)}
				</p>
				<Headline />
				<Counters page={`/${conferenceId}?lang=${locale}`} />
				<GapBoard fresh={fresh} />
				<p className="embed-foot">
					<a href={`/${conferenceId}?lang=${locale}`}>
						<Message id="embed.whole" />
					</a>
				</p>
				{isRehearsal && <Stamp place="console" />}
			</main>
		</div>
	);
}
