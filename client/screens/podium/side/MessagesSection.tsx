import type { Party } from "../../../../shared/conference/messages.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { partyKey, type Thread, threadsOf } from "../../../features/messages/threads.ts";
import { useRead } from "../../../features/messages/useRead.ts";
import { Message } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { MessageSquareText } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { ThreadLine } from "../../console/ThreadLine.tsx";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";

const chair = { kind: "chair" } as const;
const secretariat: Party = { kind: "secretariat" };
const threadsShown = 4;

const sameThreads = (a: readonly Thread[], b: readonly Thread[]) =>
	a.length === b.length && a.every((each, index) => each.messages.length === b[index]?.messages.length);

/** What the secretariat and delegations have written to the chair, the newest of each, and the way to answer. */
export function MessagesSection() {
	const open = usePodiumDialog();
	const { newIn } = useRead();
	const all = useSelect((state) => threadsOf(state, chair), sameThreads);
	// Reminders alone are no conversation.
	const threads = all.filter(({ messages }) => messages.some(({ text }) => text !== null));
	const fromDesk = threads.find((each) => each.with.kind === "secretariat");
	const others = threads.filter((each) => each !== fromDesk);
	const count = fromDesk === undefined ? 0 : newIn(fromDesk);
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="podium.fromSecretariat" />
				</h3>
				{count > 0 && (
					<Tag tone="blue">
						<Message id="podium.newMessages" values={{ count }} />
					</Tag>
				)}
			</div>
			<p className="message-last" dir="auto" aria-live="polite">
				{lastText(fromDesk) ?? <Message id="podium.noMessage" />}
			</p>
			<Button
				small
				icon={MessageSquareText}
				shortcut="W"
				onClick={() => open({ kind: "messages", to: secretariat })}
			>
				<Message id="podium.writeToSecretariat" />
			</Button>
			{others.length > 0 && (
				<>
					<h4 className="message-head">
						<Message id="podium.fromDelegations" />
					</h4>
					<ul className="message-list">
						{others.slice(0, threadsShown).map((thread) => (
							<li key={partyKey(thread.with)}>
								<ThreadLine
									thread={thread}
									count={newIn(thread)}
									tone="blue"
									onOpen={() => open({ kind: "messages", to: thread.with })}
								/>
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}

function lastText(thread: Thread | undefined): string | undefined {
	return (
		thread?.messages.findLast(({ from, text }) => from.kind !== "chair" && text !== null)?.text ?? undefined
	);
}
