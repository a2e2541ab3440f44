import { inLanguage } from "../../../shared/conference/common.ts";
import { useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { Bell, Pause, Play, Plus, Square } from "../../ui/icons.ts";
import { MoreActs } from "./MoreActs.tsx";
import { type NextAct, nextAct, type Obstacle } from "./nextAct.ts";
import { useNames } from "./useNames.ts";
import type { Podium } from "./usePodium.ts";
import type { PodiumActs } from "./usePodiumActs.ts";

/** The acts on whoever speaks, in the order of their use. The first is the only filled button. */
export function ChairBar({
	podium,
	acts,
	onAbsent,
}: {
	podium: Podium;
	acts: PodiumActs;
	onAbsent: (() => void) | undefined;
}) {
	const next = nextAct(podium);
	const why = useObstacleWords();
	if (!podium.presides) return <PresidingLine podium={podium} />;
	const { obstacle } = acts;
	return (
		<>
			<div className="chair-bar">
				{next.kind !== "none" ? (
					<Button
						variant="primary"
						shortcut="N"
						aria-busy={acts.busy ? true : undefined}
						unavailable={obstacle === undefined ? undefined : why(obstacle)}
						onClick={acts.next}
					>
						<NextLabel act={next} podium={podium} />
					</Button>
				) : (
					<p className="chair-bar-rest">
						<Message id={restWords(podium)} />
					</p>
				)}
				{acts.pause !== undefined && (
					<Button icon={Pause} shortcut="Space" onClick={acts.pause}>
						<Message id="podium.pause" />
					</Button>
				)}
				{acts.resume !== undefined && (
					<Button icon={Play} shortcut="Space" onClick={acts.resume}>
						<Message id="podium.resume" />
					</Button>
				)}
				{acts.extend !== undefined && (
					<Button icon={Plus} shortcut="E" onClick={acts.extend}>
						<Message id="podium.addMinutes" values={{ count: 1 }} />
					</Button>
				)}
				{acts.end !== undefined && (
					<Button icon={Square} shortcut="D" onClick={acts.end}>
						<Message id="podium.end" />
					</Button>
				)}
				{acts.remind !== undefined && (
					<Button icon={Bell} shortcut="B" onClick={acts.remind}>
						<Message id="podium.remind" />
					</Button>
				)}
				<MoreActs acts={acts} onAbsent={onAbsent} />
			</div>
			{obstacle !== undefined && (
				<p className="chair-bar-why" role="status">
					{why(obstacle)}
				</p>
			)}
		</>
	);
}

/** Why the next call has to wait, and what to do first. */
export function useObstacleWords(): (obstacle: Obstacle) => string {
	const { t } = useSpeech();
	const name = useNames();
	return (obstacle) => {
		switch (obstacle.by) {
			case "point":
				return t(obstacle.heard ? "podium.ruleFirst" : "podium.pointFirst", {
					delegation: name(obstacle.delegationId),
				});
			case "ballot":
				return t("podium.ballotFirst");
			case "challenge":
				return t("podium.challengeFirst", { delegation: name(obstacle.delegationId) });
		}
	};
}

/** Why there is no next act now. */
function restWords({ statement, nextSegment, running, hands }: Podium) {
	if (running?.debate === "adjourned") return "podium.debateAdjourned";
	if (running?.mode === "requests" && hands.length === 0) return "podium.noHands";
	if (running?.debate === "closed") return "podium.debateClosed";
	if (statement === null) return "podium.nothingNext";
	return nextSegment === undefined ? "podium.lastSpeaker" : "podium.thenNextPart";
}

const callWords = {
	callNext: "podium.callNextName",
	callHand: "podium.callHandName",
	callReply: "podium.callReplyName",
} as const;

function NextLabel({ act, podium }: { act: NextAct; podium: Podium }) {
	const { locale } = useSpeech();
	const id = "delegationId" in act ? act.delegationId : "";
	const delegation = useSelect((state) => state.delegations.delegations.get(id));
	switch (act.kind) {
		case "callNext":
		case "callHand":
		case "callReply":
			return (
				<Message
					id={callWords[act.kind]}
					values={{ delegation: <bdi>{nameOf(delegation, id, locale)}</bdi> }}
				/>
			);
		case "callSpeaker":
			return <Message id="podium.callSpeaker" values={{ name: <bdi>{act.name}</bdi> }} />;
		case "startSegment":
			return (
				<Message
					id="podium.startSegment"
					values={{
						segment: (
							<bdi>
								{podium.nextSegment === undefined ? "" : inLanguage(podium.nextSegment.title, locale)}
							</bdi>
						),
					}}
				/>
			);
		case "resumeMeeting":
			return <Message id="podium.resumeMeeting" />;
		case "none":
			return null;
	}
}

/** For a chair without the gavel: who presides, calmly, and no button that would not act. */
function PresidingLine({ podium }: { podium: Podium }) {
	const { locale } = useSpeech();
	const holder = useSelect((state) => state.gavel.holder?.delegationId);
	const delegation = useSelect((state) => state.delegations.delegations.get(holder ?? ""));
	const sits = podium.meeting?.status === "open" || podium.meeting?.status === "suspended";
	return (
		<p className="presiding-line">
			{holder !== undefined ? (
				<Message
					id="podium.presides"
					values={{ delegation: <b>{<bdi>{nameOf(delegation, holder, locale)}</bdi>}</b> }}
				/>
			) : (
				<Message id={sits ? "podium.nobodyPresides" : "podium.notYetOpen"} />
			)}
		</p>
	);
}
