import { type Ballot, canVote, type Motion } from "../../../../shared/conference/motions.ts";
import { seating } from "../../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { alphabetOf, nameOf } from "../../../features/delegations/delegation.ts";
import { BallotCount } from "../../../features/procedure/BallotCount.tsx";
import { MotionOutcome } from "../../../features/procedure/MotionOutcome.tsx";
import { motionWords, questionWords } from "../../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Names } from "../../../i18n/Name.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";
import { useCloseBallot } from "../useCloseBallot.tsx";
import type { Podium } from "../usePodium.ts";
import type { PodiumActs } from "../usePodiumActs.ts";

/** Motions by precedence, the vote that goes on, and what came of the last one (MO1 to MO6). */
export function MotionsSection({ podium, acts }: { podium: Podium; acts: PodiumActs }) {
	const { motions, presides, meeting, running } = podium;
	const last = useSelect((state) => lastDecided([...state.motions.motions.values()], meeting?.id));
	const isAdjourned = running?.debate === "adjourned";
	if (motions.length === 0 && last === undefined && !isAdjourned) return null;
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="podium.motions" />
				</h3>
				{motions.length > 1 && (
					<span className="dim small">
						<Message id="podium.byPrecedence" />
					</span>
				)}
			</div>
			{motions.map((motion, index) => (
				<MotionItem key={motion.id} motion={motion} isFirst={index === 0} presides={presides} />
			))}
			{motions.length === 0 && last !== undefined && <Decided motion={last} />}
			{isAdjourned && (
				<p className="block-note">
					<Message id="podium.debateAdjourned" />
				</p>
			)}
			{acts.resumeDebate !== undefined && (
				<Button small onClick={acts.resumeDebate}>
					<Message id="podium.resumeDebate" />
				</Button>
			)}
		</section>
	);
}

function lastDecided(motions: readonly Motion[], meetingId: string | undefined): Motion | undefined {
	return motions.findLast(
		(each) => each.meetingId === meetingId && (each.status === "adopted" || each.status === "rejected"),
	);
}

function Decided({ motion }: { motion: Motion }) {
	return (
		<div className="motion" aria-live="polite">
			<b>
				<Message id={motionWords[motion.kind]} />
			</b>
			<p className="record">
				<MotionOutcome motion={motion} />
			</p>
		</div>
	);
}

function MotionItem({ motion, isFirst, presides }: { motion: Motion; isFirst: boolean; presides: boolean }) {
	const open = usePodiumDialog();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { ballot } = motion;
	return (
		<div className="motion">
			<b>
				<Message id={motionWords[motion.kind]} />
			</b>
			<small className="inline-name">
				<Message
					id="podium.movedMotion"
					values={{
						delegation: <DelegationName id={motion.delegationId} />,
						time: <bdi>{clockTime(motion.movedAt, timeZone)}</bdi>,
					}}
				/>
			</small>
			{motion.status === "voting" && ballot !== null ? (
				<LiveBallot motion={motion} ballot={ballot} presides={presides} />
			) : (
				presides &&
				isFirst && (
					<Button small shortcut="M" onClick={() => open({ kind: "ballot", motionId: motion.id })}>
						<Message id="podium.putToVote" />
					</Button>
				)
			)}
		</div>
	);
}

/** How many have voted and in which way, who has not yet, and the end of the vote. */
function LiveBallot({ motion, ballot, presides }: { motion: Motion; ballot: Ballot; presides: boolean }) {
	const { locale } = useSpeech();
	const closeBallot = useCloseBallot();
	const voters = useSelect(
		(state) => seating(state, alphabetOf(locale)).filter(({ id }) => canVote(state, id)),
		sameItems,
	);
	const missing = voters.filter(({ id }) => !ballot.votes.has(id));
	return (
		<>
			<p className="motion-question record">
				<Message id={questionWords[motion.kind]} />
			</p>
			<Tag tone="brass">
				<Message
					id={ballot.method === "rollCall" ? "podium.rollCallUnderWay" : "podium.handsUnderWay"}
					values={{ count: ballot.votes.size, total: voters.length }}
				/>
			</Tag>
			<BallotCount ballot={ballot} />
			{missing.length > 0 && (
				<details className="queue-more">
					<summary>
						<Message id="podium.notVoted" values={{ count: missing.length }} />
					</summary>
					<p className="block-note">
						<Names names={missing.map((each) => nameOf(each, each.id, locale))} />
					</p>
				</details>
			)}
			{presides && (
				<Button small shortcut="M" onClick={() => closeBallot(motion, missing.length)}>
					<Message id="podium.closeBallot" />
				</Button>
			)}
		</>
	);
}
