import { inLanguage } from "../../../shared/conference/common.ts";
import { useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { Pause, Play, Plus, Square } from "../../ui/icons.ts";
import { type NextAct, nextAct } from "./nextAct.ts";
import type { Podium } from "./usePodium.ts";
import type { PodiumActs } from "./usePodiumActs.ts";

/** The acts on whoever speaks, in the order of their use. The first is the only filled button. */
export function ChairBar({ podium, acts }: { podium: Podium; acts: PodiumActs }) {
	const next = nextAct(podium);
	if (!podium.presides) return <PresidingLine podium={podium} />;
	return (
		<div className="chair-bar">
			{acts.next !== undefined ? (
				<Button variant="primary" shortcut="N" aria-busy={acts.busy ? true : undefined} onClick={acts.next}>
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
		</div>
	);
}

/** Why there is no next act now. */
function restWords({ statement, nextSegment }: Podium) {
	if (statement === null) return "podium.nothingNext";
	return nextSegment === undefined ? "podium.lastSpeaker" : "podium.thenNextPart";
}

function NextLabel({ act, podium }: { act: NextAct; podium: Podium }) {
	const { locale } = useSpeech();
	const id = act.kind === "callNext" ? act.delegationId : "";
	const delegation = useSelect((state) => state.delegations.delegations.get(id));
	switch (act.kind) {
		case "callNext":
			return (
				<Message
					id="podium.callNextName"
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
