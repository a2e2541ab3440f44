import type { PointOfOrder } from "../../../shared/conference/pointsOfOrder.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { rulingWords } from "../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { useCommand } from "../console/useCommand.ts";

const stateWords = {
	raised: "delegate.pointRaisedState",
	waiting: "delegate.pointWaits",
	heard: "delegate.pointHeard",
} as const;

/** The own point of order on its way to a ruling; withdrawn only before it is heard. */
export function PointState({ point, maySpeak }: { point: PointOfOrder; maySpeak: boolean }) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const { status } = point;
	if (status === "ruled" || status === "withdrawn") return null;
	return (
		<div className="state-line state-line-red" role="status">
			<span>
				<b>
					<Message id={stateWords[status]} />
				</b>
				{point.text !== null && <span dir="auto">{point.text}</span>}
			</span>
			{status !== "heard" && maySpeak && (
				<Button
					small
					aria-busy={busy ? true : undefined}
					onClick={() =>
						void run(
							{ type: "withdrawPointOfOrder", pointId: point.id },
							{ done: t("delegate.pointWithdrawn") },
						)
					}
				>
					<Message id="delegate.withdraw" />
				</Button>
			)}
		</div>
	);
}

/** A ruling while it can be challenged: what the chair ruled, and the challenge for whoever does not accept it (PO5). */
export function RulingLine({
	point,
	delegationId,
	maySpeak,
}: {
	point: PointOfOrder;
	delegationId: string;
	maySpeak: boolean;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const { ruling } = point;
	if (ruling === null) return null;
	return (
		<div className="state-line state-line-ruling" role="status">
			<span>
				<span className="state-line-who">
					<DelegationName id={point.delegationId} />
				</span>
				<b>
					<Message id="delegate.ruling" values={{ ruling: <Message id={rulingWords[ruling.ruling]} /> }} />
				</b>
				{ruling.text !== null && <span dir="auto">{ruling.text}</span>}
			</span>
			{maySpeak && (
				<Button
					small
					aria-busy={busy ? true : undefined}
					onClick={() =>
						void run(
							{ type: "challengeRuling", pointId: point.id, delegationId },
							{ done: t("delegate.rulingChallenged") },
						)
					}
				>
					<Message id="delegate.challenge" />
				</Button>
			)}
		</div>
	);
}
