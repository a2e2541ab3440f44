import { useSpeech } from "../i18n/intl.tsx";
import { languageNames } from "../i18n/languages.ts";
import { Icon } from "./Icon.tsx";
import { Languages } from "./icons.ts";

/**
 * The languages of the conference as plain links (`?lang=fr`), which work before any script. In a narrow
 * window they fold into a menu that needs no script either.
 */
export function LanguageLinks({ languages, current }: { languages: readonly string[]; current: string }) {
	const { t } = useSpeech();
	const links = languages.map((language) => (
		<a
			key={language}
			href={`?lang=${language}`}
			lang={language}
			hrefLang={language}
			aria-current={language === current ? "true" : undefined}
		>
			{languageNames[language] ?? language}
		</a>
	));
	return (
		<>
			<nav className="language-links" aria-label={t("common.language")}>
				{links}
			</nav>
			<details className="language-menu">
				<summary>
					<Icon icon={Languages} />
					<span className="visually-hidden">{t("common.language")}</span>
					{languageNames[current] ?? current}
				</summary>
				<ul>
					{links.map((link) => (
						<li key={link.key}>{link}</li>
					))}
				</ul>
			</details>
		</>
	);
}
