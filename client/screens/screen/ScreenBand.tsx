import { useState } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import type { State } from "../../../shared/conference/state.ts";
import { isWhole, tally } from "../../../shared/conference/tally.ts";
import { useSelect } from "../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { Flag } from "../../ui/Flag.tsx";
import type { BandItem } from "./bandQueue.ts";
import { useBand } from "./useBand.ts";

/** Letters from which words are set smaller, so that a long pledge has no more than two lines. */
const longFrom = 90;

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
	const { locale } = useSpeech();
	const pledge = useSelect((state) => state.pledges.pledges.get(pledgeId));
	const delegation = useSelect((state) => pledge && state.delegations.delegations.get(pledge.delegationId));
	if (pledge === undefined) return null;
	return (
		<p className={classes("screen-band-words", pledge.title.length > longFrom && "screen-band-long")}>
			<Flag {...emblemOf(delegation)} width={48} />
			<b className="screen-band-title">
				<Message id="audience.pledgeAnnounced" />
			</b>
			<span className="record">
				<Message
					id="screen.band"
					values={{
						delegation: <bdi>{nameOf(delegation, pledge.delegationId, locale)}</bdi>,
						pledge: <bdi lang={pledge.language}>{pledge.title}</bdi>,
					}}
				/>
			</span>
			<Effect pledge={pledge} />
		</p>
	);
}

/** How far the need is filled, as the board beside it says at the same moment. */
function Effect({ pledge }: { pledge: Pledge }) {
	const { locale } = useSpeech();
	const row = useSelect((state: State) =>
		pledge.kind === "reaffirmed"
			? undefined
			: tally(state).needs.find(({ need }) => need.id === pledge.needId),
	);
	if (row === undefined) return null;
	const { need, counted, surplus } = row;
	return (
		<span className="screen-band-effect">
			<Message
				id={isWhole(pledge) ? "audience.tallyEffect" : "screen.partMissing"}
				values={{
					need: <bdi>{inLanguage(need.title, locale)}</bdi>,
					count: counted + surplus,
					total: need.quantity,
				}}
			/>
		</span>
	);
}
