import { type RefObject, useEffect, useId } from "react";
import type { Motion } from "../../../shared/conference/motions.ts";
import { votes } from "../../../shared/conference/motions.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { motionWords, questionWords, voteWords } from "../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/icons.ts";
import { useFeedback } from "../console/feedback.tsx";
import { useCommand } from "../console/useCommand.ts";
import { RollCall } from "./RollCall.tsx";

/** A vote that is open: the question, the delegation's own answer, which it may change until the result (MO4). */
export function BallotCard({
	motion,
	delegationId,
	mayVote,
	first,
}: {
	motion: Motion;
	delegationId: string;
	mayVote: boolean;
	/** The first answer, for the key that leads to the vote. */
	first: RefObject<HTMLDivElement | null>;
}) {
	const { t } = useSpeech();
	const { announce } = useFeedback();
	const { run, busy } = useCommand();
	const title = useId();
	const question = t(questionWords[motion.kind]);
	const mine = motion.ballot?.votes.get(delegationId);
	const isRollCall = motion.ballot?.method === "rollCall";
	useEffect(() => {
		announce(t("delegate.voteOpen", { question }), "polite");
	}, [announce, t, question]);
	return (
		<section className="ballot-card" aria-labelledby={title}>
			<p className="ballot-head">
				<Message id={motionWords[motion.kind]} />
				<span>
					<Message id={isRollCall ? "delegate.rollCall" : "delegate.showOfHands"} />
				</span>
			</p>
			<h2 id={title}>{question}</h2>
			<p className="ballot-mover">
				<DelegationName id={motion.delegationId} />
			</p>
			{mayVote ? (
				<>
					<div className="ballot-votes" ref={first}>
						{votes.map((vote) => (
							<Button
								key={vote}
								icon={mine === vote ? Check : undefined}
								aria-pressed={mine === vote}
								aria-busy={busy ? true : undefined}
								onClick={() => {
									if (mine === vote) return;
									void run(
										{ type: "castVote", motionId: motion.id, delegationId, vote },
										{ done: t("delegate.voteCast", { vote: t(voteWords[vote]) }) },
									);
								}}
							>
								<Message id={voteWords[vote]} />
							</Button>
						))}
					</div>
					<p className="block-note">
						<Message id={mine === undefined ? "delegate.voteNow" : "delegate.voteMayChange"} />
					</p>
				</>
			) : (
				<p className="block-note">
					<Message id="delegate.doesNotVote" />
				</p>
			)}
			{isRollCall && motion.ballot !== null && <RollCall ballot={motion.ballot} />}
		</section>
	);
}
