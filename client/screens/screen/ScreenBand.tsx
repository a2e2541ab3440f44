import { useState } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import type { State } from "../../../shared/conference/state.ts";
import { isWhole, type NeedTally, pledgersOf, tally } from "../../../shared/conference/tally.ts";
import { useSelect } from "../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { Flag } from "../../ui/Flag.tsx";
import type { BandItem } from "./bandQueue.ts";
import { useBand } from "./useBand.ts";

/** Letters that the band has room for in one line; more are set smaller, in two. */
const lineLetters = { alone: 75, withNeed: 60 };

/** Brass across the foot while a pledge is new. What it said last stays on it as it moves out of sight. */
export function ScreenBand() {
	const shown = useBand();
	const [last, setLast] = useState<BandItem | null>(null);
	if (shown !== null && shown !== last) setLast(shown);
	const item = shown ?? last;
	return (
		<div className="screen-foot" aria-live="polite">
			<div className={classes("screen-band", shown !== null && "screen-band-shown")}>
				{item?.kind === "pledge" && <PledgeWords key={item.pledgeId} pledgeId={item.pledgeId} />}
				{item?.kind === "many" && (
					<p className="screen-band-words">
						<b className="screen-band-title">
							<Message id="screen.pledgesAdded" values={{ count: item.pledgeIds.length }} />
						</b>
					</p>
				)}
			</div>
		</div>
	);
}

function PledgeWords({ pledgeId }: { pledgeId: string }) {
	const { locale, list } = useSpeech();
	const pledge = useSelect((state) => state.pledges.pledges.get(pledgeId));
	const delegations = useSelect((state) => state.delegations.delegations);
	const row = useSelect((state) => rowOf(pledge, state));
	if (pledge === undefined) return null;
	// Who gives a part of a joint pledge has made it too.
	const makers = pledgersOf(pledge);
	const names = list(makers.map((id) => nameOf(delegations.get(id), id, locale)));
	const need = row === undefined ? "" : inLanguage(row.need.title, locale);
	const room = row === undefined ? lineLetters.alone : lineLetters.withNeed;
	const isLong = names.length + pledge.title.length + need.length > room;
	return (
		<p className={classes("screen-band-words", isLong && "screen-band-long")}>
			<span className="screen-band-flags">
				{makers.map((id) => (
					<Flag key={id} {...emblemOf(delegations.get(id))} width={48} />
				))}
			</span>
			<b className="screen-band-title">
				<Message id="audience.pledgeAnnounced" />
			</b>
			<span className="record">
				<Message
					id="screen.band"
					values={{
						delegation: <bdi>{names}</bdi>,
						pledge: <bdi lang={pledge.language}>{pledge.title}</bdi>,
					}}
				/>
			</span>
			{row !== undefined && (
				<span className="screen-band-effect">
					<Message
						id={isWhole(pledge) ? "screen.effect" : "screen.partMissing"}
						values={{
							need: <bdi>{need}</bdi>,
							count: row.counted + row.surplus,
							total: row.need.quantity,
						}}
					/>
				</span>
			)}
		</p>
	);
}

/** How far the need is filled, as the board beside it says at the same moment. */
function rowOf(pledge: Pledge | undefined, state: State): NeedTally | undefined {
	if (pledge === undefined || pledge.kind === "reaffirmed") return undefined;
	return tally(state).needs.find(({ need }) => need.id === pledge.needId);
}
