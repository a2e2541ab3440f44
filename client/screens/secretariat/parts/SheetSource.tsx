import { type ReactNode, useId, useState } from "react";
import type { TableProblem } from "../../../../shared/sheetTable.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Download } from "../../../ui/icons.ts";
import { csv, saveAs } from "./csv.ts";

const megabyte = 1_000_000;

/** Where the rows of an import come from: a file or what is pasted, with a template of the columns. */
export function SheetSource({
	name,
	columns,
	largestMb,
	text,
	onText,
	problem,
	children,
}: {
	/** Of the template. */
	name: string;
	columns: readonly string[];
	/** The largest file that is read. */
	largestMb: number;
	text: string;
	onText: (text: string) => void;
	/** Why the text is no sheet at all. */
	problem?: TableProblem | undefined;
	/** What the columns mean and which are needed. */
	children: ReactNode;
}) {
	const { t } = useSpeech();
	const note = useId();
	const [isTooLarge, setTooLarge] = useState(false);
	const choose = async (file: File | undefined) => {
		if (file === undefined) return;
		const isLarge = file.size > largestMb * megabyte;
		setTooLarge(isLarge);
		if (!isLarge) onText(await file.text());
	};
	return (
		<>
			<div id={note} className="block-note">
				{children}
			</div>
			<div className="import-source">
				<label className="field">
					<Message id="secretariat.importFile" />
					<input
						className="input"
						type="file"
						accept=".csv,.tsv,.txt,text/csv,text/plain"
						aria-describedby={note}
						/* Else a sheet that was mended under the same name would not be read again. */
						onClick={(event) => {
							event.currentTarget.value = "";
						}}
						onChange={(event) => void choose(event.target.files?.[0])}
					/>
				</label>
				<Button small icon={Download} onClick={() => saveAs(`${name}.csv`, csv([columns]))}>
					<Message id="secretariat.importTemplate" />
				</Button>
			</div>
			{isTooLarge && (
				<p className="field-error" role="alert">
					<Message id="secretariat.importTooLarge" values={{ most: largestMb }} />
				</p>
			)}
			<label className="field">
				<Message id="secretariat.importPaste" />
				<textarea
					className="input import-text"
					rows={4}
					dir="auto"
					spellCheck={false}
					value={text}
					onChange={(event) => onText(event.target.value)}
				/>
			</label>
			{problem !== undefined && (
				<p className="field-error" role="alert">
					{t(`sheettable.${problem.code}`, { column: "column" in problem ? problem.column : "" })}
				</p>
			)}
		</>
	);
}
