import { useMemo } from "react";
import { inLanguage, type Localized } from "../../../../shared/conference/common.ts";
import { wordDiff } from "../../../features/initiatives/wordDiff.ts";
import { useSpeech } from "../../../i18n/intl.tsx";

/** What became of a text since an earlier version, in the reader's language: struck words went, underlined ones came. */
export default function ChangedText({
	before,
	after,
}: {
	before: Localized | null;
	after: Localized | null;
}) {
	const { t, locale } = useSpeech();
	const parts = useMemo(() => {
		const language = locale === "qps" ? "en" : locale;
		const textOf = (value: Localized | null) => (value === null ? "" : inLanguage(value, language));
		return wordDiff(textOf(before), textOf(after), language);
	}, [before, after, locale]);
	return (
		<p className="changed-text" dir="auto">
			{parts.map(({ kind, text }, index) => {
				if (kind === "same") return text;
				const Tag = kind === "added" ? "ins" : "del";
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a stretch of text is known by its place
					<Tag key={index}>
						<span className="visually-hidden">
							{t(kind === "added" ? "version.added" : "version.removed")}{" "}
						</span>
						{text}
					</Tag>
				);
			})}
		</p>
	);
}
