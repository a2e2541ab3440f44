import type { StatementText } from "../../../shared/conference/texts.ts";
import { useText } from "../../features/texts/useText.ts";
import { Message } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** A filed text as it will be read. */
export function ReadTextDialog({ text, onClose }: { text: StatementText; onClose: () => void }) {
	const loaded = useText(text.fileId);
	const language = languageNames[text.language] ?? text.language;
	return (
		<Dialog
			wide
			title={<Message id="texts.inLanguage" values={{ language: <bdi>{language}</bdi> }} />}
			onClose={onClose}
			actions={
				<Button variant="primary" onClick={onClose}>
					<Message id="common.close" />
				</Button>
			}
		>
			{loaded.status === "loading" && (
				<p className="dim">
					<Message id="texts.loading" />
				</p>
			)}
			{loaded.status === "missing" && (
				<p className="field-error">
					<Message id="texts.missing" />
				</p>
			)}
			{loaded.status === "read" && (
				// Longer than the window: whoever has no mouse scrolls it by keys.
				// biome-ignore lint/a11y/noNoninteractiveTabindex: A scrolling text must be reachable by keyboard.
				<div className="read-text" lang={text.language} dir="auto" tabIndex={0}>
					{loaded.text}
				</div>
			)}
		</Dialog>
	);
}
