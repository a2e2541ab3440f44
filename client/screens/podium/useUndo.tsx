import { useEffect, useRef } from "react";
import { useConference, useNowSelect, useSelect } from "../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { RotateCcw } from "../../ui/icons.ts";
import { useFeedback } from "../console/feedback.tsx";
import { useCommand } from "../console/useCommand.ts";
import { latestUndoable, type Undoable, undoableUntil } from "./undo.ts";
import type { Podium } from "./usePodium.ts";

const sameAct = (a: Undoable | null, b: Undoable | null) => a?.at === b?.at && a?.act === b?.act;

const doneWords = {
	call: "podium.undoCalled",
	pause: "podium.undoPaused",
	extend: "podium.undoExtended",
	move: "podium.undoMoved",
	open: "podium.listNowOpen",
	close: "podium.listNowClosed",
} as const satisfies { readonly [Act in Undoable["act"]]: string };

/**
 * For ten seconds of conference time the latest act is told in a note with its undo, counted down, whichever device of
 * the chair it came from. Gives the act of the key Z while it is possible.
 */
export function useUndo({ presides, reachesList, place }: Podium): (() => void) | undefined {
	const { t, locale } = useSpeech();
	const client = useConference();
	const { show } = useFeedback();
	const { run } = useCommand();
	const segmentId = reachesList ? place?.segment.id : undefined;
	const latest = useSelect((state) => (presides ? latestUndoable(state, segmentId) : null), sameAct);
	const isInTime = useNowSelect((now) => latest !== null && now < undoableUntil(latest));
	const undoable = isInTime ? latest : null;
	const takeBack = useRef<(() => void) | undefined>(undefined);
	takeBack.current =
		undoable === null ? undefined : () => void run(undoable.command, { done: t("podium.undone") });
	const key = undoable === null ? "" : `${undoable.act} ${undoable.at}`;
	const told = useRef({ show, t, locale, undoable });
	told.current = { show, t, locale, undoable };
	useEffect(() => {
		const { show, t, locale, undoable } = told.current;
		if (key === "" || undoable === null) return undefined;
		const { delegationId } = undoable;
		const delegation = client.state().delegations.delegations.get(delegationId ?? "");
		const leftMs = (undoableUntil(undoable) - client.clock.now()) / client.clock.rate;
		return show({
			title: t(doneWords[undoable.act], { delegation: nameOf(delegation, delegationId ?? "", locale) }),
			emblem: delegation && emblemOf(delegation),
			forMs: Math.max(0, leftMs),
			action: <UndoButton until={undoableUntil(undoable)} onUndo={() => takeBack.current?.()} />,
		});
	}, [key, client]);
	return undoable === null ? undefined : () => takeBack.current?.();
}

/** "Undo, 8 s": counted down for the eye, and not said aloud each second. */
function UndoButton({ until, onUndo }: { until: number; onUndo: () => void }) {
	const seconds = useNowSelect((now) => Math.max(0, Math.ceil((until - now) / 1000)));
	return (
		<span aria-live="off" className="undo-action">
			<Button small icon={RotateCcw} shortcut="Z" onClick={onUndo}>
				<Message id="podium.undoIn" values={{ seconds }} />
			</Button>
		</span>
	);
}
