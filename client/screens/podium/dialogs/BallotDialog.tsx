import { useState } from "react";
import { type Ballot, ballotMethods } from "../../../../shared/conference/motions.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { questionWords } from "../../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";

/** Puts a motion to the vote: the question as it is asked, how delegations answer, and what is needed. */
export function BallotDialog({ motionId, onClose }: { motionId: string; onClose: () => void }) {
	const { t } = useSpeech();
	const client = useConference();
	const { run, busy } = useCommand();
	const [motion] = useState(() => client.state().motions.motions.get(motionId));
	const [method, setMethod] = useState<Ballot["method"]>("showOfHands");
	const [refusal, setRefusal] = useState<string>();
	const majority = useSelect((state) => state.profile.procedure.majority);
	if (motion === undefined) return null;
	const submit = async () => {
		const outcome = await run(
			{ type: "openBallot", motionId, method },
			{ done: t("podium.ballotOpened"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	const isSimple = motion.kind === "challenge" || majority === "simple";
	return (
		<FormDialog
			title={<Message id="podium.putToVote" />}
			submit={<Message id="podium.openBallot" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<p className="dialog-record record">
				<Message id={questionWords[motion.kind]} />
			</p>
			<fieldset className="field choice-row">
				<legend>
					<Message id="podium.voteBy" />
				</legend>
				{ballotMethods.toReversed().map((each) => (
					<label key={each} className="choice">
						<input type="radio" name="method" checked={method === each} onChange={() => setMethod(each)} />
						<Message id={each === "rollCall" ? "podium.rollCall" : "podium.showOfHands"} />
					</label>
				))}
				<small>
					<Message id={method === "rollCall" ? "podium.rollCallNote" : "podium.showOfHandsNote"} />
				</small>
			</fieldset>
			<p className="block-note">
				<Message id={isSimple ? "podium.simpleMajority" : "podium.twoThirdsMajority"} />
			</p>
		</FormDialog>
	);
}
