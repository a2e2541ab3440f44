import { useEffect, useId, useState } from "react";
import type { Command } from "../../../shared/conference/decider.ts";
import type { Party, Message as PrivateMessage } from "../../../shared/conference/messages.ts";
import { useSelect } from "../../conference/hooks.ts";
import { PartyName } from "../../features/messages/PartyName.tsx";
import type { Reader } from "../../features/messages/threads.ts";
import { partyKey, threadsOf } from "../../features/messages/threads.ts";
import { useRead } from "../../features/messages/useRead.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useCommand } from "./useCommand.ts";

const longestMessage = 600;

/** Short private messages with one party, and the line to write another. */
export function MessagesDialog({ reader, to, onClose }: { reader: Reader; to: Party; onClose: () => void }) {
	const { t } = useSpeech();
	const field = useId();
	const { run, busy } = useCommand();
	const { markRead } = useRead();
	const [text, setText] = useState("");
	const [refusal, setRefusal] = useState<string>();
	const thread = useSelect(
		(state) => threadsOf(state, reader).find((each) => partyKey(each.with) === partyKey(to)),
		(a, b) => a?.messages.length === b?.messages.length,
	);
	useEffect(() => {
		if (thread !== undefined) markRead(thread);
	}, [thread, markRead]);
	const send = async () => {
		const command = written(reader, to, text.trim());
		if (command === undefined) return;
		const outcome = await run(command, { quiet: true });
		if (outcome.status === "refused") setRefusal(outcome.words);
		else {
			setText("");
			setRefusal(undefined);
		}
	};
	return (
		<Dialog
			title={<Message id="messages.with" values={{ party: <PartyName party={to} /> }} />}
			onClose={onClose}
		>
			<ol className="messages" aria-live="polite">
				{thread?.messages.map((message) => (
					<MessageLine
						key={message.id}
						message={message}
						isMine={partyKey(message.from) === partyKey(reader)}
					/>
				))}
			</ol>
			{thread === undefined && (
				<p className="dim">
					<Message id="messages.none" />
				</p>
			)}
			<form
				className="message-form"
				onSubmit={(event) => {
					event.preventDefault();
					void send();
				}}
			>
				<label className="field" htmlFor={field}>
					<span>{t("messages.write")}</span>
					<textarea
						id={field}
						className="input"
						dir="auto"
						rows={3}
						maxLength={longestMessage}
						required
						value={text}
						onChange={(event) => setText(event.target.value)}
					/>
				</label>
				{refusal !== undefined && (
					<p className="field-refusal" role="alert">
						{refusal}
					</p>
				)}
				<div className="dialog-acts">
					<Button variant="primary" type="submit" aria-busy={busy ? true : undefined}>
						<Message id="messages.send" />
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

/** What is sent when a reader writes to somebody; nothing for pairs that do not write to each other. */
function written(reader: Reader, to: Party, text: string): Command | undefined {
	if (text === "") return undefined;
	switch (reader.kind) {
		case "delegation":
			if (to.kind === "delegation" || to.kind === "booth") return undefined;
			return { type: "writeAsDelegation", delegationId: reader.delegationId, to: to.kind, text };
		case "chair":
			return { type: "writeAsChair", to, text };
		case "secretariat":
			return { type: "writeAsSecretariat", to, text };
		case "operator":
			return { type: "writeAsOperator", to, text };
		case "booth":
			if (to.kind === "delegation" || to.kind === "chair") return undefined;
			return { type: "writeAsBooth", channel: reader.channel, to: to.kind, text };
	}
}

function MessageLine({ message, isMine }: { message: PrivateMessage; isMine: boolean }) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	return (
		<li className={classes("message", isMine && "message-mine")}>
			<small className="dim">
				{isMine ? <Message id="messages.you" /> : <PartyName party={message.from} />}{" "}
				<bdi>{clockTime(message.at, timeZone)}</bdi>
			</small>
			<p dir="auto">{message.text ?? <Message id="messages.reminder" />}</p>
		</li>
	);
}
