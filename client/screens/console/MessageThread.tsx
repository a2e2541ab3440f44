import { useEffect, useId, useState } from "react";
import type { Command } from "../../../shared/conference/decider.ts";
import type { Party, Message as PrivateMessage } from "../../../shared/conference/messages.ts";
import { useDirectory, useSeat, useSelect } from "../../conference/hooks.ts";
import { PartyName } from "../../features/messages/PartyName.tsx";
import type { Reader } from "../../features/messages/threads.ts";
import { partyKey, threadsOf } from "../../features/messages/threads.ts";
import { useRead } from "../../features/messages/useRead.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { useCommand } from "./useCommand.ts";

const longestMessage = 600;

/** Short private messages with one party, and the line to write another. */
export function MessageThread({ reader, to }: { reader: Reader; to: Party }) {
	const { t } = useSpeech();
	const self = useSeat()?.representativeId;
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
		<>
			<ol className="messages" aria-live="polite">
				{thread?.messages.map((message) => (
					<MessageLine key={message.id} message={message} isMine={isOwn(message, reader, self)} />
				))}
			</ol>
			{thread === undefined && (
				<p className="dim">
					<Message id={partyKey(to) === partyKey(reader) ? "messages.noneInBooth" : "messages.none"} />
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
		</>
	);
}

/** Whether this seat wrote it; of a booth only its own words are. */
function isOwn({ from, by }: PrivateMessage, reader: Reader, self: string | undefined): boolean {
	return by === undefined ? partyKey(from) === partyKey(reader) : by === self;
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

/** A booth is several people, and says who of them wrote. */
function Author({ message: { by, from }, isMine }: { message: PrivateMessage; isMine: boolean }) {
	const directory = useDirectory();
	if (isMine) return <Message id="messages.you" />;
	const name = by === undefined ? undefined : directory.get(by)?.name;
	return name === undefined ? <PartyName party={from} /> : <bdi dir="auto">{name}</bdi>;
}

function MessageLine({ message, isMine }: { message: PrivateMessage; isMine: boolean }) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	return (
		<li className={classes("message", isMine && "message-mine")}>
			<small className="dim">
				<Author message={message} isMine={isMine} /> <bdi>{clockTime(message.at, timeZone)}</bdi>
			</small>
			<p dir="auto">{message.text ?? <Message id="messages.reminder" />}</p>
		</li>
	);
}
