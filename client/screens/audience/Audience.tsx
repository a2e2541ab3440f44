import { useSelect } from "../../conference/hooks.ts";
import { ConnectionBar } from "../../features/connection/ConnectionBar.tsx";
import { Figures } from "../../features/figures/Figures.tsx";
import { FloorAnnouncer } from "../../features/floor/FloorAnnouncer.tsx";
import { FloorNotices } from "../../features/floor/FloorNotices.tsx";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { HallPanel } from "../../features/hall/HallPanel.tsx";
import { InitiativeRolls } from "../../features/initiatives/InitiativeRoll.tsx";
import { PledgeAnnouncer } from "../../features/pledges/PledgeAnnouncer.tsx";
import { PledgeFeed } from "../../features/pledges/PledgeFeed.tsx";
import { useFresh } from "../../features/pledges/useFresh.ts";
import { ProgrammeList } from "../../features/programme/ProgrammeList.tsx";
import { SessionProgress } from "../../features/programme/SessionProgress.tsx";
import { SiteHeader } from "../../features/site/SiteHeader.tsx";
import { Counters } from "../../features/tally/Counters.tsx";
import { GapBoard } from "../../features/tally/GapBoard.tsx";
import { Headline } from "../../features/tally/Headline.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Stamp } from "../../ui/Stamp.tsx";
import { AudienceFooter } from "./AudienceFooter.tsx";

import { PhoneTabs } from "./PhoneTabs.tsx";

/** The public page: a sentence that carries the result, the board, the hall, the feed, the Initiative. `about` is the server's own origin. */
export function Audience({ about: origin }: { about: string }) {
	const { t } = useSpeech();
	const fresh = useFresh();
	const isRehearsal = useSelect((state) => state.profile.rehearsal);
	return (
		<div className="audience">
			<a className="skip-link" href="#tally">
				<Message id="audience.skipToTally" />
			</a>
			<SiteHeader />
			<ConnectionBar />
			<section className="phone-plate phone-only on-hall" aria-label={t("hall.keyFloor")}>
				<FloorPlate size="audience" brief />
				<FloorNotices />
			</section>
			<SessionProgress />
			<main className="audience-grid">
				{isRehearsal && <Stamp place="page" />}
				<div id="tally">
					<div className="tally-lead" id="lead">
						<Headline />
						<Counters />
					</div>
					<GapBoard fresh={fresh} />
				</div>
				<aside>
					<HallPanel />
					<PledgeFeed fresh={fresh} filters />
				</aside>
				<div className="initiatives" id="initiatives">
					<InitiativeRolls />
					<Figures />
				</div>
				<section className="programme phone-only" id="programme" aria-labelledby="programme-title">
					<ProgrammeList headingId="programme-title" />
				</section>
			</main>
			<AudienceFooter origin={origin} />
			<PhoneTabs />
			<PledgeAnnouncer />
			<FloorAnnouncer />
		</div>
	);
}
