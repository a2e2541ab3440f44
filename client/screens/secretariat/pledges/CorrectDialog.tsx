import { useState } from "react";
import type { PledgeContent } from "../../../../shared/conference/pledge.ts";
import { contentOf } from "../../../../shared/conference/pledge.ts";
import { useConference } from "../../../conference/hooks.ts";
import { tidied } from "../../../features/pledgeForm/content.ts";
import { PledgeFields } from "../../../features/pledgeForm/PledgeFields.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { ContentChanges } from "./ContentChanges.tsx";
import { changesOf } from "./contentFacts.ts";
import type { PledgeRow } from "./pledgeRows.ts";

/** Corrects an announced pledge: what was there before is kept with the reason, for everybody to see (PL17). */
export function CorrectDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const { pledge } = row;
	const [content, setContent] = useState<PledgeContent>(() => contentOf(pledge));
	const [reason, setReason] = useState("");
	const { run } = useCommand();
	const speech = useSpeech();
	const client = useConference();
	const before = contentOf(pledge);
	/* As it is sent: a space at the end is no change. */
	const after = { ...tidied(content), parts: before.parts };
	const changes = changesOf(before, after, client.state(), speech);
	const correct = async () => {
		const outcome = await run(
			{
				type: "correctPledge",
				pledgeId: pledge.id,
				content: after,
				reason: reason.trim(),
			},
			{ quiet: true, done: { title: <Message id="deskact.corrected" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			wide
			title={<Message id="deskact.correctTitle" />}
			act={<Message id="deskact.correct" />}
			unavailable={changes.length === 0 ? speech.t("deskact.nothingChanged") : undefined}
			onAct={correct}
			onClose={onClose}
		>
			<div className="correction">
				<div>
					<label className="field">
						<Message id="deskact.reason" />
						<input
							className="input"
							required
							maxLength={600}
							pattern=".*\S.*"
							dir="auto"
							value={reason}
							onChange={(event) => setReason(event.target.value)}
						/>
						<small>
							<Message id="deskact.correctNote" />
						</small>
					</label>
					<PledgeFields
						delegationId={pledge.delegationId}
						content={content}
						onChange={setContent}
						partsFixed
					/>
				</div>
				<ContentChanges changes={changes} />
			</div>
		</ActDialog>
	);
}
