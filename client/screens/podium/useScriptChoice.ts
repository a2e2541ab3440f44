import { useState } from "react";
import { useSpeech } from "../../i18n/intl.tsx";

interface ScriptChoice {
	readonly language: string;
	readonly hidden: boolean;
}

const storageKey = "plenaria.script";

/** In which language this chair reads the script, and whether it is shown; remembered at this browser. */
export function useScriptChoice(): [ScriptChoice, (choice: ScriptChoice) => void] {
	const { locale } = useSpeech();
	const [choice, setChoice] = useState<ScriptChoice>(() => ({ language: locale, hidden: false, ...kept() }));
	const choose = (next: ScriptChoice) => {
		setChoice(next);
		try {
			localStorage.setItem(storageKey, JSON.stringify(next));
		} catch {
			// Not remembered then.
		}
	};
	return [choice, choose];
}

function kept(): Partial<ScriptChoice> {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
		if (typeof value !== "object" || value === null) return {};
		const language = "language" in value && typeof value.language === "string" ? value.language : undefined;
		const hidden = "hidden" in value && value.hidden === true;
		return language === undefined ? { hidden } : { language, hidden };
	} catch {
		return {};
	}
}
