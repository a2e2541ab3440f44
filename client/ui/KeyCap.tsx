import { useSpeech } from "../i18n/intl.tsx";

/** A key as it stands on a keyboard. Only keys with a word on them are translated. */
export function KeyCap({ children: key }: { children: string }) {
	const { t } = useSpeech();
	return (
		<kbd className="key-cap">
			{key === "Space" ? t("common.keySpace") : key === "Enter" ? t("common.keyEnter") : key}
		</kbd>
	);
}
