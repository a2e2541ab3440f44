import { lazy, Suspense, useMemo, useState } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import { seating } from "../../../shared/conference/selectors.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { MediaScope } from "../../media/hooks.tsx";
import { Button } from "../../ui/Button.tsx";
import type { HallSeat } from "../../ui/Hemicycle.tsx";
import { Hemicycle } from "../../ui/Hemicycle.tsx";
import { MonitorPlay } from "../../ui/icons.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { alphabetOf, nameOf } from "../delegations/delegation.ts";
import { FloorNotices } from "../floor/FloorNotices.tsx";
import { FloorPlate } from "../floor/FloorPlate.tsx";
import { NextLine } from "../floor/NextSpeakers.tsx";
import { useMainInitiative } from "../initiatives/useMainInitiative.ts";

/** Loaded when somebody asks to watch. */
const WatchedStage = lazy(async () => ({ default: (await import("./WatchedHall.tsx")).WatchedStage }));
const WatchChoice = lazy(async () => ({ default: (await import("./WatchedHall.tsx")).WatchChoice }));

type View = "pledges" | "initiative";

/** The hall; whoever wants to sees and hears the floor in it. Nothing of that is loaded before. */
export function HallPanel() {
	const [watching, setWatching] = useState(false);
	return (
		<MediaScope wanted={watching}>
			<Hall watching={watching} onWatch={setWatching} />
		</MediaScope>
	);
}

/** The hall with its podium: who has pledged or supports, who speaks, who follows. */
function Hall({ watching, onWatch }: { watching: boolean; onWatch: (watching: boolean) => void }) {
	const { t, locale, number } = useSpeech();
	const [view, setView] = useState<View>("pledges");
	const { pledging, participants } = useSelect(tally);
	const initiative = useMainInitiative();
	const speaker = useSelect((state) => state.floor.statement?.delegationId);
	const delegations = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const supporters = initiative?.supporters;
	const isInitiative = view === "initiative" && supporters !== undefined;
	const seats = useMemo(
		() =>
			delegations.map(
				(each): HallSeat => ({
					id: each.id,
					name: nameOf(each, each.id, locale),
					lit: isInitiative ? supporters.has(each.id) : pledging.has(each.id),
					now: each.id === speaker ? "floor" : undefined,
				}),
			),
		[delegations, isInitiative, supporters, pledging, speaker, locale],
	);
	const count = isInitiative ? seats.filter(({ lit }) => lit).length : pledging.size;
	const title = initiative === undefined ? "" : inLanguage(initiative.shortTitle, locale);
	const seated = (
		<>
			<Hemicycle
				seats={seats}
				label={
					isInitiative
						? t("hall.summarySupport", { count, total: participants, initiative: title })
						: t("hall.summaryPledged", { count, total: participants })
				}
			/>
			<div className="hemicycle-middle" aria-hidden="true">
				<b>
					<bdi>{number(count)}</bdi>
				</b>
				<span>
					<Message id={isInitiative ? "hall.ofSupport" : "hall.ofPledged"} values={{ total: participants }} />
				</span>
			</div>
		</>
	);
	return (
		<section className="hall-panel on-hall" id="hall" aria-labelledby="hall-title">
			<div className="hall-head">
				<h2 id="hall-title">
					<Message id="audience.hall" />
				</h2>
				{initiative !== undefined && (
					<div className="needs-script">
						<Segmented
							label={t("audience.hallView")}
							options={[
								{ value: "pledges", label: <Message id="audience.viewPledges" /> },
								{ value: "initiative", label: <Message id="audience.viewInitiative" /> },
							]}
							value={view}
							onChange={setView}
						/>
					</div>
				)}
			</div>
			{watching ? (
				<Suspense fallback={<div className="hemicycle-wrap">{seated}</div>}>
					<WatchedStage>{seated}</WatchedStage>
				</Suspense>
			) : (
				<div className="hemicycle-wrap">{seated}</div>
			)}
			<div className="hall-watch needs-script">
				<Button small variant="hall" icon={MonitorPlay} onClick={() => onWatch(!watching)}>
					<Message id={watching ? "floor.stopWatching" : "floor.watch"} />
				</Button>
				{watching && (
					<Suspense fallback={null}>
						<WatchChoice />
					</Suspense>
				)}
			</div>
			<HallKey isInitiative={isInitiative} />
			<FloorPlate size="audience" />
			<FloorNotices />
			<NextLine count={3} width={24} className="next-line" />
		</section>
	);
}

function HallKey({ isInitiative }: { isInitiative: boolean }) {
	return (
		<div className="hall-key">
			<span>
				<i />
				<Message id={isInitiative ? "hall.keySupports" : "hall.keyPledged"} />
			</span>
			<span>
				<i className="key-floor" />
				<Message id="hall.keyFloor" />
			</span>
			<span>
				<i className="key-none" />
				<Message id="hall.keyNotYet" />
			</span>
		</div>
	);
}
