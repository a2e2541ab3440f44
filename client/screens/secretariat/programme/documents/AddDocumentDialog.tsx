import { useState } from "react";
import type { Language } from "../../../../../shared/conference/common.ts";
import type { DocumentFile } from "../../../../../shared/conference/documents.ts";
import { documentTypes } from "../../../../../shared/conference/documents.ts";
import { useConference, useSelect } from "../../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { languageNames } from "../../../../i18n/languages.ts";
import { useRefusalWords } from "../../../console/refusal.ts";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { keepFile } from "./documentsApi.ts";

type Chosen = Partial<Record<Language, File>>;
type MediaType = DocumentFile["mediaType"];

/** By the name, because systems do not agree on what they call a file's type. */
const endings: readonly (readonly [string, MediaType])[] = [
	[".pdf", "application/pdf"],
	[".txt", "text/plain"],
	[".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
];

function mediaTypeOf(file: File): MediaType | undefined {
	const byName = endings.find(([ending]) => file.name.toLowerCase().endsWith(ending))?.[1];
	return byName ?? documentTypes.find((type) => type === file.type);
}

/** Adds a document: its title, and one file a language. */
export function AddDocumentDialog({ meetingId, onClose }: { meetingId: string | null; onClose: () => void }) {
	const { t } = useSpeech();
	const { conferenceId } = useConference();
	const { run } = useCommand();
	const words = useRefusalWords();
	const languages = useSelect((state) => state.profile.languages);
	const [titles, setTitles] = useState<Partial<Record<Language, string>>>({});
	const [chosen, setChosen] = useState<Chosen>({});
	const files = languages.flatMap((language) => {
		const file = chosen[language];
		return file === undefined ? [] : [{ language, file, mediaType: mediaTypeOf(file) }];
	});
	const add = async () => {
		const kept: DocumentFile[] = [];
		for (const { language, file, mediaType } of files) {
			if (mediaType === undefined) return { words: t("secretariat.documentWrong") };
			const answer = await keepFile(conferenceId, file, mediaType);
			if ("refused" in answer) return { words: words(answer.refused) };
			kept.push({ language, name: file.name.slice(-120), mediaType, ...answer.value });
		}
		const given = Object.entries(titles).flatMap(([language, title]) =>
			title.trim() === "" ? [] : [[language, title.trim()]],
		);
		const title = { en: titles.en?.trim() ?? "", ...Object.fromEntries(given) };
		const outcome = await run(
			{ type: "addDocument", meetingId, title, files: kept },
			{ quiet: true, done: { title: <Message id="secretariat.documentAdded" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	const unavailable = () => {
		if (files.length === 0) return t("secretariat.documentNeeded");
		return files.some(({ mediaType }) => mediaType === undefined)
			? t("secretariat.documentWrong")
			: undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.addDocument" />}
			act={<Message id="secretariat.addDocument" />}
			unavailable={unavailable()}
			onAct={add}
			onClose={onClose}
		>
			<p className="block-note">
				<Message id="secretariat.documentNote" />
			</p>
			{languages.map((language) => (
				<fieldset key={language} className="document-language">
					<legend lang={language}>{languageNames[language]}</legend>
					<label className="field">
						<Message id="secretariat.documentTitle" />
						<input
							className="input"
							required={language === "en"}
							maxLength={200}
							lang={language}
							dir="auto"
							value={titles[language] ?? ""}
							onChange={(event) => setTitles({ ...titles, [language]: event.target.value })}
						/>
					</label>
					<label className="field">
						<Message id="secretariat.documentFile" />
						<input
							className="input"
							type="file"
							accept={[...endings.map(([ending]) => ending), ...documentTypes].join(",")}
							onChange={(event) => setChosen({ ...chosen, [language]: event.target.files?.[0] })}
						/>
					</label>
				</fieldset>
			))}
		</ActDialog>
	);
}
