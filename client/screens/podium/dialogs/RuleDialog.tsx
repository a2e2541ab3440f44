import { useState } from "react";
import { rulings } from "../../../../shared/conference/pointsOfOrder.ts";
import { useConference } from "../../../conference/hooks.ts";
import { rulingWords } from "../../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { useNames } from "../useNames.ts";

const longestRuling = 500;

/** The ruling on a point of order, with the chair's words if they are to be recorded (PO4). */
export function RuleDialog({ pointId, onClose }: { pointId: string; onClose: () => void }) {
	const { t } = useSpeech();
	const client = useConference();
	const name = useNames();
	const { run, busy } = useCommand();
	// As it stood when the dialog opened.
	const [point] = useState(() => client.state().pointsOfOrder.points.get(pointId));
	const [ruling, setRuling] = useState<(typeof rulings)[number] | null>(null);
	const [text, setText] = useState("");
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		if (ruling === null) return;
		const words = text.trim();
		const outcome = await run(
			{ type: "ruleOnPoint", pointId, ruling, text: words === "" ? null : words },
			{ done: t(doneWords[ruling]), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	const who = <bdi>{name(point?.delegationId ?? "")}</bdi>;
	return (
		<FormDialog
			title={<Message id="podium.ruleTitle" values={{ delegation: who }} />}
			submit={<Message id="podium.announceRuling" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			{point?.text != null && (
				<p className="dialog-record record" dir="auto">
					{point.text}
				</p>
			)}
			<fieldset className="field choice-row">
				<legend>
					<Message id="podium.ruling" />
				</legend>
				{rulings.map((each) => (
					<label key={each} className="choice">
						<input
							type="radio"
							name="ruling"
							required
							checked={ruling === each}
							onChange={() => setRuling(each)}
						/>
						<Message id={rulingWords[each]} />
					</label>
				))}
			</fieldset>
			<label className="field">
				<Message id="podium.rulingText" />
				<textarea
					className="input record-input"
					dir="auto"
					rows={2}
					maxLength={longestRuling}
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
				<small>
					<Message id="podium.rulingNote" />
				</small>
			</label>
		</FormDialog>
	);
}

const doneWords = {
	upheld: "podium.ruledUpheld",
	notUpheld: "podium.ruledNotUpheld",
	noted: "podium.ruledNoted",
} as const satisfies { readonly [R in (typeof rulings)[number]]: string };
