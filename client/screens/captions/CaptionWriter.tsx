import { useId, useState } from "react";
import { longestCaption } from "../../../shared/conference/captions.ts";
import type { Language } from "../../../shared/conference/common.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { useCommand } from "../console/useCommand.ts";

/**
 * The line that is written, and those that went out. Enter sends it and leaves the field empty at once for the next one: words do
 * not wait for the way to the server and back. A line that was refused comes back.
 */
export function CaptionWriter({ language }: { language: Language }) {
	const field = useId();
	const { run } = useCommand();
	const [text, setText] = useState("");
	const [refusal, setRefusal] = useState<string>();
	const lines = useSelect((state) => state.captions.lines.get(language));
	const send = async () => {
		const line = text.trim();
		if (line === "") return;
		setText("");
		const outcome = await run({ type: "writeCaption", channel: language, text: line }, { quiet: true });
		setRefusal(outcome.status === "refused" ? outcome.words : undefined);
		if (outcome.status === "refused") setText((now) => (now === "" ? line : `${line} ${now}`));
	};
	return (
		<section className="caption-writer">
			<h3>
				<Message id="captions.lines" />
			</h3>
			<div className="caption-lines" lang={language} dir="auto">
				{lines === undefined ? (
					<p className="dim">
						<Message id="captions.none" />
					</p>
				) : (
					lines.map(({ at, text: line }) => <p key={`${at} ${line}`}>{line}</p>)
				)}
			</div>
			<form
				className="caption-form"
				onSubmit={(event) => {
					event.preventDefault();
					void send();
				}}
			>
				<label className="field" htmlFor={field}>
					<Message id="captions.line" />
					<input
						id={field}
						className="input"
						lang={language}
						dir="auto"
						autoComplete="off"
						maxLength={longestCaption}
						value={text}
						onChange={(event) => setText(event.target.value)}
					/>
				</label>
				<Button variant="primary" type="submit">
					<Message id="captions.send" />
				</Button>
			</form>
			<p className="dim small">
				<Message id="captions.note" />
			</p>
			{refusal !== undefined && (
				<p className="field-refusal" role="alert">
					{refusal}
				</p>
			)}
		</section>
	);
}
