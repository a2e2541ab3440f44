import { useEffect } from "react";
import { PartyName } from "../../../features/messages/PartyName.tsx";
import type { Thread } from "../../../features/messages/threads.ts";
import { useRead } from "../../../features/messages/useRead.ts";
import { Message } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { HostTime } from "../parts/HostTime.tsx";

/** What was written to the operator; the desk answers in its own name. */
export function OperatorDialog({
	thread,
	onAnswer,
	onClose,
}: {
	thread: Thread;
	onAnswer: () => void;
	onClose: () => void;
}) {
	const { markRead } = useRead();
	useEffect(() => markRead(thread, { kind: "operator" }), [markRead, thread]);
	return (
		<Dialog
			title={
				<Message id="secretariat.operatorThread" values={{ party: <PartyName party={thread.with} /> }} />
			}
			onClose={onClose}
			actions={
				<Button variant="primary" onClick={onAnswer}>
					<Message id="secretariat.answerAsDesk" />
				</Button>
			}
		>
			<ol className="messages">
				{thread.messages.map((message) => (
					<li key={message.id} className="message">
						<small className="dim">
							<PartyName party={message.from} /> <HostTime at={message.at} full />
						</small>
						<p dir="auto">{message.text ?? <Message id="messages.reminder" />}</p>
					</li>
				))}
			</ol>
		</Dialog>
	);
}
