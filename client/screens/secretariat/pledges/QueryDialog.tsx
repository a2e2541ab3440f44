import { useState } from "react";
import { Message } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

const longestQuestion = 600;

/** Questions that were begun and closed without sending; kept while the page lives, so that no words are lost. */
const begun = new Map<string, string>();

/** Sends a pledge back to its delegation with a question. */
export function QueryDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const { id } = row.pledge;
	const [question, setQuestion] = useState(begun.get(id) ?? "");
	const { run } = useCommand();
	const send = async () => {
		const command = { type: "requestChange", pledgeId: id, question: question.trim() } as const;
		const done = {
			title: <Message id="desk.querySent" values={{ delegation: <bdi>{row.delegationName}</bdi> }} />,
		};
		const outcome = await run(command, { quiet: true, done });
		if (outcome.status === "refused") return outcome;
		begun.delete(id);
		return undefined;
	};
	return (
		<ActDialog
			title={<Message id="desk.queryTitle" values={{ delegation: <bdi>{row.delegationName}</bdi> }} />}
			act={<Message id="desk.sendQuery" />}
			onAct={send}
			onClose={onClose}
		>
			<PledgeSummary row={row} />
			<label className="field">
				<Message id="desk.question" />
				<textarea
					className="input"
					required
					rows={4}
					maxLength={longestQuestion}
					dir="auto"
					value={question}
					onChange={(event) => {
						setQuestion(event.target.value);
						begun.set(id, event.target.value);
					}}
				/>
				<small>
					<Message id="desk.questionNote" values={{ left: longestQuestion - question.length }} />
				</small>
			</label>
		</ActDialog>
	);
}
