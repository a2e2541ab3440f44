import { useId, useMemo, useState } from "react";
import type { Language } from "../../../shared/conference/common.ts";
import { languages } from "../../../shared/conference/common.ts";
import type { StatementText } from "../../../shared/conference/texts.ts";
import { countWords } from "../../../shared/words.ts";
import { useConference } from "../../conference/hooks.ts";
import { TextLength } from "../../features/texts/TextLength.tsx";
import { fileText, readText } from "../../features/texts/textsApi.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { FormDialog } from "../console/FormDialog.tsx";
import { useFeedback } from "../console/feedback.tsx";
import { LanguageField } from "../console/LanguageField.tsx";
import { useRefusalWords } from "../console/refusal.ts";

/** Longer texts are not statements; also what the server takes. */
const mostCharacters = 100_000;

/** Files the text of a statement, pasted or from a plain text file, with its length against the limit (TX2). */
export function FileTextDialog({
	segmentId,
	limitMs,
	filed,
	replaces,
	onClose,
}: {
	segmentId: string;
	limitMs: number;
	filed: readonly StatementText[];
	/** The text that is replaced: in its language. */
	replaces: StatementText | undefined;
	onClose: () => void;
}) {
	const { t, locale } = useSpeech();
	const { conferenceId } = useConference();
	const { show } = useFeedback();
	const words = useRefusalWords();
	const field = useId();
	const [language, setLanguage] = useState<Language>(() => replaces?.language ?? firstFree(filed, locale));
	const [text, setText] = useState("");
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<string>();
	const count = useMemo(() => countWords(text, language), [text, language]);
	const before = filed.find((each) => each.language === language && each.published === null);
	const take = async (file: File | undefined) => {
		if (file === undefined) return;
		if (file.size > mostCharacters * 4) return setRefusal(t("texts.tooLong"));
		setText((await file.text()).slice(0, mostCharacters));
		setRefusal(undefined);
	};
	const bringBack = async () => {
		if (before === undefined) return;
		const was = await readText(conferenceId, before.fileId);
		if (was === null) setRefusal(t("texts.missing"));
		else setText(was);
	};
	const submit = async () => {
		if (count === 0) return setRefusal(t("texts.noWords"));
		setBusy(true);
		const outcome = await fileText(conferenceId, { segmentId, language, text });
		setBusy(false);
		if ("refused" in outcome) {
			const { refused } = outcome;
			if (refused.code === "tooLarge") setRefusal(t("texts.tooLong"));
			else setRefusal(refused.code === "notReached" ? t("refusal.notReached") : words(refused));
			return;
		}
		show({ title: t("texts.filedNow", { words: outcome.filed.words }) });
		onClose();
	};
	return (
		<FormDialog
			wide
			title={<Message id={replaces === undefined ? "texts.file" : "texts.replaceTitle"} />}
			submit={<Message id="texts.file" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<div className="field-row">
				<LanguageField
					words="texts.language"
					value={language}
					disabled={replaces !== undefined}
					onChange={setLanguage}
				/>
				<label className="field">
					<Message id="texts.fromFile" />
					<input
						className="input input-file"
						type="file"
						accept=".txt,text/plain"
						onChange={(event) => void take(event.target.files?.[0])}
					/>
				</label>
			</div>
			<div className="field">
				<label htmlFor={field}>
					<Message id="texts.text" />
				</label>
				<textarea
					id={field}
					className="input record-input file-text"
					dir="auto"
					lang={language}
					required
					rows={12}
					maxLength={mostCharacters}
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
				<small>
					<TextLength words={count} limitMs={limitMs} />
				</small>
				{before !== undefined && text === "" && (
					<button type="button" className="text-link bring-back" onClick={() => void bringBack()}>
						<Message id="texts.bringBack" />
					</button>
				)}
			</div>
			<p className="dim small">
				<Message id={before === undefined ? "texts.notPublic" : "texts.replacesNote"} />
			</p>
		</FormDialog>
	);
}

/** The reader's language if nothing is filed in it, else the first without a text. */
function firstFree(filed: readonly StatementText[], locale: string): Language {
	const free = languages.filter((each) => !filed.some(({ language }) => language === each));
	return free.find((each) => each === locale) ?? free.find((each) => each === "en") ?? free[0] ?? "en";
}
