import type { Level, Region } from "../../../../shared/conference/common.ts";
import { type Share, type Statistics, statistics } from "../../../../shared/conference/statistics.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { duration } from "../../../i18n/time.ts";
import type { Podium } from "../usePodium.ts";

const sameFigures = (a: Statistics, b: Statistics) =>
	a.statements === b.statements && a.spokenMs === b.spokenMs && a.overran === b.overran;

/** What was heard in the meeting, by rank and by region; folded away, because it is looked at between speakers. */
export function StatisticsSection({ podium }: { podium: Podium }) {
	const { t } = useSpeech();
	const segmentIds = podium.meeting?.segments.map(({ id }) => id) ?? [];
	const heard = useSelect((state) => statistics(state, segmentIds), sameFigures);
	if (heard.statements === 0) return null;
	const byLevel = [...heard.byLevel].map(([level, share]) => ({
		key: level ?? "none",
		label: t(levelWords(level)),
		share,
	}));
	const byRegion = [...heard.byRegion]
		.map(([region, share]) => ({ key: region ?? "none", label: t(regionWords(region)), share }))
		.sort((a, b) => b.share.statements - a.share.statements);
	return (
		<section className="section">
			<details className="statistics">
				<summary>
					<h3>
						<Message id="podium.statistics" />
					</h3>
					<span className="dim small">
						<Message
							id="podium.heardSummary"
							values={{ count: heard.statements, duration: <bdi>{duration(heard.spokenMs)}</bdi> }}
						/>
					</span>
				</summary>
				<h4>
					<Message id="podium.byLevel" />
				</h4>
				<Shares rows={byLevel} />
				<h4>
					<Message id="podium.byRegion" />
				</h4>
				<Shares rows={byRegion} />
			</details>
		</section>
	);
}

function levelWords(level: Level | null) {
	return level === null ? "podium.noLevel" : (`rank.${level}` as const);
}

function regionWords(region: Region | null) {
	return region === null ? "podium.noRegion" : regions[region];
}

const regions = {
	africa: "podium.regionAfrica",
	asiaPacific: "podium.regionAsiaPacific",
	easternEurope: "podium.regionEasternEurope",
	latinAmericaCaribbean: "podium.regionLatinAmerica",
	westernEuropeOther: "podium.regionWesternEurope",
} as const satisfies { readonly [R in Region]: string };

/** Bars with their figures beside them: how many statements, and for how long. */
function Shares({ rows }: { rows: readonly { key: string; label: string; share: Share }[] }) {
	const most = Math.max(...rows.map(({ share }) => share.statements));
	return (
		<dl className="shares">
			{rows.map(({ key, label, share }) => (
				<div key={key}>
					<dt>{label}</dt>
					<dd>
						<svg className="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
							<rect width={(share.statements / most) * 100} height="6" />
						</svg>
						<b>{share.statements}</b>
						<bdi>{duration(share.spokenMs)}</bdi>
					</dd>
				</div>
			))}
		</dl>
	);
}
