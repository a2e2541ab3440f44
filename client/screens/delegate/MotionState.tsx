import type { Motion } from "../../../shared/conference/motions.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { motionWords } from "../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { useCommand } from "../console/useCommand.ts";

/** A motion before it is put to the vote: whose it is, and the way back for its mover. */
export function MotionState({
	motion,
	delegationId,
	maySpeak,
}: {
	motion: Motion;
	delegationId: string;
	maySpeak: boolean;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	// A challenge must be decided; it cannot be taken back.
	const isOwn = motion.delegationId === delegationId && motion.kind !== "challenge";
	return (
		<div className="state-line" role="status">
			<span>
				<span className="state-line-who">
					<DelegationName id={motion.delegationId} />
				</span>
				<b>
					<Message id={motionWords[motion.kind]} />
				</b>
			</span>
			{isOwn && maySpeak && (
				<Button
					small
					aria-busy={busy ? true : undefined}
					onClick={() =>
						void run({ type: "withdrawMotion", motionId: motion.id }, { done: t("delegate.motionWithdrawn") })
					}
				>
					<Message id="delegate.withdraw" />
				</Button>
			)}
		</div>
	);
}
