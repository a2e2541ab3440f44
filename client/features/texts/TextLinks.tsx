import { useConference } from "../../conference/hooks.ts";
import { languageNames } from "../../i18n/languages.ts";
import { fileAddress } from "./textsApi.ts";

/** The same document in several languages, each by the name that it has for itself. */
export function TextLinks({
	files,
	of: title,
}: {
	files: readonly { readonly language: string; readonly fileId: string }[];
	/** What the document is, for who hears the links alone. */
	of: string;
}) {
	const { conferenceId } = useConference();
	return (
		<span className="text-links">
			{files.map(({ language, fileId }) => (
				<a
					key={language}
					className="text-link"
					href={fileAddress(conferenceId, fileId)}
					target="_blank"
					rel="noreferrer"
					lang={language}
					aria-label={`${languageNames[language] ?? language}: ${title}`}
				>
					<bdi>{languageNames[language] ?? language}</bdi>
				</a>
			))}
		</span>
	);
}
