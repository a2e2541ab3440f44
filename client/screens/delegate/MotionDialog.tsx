import { useState } from "react";
import { motionWords } from "../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { FormDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";

const movable = ["suspendMeeting", "adjournMeeting", "adjournDebate", "closeDebate"] as const;
const noteWords = {
	suspendMeeting: "delegate.suspendMeetingNote",
	adjournMeeting: "delegate.adjournMeetingNote",
	adjournDebate: "delegate.adjournDebateNote",
	closeDebate: "delegate.closeDebateNote",
} as const;

/** Moves one of the procedural motions, named in the order of their precedence (MO1). */
export function MotionDialog({
	meetingId,
	delegationId,
	onClose,
}: {
	meetingId: string;
	delegationId: string;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const [kind, setKind] = useState<(typeof movable)[number]>();
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		if (kind === undefined) return setRefusal(t("delegate.chooseMotion"));
		const outcome = await run(
			{ type: "moveMotion", meetingId, delegationId, kind },
			{ done: t("delegate.motionMoved"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="delegate.moveMotion" />}
			submit={<Message id="delegate.move" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<fieldset className="field choose-list choose-motion">
				<legend>
					<Message id="delegate.motionNote" />
				</legend>
				<ul>
					{movable.map((each) => (
						<li key={each}>
							<label>
								<input type="radio" name="motion" checked={kind === each} onChange={() => setKind(each)} />
								<span>
									<Message id={motionWords[each]} />
									<small>
										<Message id={noteWords[each]} />
									</small>
								</span>
							</label>
						</li>
					))}
				</ul>
			</fieldset>
		</FormDialog>
	);
}
