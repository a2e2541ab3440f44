import { useMemo, useState } from "react";
import { mostImported } from "../../../../shared/conference/pledgeImport.ts";
import { pledgeColumns } from "../../../../shared/pledges/sheet.ts";
import { useConference } from "../../../conference/hooks.ts";
import { newCommandId } from "../../../conference/pendingCommands.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useFeedback } from "../../console/feedback.tsx";
import { useRefusalWords } from "../../console/refusal.ts";
import { importPledges } from "../delegations/accessApi.ts";
import { useHttpWords } from "../delegations/useHttpWords.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { SheetSource } from "../parts/SheetSource.tsx";
import type { BadRow } from "./pledgeFile.ts";
import { readPledgeFile } from "./pledgeFile.ts";

/** Bad rows that are named at once; the rest is a number, and comes when these are mended. */
const mostNamed = 50;

/** Without these a row says nothing. */
const neededColumns = ["delegation", "title", "category"];

/** Takes pledges from a sheet: every bad row is named first, and then all are taken or none (PL19). */
export function ImportPledgesDialog({ onClose }: { onClose: () => void }) {
	const { t } = useSpeech();
	const client = useConference();
	const words = useHttpWords();
	const { show } = useFeedback();
	const [text, setText] = useState("");
	/* The same for every attempt, so that a lost answer cannot import twice; another one for another sheet. */
	const commandId = useMemo(() => (text === "" ? "" : newCommandId()), [text]);
	const file = useMemo(
		() => (text.trim() === "" ? null : readPledgeFile(text, client.state())),
		[text, client],
	);
	const isReadable = file !== null && "pledges" in file;
	const bad = isReadable ? file.bad : [];
	const count = isReadable ? file.rows : 0;
	const badRows = new Set(bad.map(({ row }) => row)).size;
	const send = async () => {
		if (!isReadable) return undefined;
		const answer = await importPledges(client.conferenceId, { commandId, pledges: file.pledges });
		if ("refused" in answer) return { words: words(answer.refused) };
		show({ title: <Message id="pledgeimport.done" values={{ count: answer.value.imported }} /> });
		return undefined;
	};
	const unavailable = () => {
		if (bad.length > 0) return t("pledgeimport.bad", { count: badRows });
		if (count > mostImported) return t("pledgeimport.tooMany", { most: mostImported });
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
			<SheetSource
				name="pledges"
				columns={pledgeColumns}
				largestMb={20}
				text={text}
				onText={setText}
				problem={file !== null && "problem" in file ? file.problem : undefined}
			>
				<Message
					id="pledgeimport.note"
					values={{ needed: <code dir="ltr">{neededColumns.join(", ")}</code> }}
				/>
				<details className="import-columns">
					<summary>
						<Message id="pledgeimport.columns" />
					</summary>
					<code dir="ltr">{pledgeColumns.join(", ")}</code>
				</details>
			</SheetSource>
			{bad.length > 0 && (
				/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */
				<div role="alert" tabIndex={0} className="import-named">
					<p>
						<b>
							<Message id="pledgeimport.bad" values={{ count: badRows }} />
						</b>
					</p>
					<ul>
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
