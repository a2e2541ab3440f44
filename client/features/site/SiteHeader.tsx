import { inLanguage } from "../../../shared/conference/common.ts";
import { interfaceLanguages } from "../../../shared/protocol/locale.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { LanguageLinks } from "../../ui/LanguageLinks.tsx";
import { Brand } from "../../ui/Mark.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { languageOf } from "../delegations/delegation.ts";

/** Whose page it is, in which languages, in which light. */
export function SiteHeader() {
	const { locale } = useSpeech();
	const title = useSelect((state) => state.profile.title);
	const languages = useSelect(
		(state) => interfaceLanguages.filter((language) => state.profile.languages.includes(language)),
		sameItems,
	);
	return (
		<header className="site-header">
			<Brand size={30} />
			<span className="conference-title" lang={languageOf(title, locale)}>
				{inLanguage(title, locale)}
			</span>
			<LanguageLinks languages={languages} current={locale} />
			<div className="needs-script">
				<ThemeSwitch />
			</div>
		</header>
	);
}
