import { useState } from "react";
import type { Motion } from "../../../shared/conference/motions.ts";
import { useNowSelect, useSelect } from "../../conference/hooks.ts";
import { BallotCount } from "../../features/procedure/BallotCount.tsx";
import { motionWords } from "../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { X } from "../../ui/icons.ts";
import { RollCall } from "./RollCall.tsx";

/** A result is news for this long, in ms. */
const shownForMs = 300_000;

/** The latest result, in words and figures, for everybody in the hall. */
export function BallotResultCard() {
	const { t } = useSpeech();
	const [closed, setClosed] = useState<string>();
	const motion = useSelect(({ motions }) => latestDecided(motions.motions));
	const at = motion?.ballot?.result?.at ?? 0;
	const isNews = useNowSelect((now) => now - at < shownForMs);
	if (motion === undefined || motion.ballot?.result == null) return null;
	if (!isNews || closed === motion.id) return null;
	const { adopted } = motion.ballot.result;
	const isChallenge = motion.kind === "challenge";
	return (
		<section className="ballot-card ballot-card-result" aria-label={t(motionWords[motion.kind])}>
			<div className="block-head">
				<p className="ballot-head">
					<Message id={motionWords[motion.kind]} />
				</p>
				<IconButton small icon={X} label={t("common.close")} onClick={() => setClosed(motion.id)} />
			</div>
			<h2 aria-live="polite">
				{isChallenge ? (
					<Message id={adopted ? "delegate.overruled" : "delegate.rulingStands"} />
				) : (
					<Message id={adopted ? "delegate.adopted" : "delegate.rejected"} />
				)}
			</h2>
			<BallotCount ballot={motion.ballot} />
			{motion.ballot.method === "rollCall" && <RollCall ballot={motion.ballot} />}
		</section>
	);
}

function latestDecided(motions: ReadonlyMap<string, Motion>): Motion | undefined {
	let latest: Motion | undefined;
	for (const motion of motions.values()) {
		const at = motion.ballot?.result?.at;
		if (at !== undefined && at >= (latest?.ballot?.result?.at ?? 0)) latest = motion;
	}
	return latest;
}
