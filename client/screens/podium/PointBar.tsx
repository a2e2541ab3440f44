import { useEffect, useRef } from "react";
import type { Motion } from "../../../shared/conference/motions.ts";
import type { PointOfOrder } from "../../../shared/conference/pointsOfOrder.ts";
import { useNowSelect, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { OctagonAlert } from "../../ui/icons.ts";
import { useFeedback } from "../console/feedback.tsx";
import { usePodiumDialog } from "./dialogs/podiumDialog.ts";
import { useNames } from "./useNames.ts";
import type { Podium } from "./usePodium.ts";
import type { PodiumActs } from "./usePodiumActs.ts";

/** What interrupts the meeting: a point of order, or a challenged ruling that goes to an immediate decision. */
export function usePointBar(podium: Podium, acts: PodiumActs): React.ReactNode {
	const point = podium.points[0];
	const challenge = podium.motions.find(({ kind }) => kind === "challenge");
	useAssertive(podium);
	if (point !== undefined) return <PointBar point={point} podium={podium} acts={acts} />;
	return challenge === undefined ? null : <ChallengeBar motion={challenge} podium={podium} />;
}

/** Says it at once and aloud, because the chair looks at the speaker and not at the screen. */
function useAssertive({ points, motions }: Podium): void {
	const { t } = useSpeech();
	const { announce } = useFeedback();
	const name = useNames();
	const ids = [...points, ...motions.filter(({ kind }) => kind === "challenge")]
		.map(({ id }) => id)
		.join(" ");
	const latest = useRef({ t, announce, name, points, motions });
	latest.current = { t, announce, name, points, motions };
	const known = useRef<ReadonlySet<string>>(new Set());
	useEffect(() => {
		const { t, announce, name, points, motions } = latest.current;
		const before = known.current;
		known.current = new Set(ids.split(" "));
		const point = points.find(({ id, status }) => status === "raised" && !before.has(id));
		const challenge = motions.find(({ id, kind }) => kind === "challenge" && !before.has(id));
		if (point !== undefined)
			announce(
				t("podium.pointRaisedAloud", { delegation: name(point.delegationId), text: point.text ?? "" }),
				"assertive",
			);
		else if (challenge !== undefined)
			announce(t("podium.challengedAloud", { delegation: name(challenge.delegationId) }), "assertive");
	}, [ids]);
}

function PointBar({ point, podium, acts }: { point: PointOfOrder; podium: Podium; acts: PodiumActs }) {
	const { t } = useSpeech();
	const open = usePodiumDialog();
	const askToWait = useSelect((state) => state.profile.procedure.askToWait);
	const isHeard = point.status === "heard";
	const others = podium.points.length - 1;
	const rule = () => open({ kind: "rule", pointId: point.id });
	return (
		<section className="point-bar" aria-label={t("floor.pointOfOrder")}>
			<Icon icon={OctagonAlert} size={26} />
			<b className="point-bar-title">
				<Message id="floor.pointOfOrder" />
			</b>
			<p className="point-bar-text">
				<b>
					<Delegation id={point.delegationId} />
				</b>{" "}
				{point.text !== null && <span dir="auto">{point.text}</span>}{" "}
				<span className="nowrap">
					{isHeard ? <Message id="podium.pointHeard" /> : <Raised point={point} />}
				</span>
				{others > 0 && (
					<b className="point-bar-others">
						<Message id="podium.morePoints" values={{ count: others }} />
					</b>
				)}
			</p>
			{podium.presides && (
				<span className="point-bar-acts">
					{isHeard ? (
						<Button className="point-bar-first" shortcut="O" onClick={rule}>
							<Message id="podium.rule" />
						</Button>
					) : (
						<>
							{askToWait && acts.askToWait !== undefined && (
								<Button onClick={acts.askToWait}>
									<Message id="podium.askToWait" />
								</Button>
							)}
							<Button onClick={rule}>
								<Message id="podium.ruleAtOnce" />
							</Button>
							{acts.hearPoint !== undefined && (
								<Button className="point-bar-first" shortcut="O" onClick={acts.hearPoint}>
									<Message id="podium.giveFloor" />
								</Button>
							)}
						</>
					)}
				</span>
			)}
		</section>
	);
}

function ChallengeBar({ motion, podium }: { motion: Motion; podium: Podium }) {
	const { t } = useSpeech();
	const open = usePodiumDialog();
	const isVoting = motion.status === "voting";
	return (
		<section className="point-bar" aria-label={t("procedure.challenge")}>
			<Icon icon={OctagonAlert} size={26} />
			<b className="point-bar-title">
				<Message id="podium.rulingChallenged" />
			</b>
			<p className="point-bar-text">
				<Message
					id={isVoting ? "podium.challengeVoting" : "podium.challengedBy"}
					values={{
						delegation: (
							<b>
								<Delegation id={motion.delegationId} />
							</b>
						),
					}}
				/>
			</p>
			{podium.presides && !isVoting && (
				<span className="point-bar-acts">
					<Button
						className="point-bar-first"
						shortcut="M"
						onClick={() => open({ kind: "ballot", motionId: motion.id })}
					>
						<Message id="podium.putToVote" />
					</Button>
				</span>
			)}
		</section>
	);
}

function Delegation({ id }: { id: string }) {
	const name = useNames();
	useSelect((state) => state.delegations.delegations.get(id));
	return <bdi>{name(id)}</bdi>;
}

const secondsTold = 60;

/** How long ago, in seconds and then in minutes; the chair's eye alone follows it. */
function Raised({ point }: { point: PointOfOrder }) {
	const seconds = useNowSelect((now) => Math.max(0, Math.floor((now - point.raisedAt) / 1000)));
	if (point.status === "waiting") return <Message id="podium.pointWaits" />;
	if (seconds < secondsTold) return <Message id="podium.raisedSeconds" values={{ count: seconds }} />;
	return <Message id="podium.raisedMinutes" values={{ count: Math.floor(seconds / secondsTold) }} />;
}
