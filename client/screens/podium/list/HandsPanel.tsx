import type { Hand } from "../../../../shared/conference/hands.ts";
import { useNowSelect } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { duration } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { X } from "../../../ui/icons.ts";
import { useNames } from "../useNames.ts";
import type { Podium } from "../usePodium.ts";
import type { PodiumActs } from "../usePodiumActs.ts";

/** Raised hands in the order in which they were raised; the chair picks any of them (HA2). */
export function HandsPanel({ podium, acts }: { podium: Podium; acts: PodiumActs }) {
	const { hands } = podium;
	return (
		<section className="list-block hands">
			<h3>
				<Message id="podium.hands" values={{ count: hands.length }} />
			</h3>
			{hands.length === 0 ? (
				<EmptyState title={<Message id="podium.noHands" />}>
					<Message id="podium.noHandsNext" />
				</EmptyState>
			) : (
				<ol>
					{hands.map((hand, index) => (
						<RaisedHand key={hand.id} hand={hand} isFirst={index === 0} acts={acts} />
					))}
				</ol>
			)}
		</section>
	);
}

function RaisedHand({ hand, isFirst, acts }: { hand: Hand; isFirst: boolean; acts: PodiumActs }) {
	const { t } = useSpeech();
	const name = useNames();
	const since = useNowSelect((now) => duration(Math.max(0, now - hand.raisedAt)));
	const { callHand, lowerHand } = acts;
	return (
		<li className="list-block-row">
			<span className="list-block-who">
				<DelegationName id={hand.delegationId} />
			</span>
			<small>
				<Message id="podium.raisedFor" values={{ duration: <bdi>{since}</bdi> }} />
			</small>
			<span className="list-block-acts">
				{callHand !== undefined && (
					<Button small shortcut={isFirst ? "H" : undefined} onClick={() => callHand(hand.id)}>
						<Message id="podium.call" />
					</Button>
				)}
				{lowerHand !== undefined && (
					<IconButton
						small
						icon={X}
						label={t("podium.lowerHand", { delegation: name(hand.delegationId) })}
						onClick={() => lowerHand(hand.id)}
					/>
				)}
			</span>
		</li>
	);
}
