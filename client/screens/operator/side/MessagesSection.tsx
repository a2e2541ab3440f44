import type { Message as PrivateMessage } from "../../../../shared/conference/messages.ts";
import { useEvents, useSelect } from "../../../conference/hooks.ts";
import { PartyName } from "../../../features/messages/PartyName.tsx";
import { partyKey, type Thread, threadsOf } from "../../../features/messages/threads.ts";
import { useRead } from "../../../features/messages/useRead.ts";
import { Message } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { MessageSquareText } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { useFeedback } from "../../console/feedback.tsx";
import { ThreadLine } from "../../console/ThreadLine.tsx";
import { useOperatorDialog } from "../operatorDialog.ts";

const operator = { kind: "operator" } as const;

const sameThreads = (a: readonly Thread[], b: readonly Thread[]) =>
	a.length === b.length && a.every((each, index) => each.messages.length === b[index]?.messages.length);

/** The lines on which seats and booths ask for help, the newest first, and the way to write to any seat. */
export function MessagesSection() {
	const open = useOperatorDialog();
	const { newIn } = useRead();
	const threads = useSelect((state) => threadsOf(state, operator), sameThreads);
	const count = threads.reduce((sum, thread) => sum + newIn(thread), 0);
	useArrivals();
	return (
		<section className="section" aria-labelledby="operator-help">
			<div className="section-head">
				<h2 id="operator-help" className="operator-head">
					<Message id="operator.messages" />
				</h2>
				{count > 0 && (
					<Tag tone="brass">
						<Message id="podium.newMessages" values={{ count }} />
					</Tag>
				)}
			</div>
			<Button small icon={MessageSquareText} shortcut="W" onClick={() => open({ kind: "write" })}>
				<Message id="operator.write" />
			</Button>
			{threads.length === 0 ? (
				<EmptyState title={<Message id="operator.noMessages" />}>
					<Message id="operator.noMessagesNext" />
				</EmptyState>
			) : (
				<ul className="message-list operator-threads">
					{threads.map((thread) => (
						<li key={partyKey(thread.with)}>
							<ThreadLine
								thread={thread}
								count={newIn(thread)}
								tone="brass"
								onOpen={() => open({ kind: "messages", to: thread.with })}
							/>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

/** A call for help is shown as it comes: the operator looks at meters, not at a list of messages. */
function useArrivals(): void {
	const { show } = useFeedback();
	const open = useOperatorDialog();
	useEvents((events, live) => {
		if (!live) return;
		for (const event of events) {
			if (event.type !== "MessageSent") continue;
			const { message } = event.data;
			if (message.to.kind === "operator")
				show(noteOf(message, () => open({ kind: "messages", to: message.from })));
		}
	});
}

function noteOf({ from, text }: PrivateMessage, answer: () => void) {
	return {
		title: <Message id="delegate.messageFrom" values={{ party: <PartyName party={from} /> }} />,
		detail: <span dir="auto">{text}</span>,
		tone: "brass" as const,
		action: (
			<Button small onClick={answer}>
				<Message id="operator.answer" />
			</Button>
		),
	};
}
