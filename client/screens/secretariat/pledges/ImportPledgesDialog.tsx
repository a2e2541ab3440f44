import { useMemo, useState } from "react";
import { pledgeColumns } from "../../../../shared/pledges/sheet.ts";
import { useConference } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Download } from "../../../ui/icons.ts";
import { useFeedback } from "../../console/feedback.tsx";
import { useRefusalWords } from "../../console/refusal.ts";
import { importPledges } from "../delegations/accessApi.ts";
import { useHttpWords } from "../delegations/useHttpWords.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { csv, saveAs } from "./csv.ts";
import type { BadRow } from "./pledgeFile.ts";
import { readPledgeFile } from "./pledgeFile.ts";

/** Bad rows that are named at once; the rest is a number, and comes when these are mended. */
const mostNamed = 50;

/** Takes pledges from a sheet: every bad row is named first, and then all are taken or none (PL19). */
export function ImportPledgesDialog({ onClose }: { onClose: () => void }) {
	const { t } = useSpeech();
	const client = useConference();
	const words = useHttpWords();
	const { show } = useFeedback();
	const [text, setText] = useState("");
	/* The same for every attempt, so that a lost answer cannot import twice; another one for another sheet. */
	const commandId = useMemo(() => (text === "" ? "" : crypto.randomUUID()), [text]);
	const file = useMemo(
		() => (text.trim() === "" ? null : readPledgeFile(text, client.state())),
		[text, client],
	);
	const isReadable = file !== null && "pledges" in file;
	const bad = isReadable ? file.bad : [];
	const count = isReadable ? file.pledges.length : 0;
	const send = async () => {
		if (!isReadable) return undefined;
		const answer = await importPledges(client.conferenceId, { commandId, pledges: file.pledges });
		if ("refused" in answer) return { words: words(answer.refused) };
		show({ title: <Message id="pledgeimport.done" values={{ count: answer.value.imported }} /> });
		return undefined;
	};
	const unavailable = () => {
		if (bad.length > 0) return t("pledgeimport.bad", { count: bad.length });
		return count === 0 ? t("pledgeimport.nothing") : undefined;
	};
	return (
		<ActDialog
			wide
			title={<Message id="pledgeimport.title" />}
			act={<Message id="pledgeimport.act" values={{ count }} />}
			unavailable={unavailable()}
			onAct={send}
			onClose={onClose}
		>
			<p className="block-note">
				<Message
					id="pledgeimport.note"
					values={{ columns: <code dir="ltr">{pledgeColumns.join(", ")}</code> }}
				/>
			</p>
			<div className="import-source">
				<label className="field">
					<Message id="secretariat.importFile" />
					<input
						className="input"
						type="file"
						accept=".csv,.tsv,.txt,text/csv,text/plain"
						onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
					/>
				</label>
				<Button small icon={Download} onClick={() => saveAs("pledges.csv", csv([[...pledgeColumns]]))}>
					<Message id="secretariat.importTemplate" />
				</Button>
			</div>
			<label className="field">
				<Message id="secretariat.importPaste" />
				<textarea
					className="input import-text"
					rows={4}
					dir="auto"
					spellCheck={false}
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
			</label>
			{file !== null && "problem" in file && (
				<p className="field-error" role="alert">
					{t(`sheettable.${file.problem.code}`, {
						column: "column" in file.problem ? file.problem.column : "",
					})}
				</p>
			)}
			{bad.length > 0 && (
				<div role="alert">
					<ul className="import-bad">
						{bad.slice(0, mostNamed).map((each) => (
							<li key={`${each.row} ${"cell" in each ? each.cell.column : each.rejection.code}`}>
								<b>
									<Message id="pledgeimport.row" values={{ row: each.row }} />
								</b>{" "}
								<Why bad={each} />
							</li>
						))}
					</ul>
				</div>
			)}
		</ActDialog>
	);
}

function Why({ bad }: { bad: BadRow }) {
	const words = useRefusalWords();
	if ("rejection" in bad) return <bdi>{words(bad.rejection)}</bdi>;
	const { code, column, value } = bad.cell;
	return (
		<Message
			id={`pledgecell.${code}`}
			values={{ column: <code dir="ltr">{column ?? ""}</code>, value: <bdi>{value}</bdi> }}
		/>
	);
}
