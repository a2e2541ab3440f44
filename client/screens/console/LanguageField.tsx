import { type Language, languages } from "../../../shared/conference/common.ts";
import { Message } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import type { MessageId } from "../../i18n/loadMessages.ts";

/** One language out of several, each named in itself. */
export function LanguageField({
	words,
	value,
	of = languages,
	disabled,
	onChange,
}: {
	words: MessageId;
	value: Language;
	/** Those to choose from; all that the product knows unless others are named. */
	of?: readonly Language[] | undefined;
	disabled?: boolean | undefined;
	onChange: (language: Language) => void;
}) {
	return (
		<label className="field">
			<Message id={words} />
			<select
				className="input"
				value={value}
				disabled={disabled}
				onChange={(event) => {
					const chosen = of.find((each) => each === event.target.value);
					if (chosen !== undefined) onChange(chosen);
				}}
			>
				{of.map((each) => (
					<option key={each} value={each} lang={each}>
						{languageNames[each]}
					</option>
				))}
			</select>
		</label>
	);
}
