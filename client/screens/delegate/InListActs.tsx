import { sameItems, useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChangeSpeakerDialog } from "../console/ChangeSpeakerDialog.tsx";
import { ChangeInscriptionDialog } from "./ChangeInscriptionDialog.tsx";
import { PlanWords } from "./SpeakOptions.tsx";
import { SwapDialog } from "./SwapDialog.tsx";
import { useSeatDialog } from "./seatDialog.tsx";
import { planOf } from "./speakPlan.ts";
import type { FloorActs } from "./useFloorActs.ts";
import type { Standing } from "./useStanding.ts";
import { useSwapActs } from "./useSwaps.ts";
import { WhyDialog } from "./WhyDialog.tsx";

/** Who speaks for us and how, why we stand where we stand, and the ways to another place or out of the list. */
export function InListActs({
	segmentId,
	rows,
	standing,
	acts,
	maySpeak,
}: {
	segmentId: string;
	rows: ListRows;
	standing: Extract<Standing, { readonly kind: "inList" | "next" | "written" }>;
	acts: FloorActs;
	maySpeak: boolean;
}) {
	const open = useSeatDialog();
	const { entry } = standing;
	const isWaiting = standing.kind !== "written";
	return (
		<>
			<p className="speaker-line">
				<span>
					<PlanWords plan={planOf(entry)} />
				</span>
			</p>
			<div className="in-list-acts">
				{isWaiting && (
					<Button
						variant="quiet"
						small
						onClick={() =>
							open((close) => <WhyDialog segmentId={segmentId} entryId={entry.id} onClose={close} />)
						}
					>
						<Message id="delegate.why" values={{ position: standing.place + 1 }} />
					</Button>
				)}
				{maySpeak && (
					<>
						<Button
							variant="quiet"
							small
							onClick={() =>
								open((close) => <ChangeSpeakerDialog segmentId={segmentId} entry={entry} onClose={close} />)
							}
						>
							<Message id="delegate.changeSpeaker" />
						</Button>
						<Button
							variant="quiet"
							small
							onClick={() =>
								open((close) => (
									<ChangeInscriptionDialog segmentId={segmentId} entry={entry} onClose={close} />
								))
							}
						>
							<Message id="delegate.changeInscription" />
						</Button>
						{isWaiting && rows.waiting.length > 1 && (
							<Button
								variant="quiet"
								small
								onClick={() =>
									open((close) => (
										<SwapDialog segmentId={segmentId} entry={entry} waiting={rows.waiting} onClose={close} />
									))
								}
							>
								<Message id="delegate.exchangePlaces" />
							</Button>
						)}
					</>
				)}
				{standing.kind !== "inList" && acts.withdraw !== undefined && (
					<Button variant="quiet" small className="quiet-dim" onClick={acts.withdraw}>
						<Message id="delegate.withdrawRequest" />
					</Button>
				)}
			</div>
			<PendingSwap segmentId={segmentId} delegationId={entry.delegationId} maySpeak={maySpeak} />
		</>
	);
}

/** The exchange that this delegation has proposed and the other has not yet answered. */
function PendingSwap({
	segmentId,
	delegationId,
	maySpeak,
}: {
	segmentId: string;
	delegationId: string;
	maySpeak: boolean;
}) {
	const { locale } = useSpeech();
	const { proposed, withdraw, busy } = useSwapActs(segmentId, delegationId);
	const names = useSelect(
		(state) =>
			proposed.map(({ withDelegation: id }) => nameOf(state.delegations.delegations.get(id), id, locale)),
		sameItems,
	);
	return proposed.map((swap, index) => (
		<div key={swap.id} className="state-line" role="status">
			<span>
				<Message id="delegate.swapProposed" values={{ delegation: <bdi>{names[index]}</bdi> }} />
			</span>
			{maySpeak && (
				<Button small aria-busy={busy ? true : undefined} onClick={() => withdraw(swap.id)}>
					<Message id="delegate.withdrawProposal" />
				</Button>
			)}
		</div>
	));
}
