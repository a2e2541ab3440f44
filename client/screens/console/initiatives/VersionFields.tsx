import { useId, useState } from "react";
import type { Language } from "../../../../shared/conference/common.ts";
import { languages } from "../../../../shared/conference/common.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { Message } from "../../../i18n/intl.tsx";
import { languageNames } from "../../../i18n/languages.ts";
import { type DraftWords, noWords, type VersionDraft } from "./versionDraft.ts";

/** The words of a version, one language at a time: those of the conference first. */
export function VersionFields({
	draft,
	onChange,
}: {
	draft: VersionDraft;
	onChange: (draft: VersionDraft) => void;
}) {
	const spoken = useSelect((state) => state.profile.languages);
	const [language, setLanguage] = useState<Language>("en");
	const words = draft[language] ?? noWords;
	const set = (key: keyof DraftWords) => (value: string) =>
		onChange({ ...draft, [language]: { ...words, [key]: value } });
	const isNeeded = language === "en";
	const offered = [...new Set<Language>(["en", ...spoken, ...languages])];
	return (
		<>
			<label className="field">
				<Message id="version.language" />
				<select
					className="input"
					value={language}
					onChange={(event) => {
						const chosen = offered.find((each) => each === event.target.value);
						if (chosen !== undefined) setLanguage(chosen);
					}}
				>
					{offered.map((each) => (
						<option key={each} value={each}>
							{languageNames[each]}
						</option>
					))}
				</select>
				<small>
					<Message id="version.languageNote" />
				</small>
			</label>
			<Field
				language={language}
				word="version.title"
				most={200}
				value={words.title}
				onChange={set("title")}
				isNeeded={isNeeded}
			/>
			<Field
				language={language}
				word="version.shortTitle"
				most={80}
				value={words.shortTitle}
				onChange={set("shortTitle")}
				isNeeded={isNeeded}
			/>
			<Field
				language={language}
				word="version.summary"
				most={600}
				rows={3}
				value={words.summary}
				onChange={set("summary")}
				isNeeded={isNeeded}
			/>
			<Field
				language={language}
				word="version.text"
				note="version.textNote"
				most={8_000}
				rows={8}
				value={words.text}
				onChange={set("text")}
			/>
		</>
	);
}

function Field({
	language,
	word,
	note,
	most,
	rows = 1,
	isNeeded = false,
	value,
	onChange,
}: {
	language: Language;
	word: "version.title" | "version.shortTitle" | "version.summary" | "version.text";
	note?: "version.textNote";
	/** Characters. */
	most: number;
	rows?: number;
	isNeeded?: boolean;
	value: string;
	onChange: (value: string) => void;
}) {
	const id = useId();
	const shared = {
		id,
		className: "input",
		lang: language,
		dir: "auto",
		required: isNeeded,
		maxLength: most,
		value,
		"aria-describedby": note === undefined ? undefined : `${id}-note`,
		onChange: (event: { target: { value: string } }) => onChange(event.target.value),
	};
	return (
		<div className="field">
			<label htmlFor={id}>
				<Message id={word} />
			</label>
			{rows === 1 ? <input {...shared} /> : <textarea {...shared} rows={rows} />}
			{note !== undefined && (
				<small id={`${id}-note`}>
					<Message id={note} />
				</small>
			)}
		</div>
	);
}
