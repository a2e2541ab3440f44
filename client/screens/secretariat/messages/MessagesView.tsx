import { useState } from "react";
import type { Party } from "../../../../shared/conference/messages.ts";
import { PartyName } from "../../../features/messages/PartyName.tsx";
import { partyKey } from "../../../features/messages/threads.ts";
import type { InboxThread } from "../../../features/messages/useInbox.ts";
import { useInbox } from "../../../features/messages/useInbox.ts";
import { useRead } from "../../../features/messages/useRead.ts";
import { Message } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { MessageSquareText } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { MessagesDialog } from "../../console/MessagesDialog.tsx";
import { HostTime } from "../parts/HostTime.tsx";
import { SecretariatShell } from "../parts/SecretariatShell.tsx";
import { OperatorDialog } from "./OperatorDialog.tsx";

const offices: readonly Party[] = [{ kind: "chair" }, { kind: "operator" }];

/** What is written to the desk, and to the operator whose line the desk reads (ME1). */
export function MessagesView() {
	const inbox = useInbox();
	const [open, setOpen] = useState<
		{ readonly kind: "desk"; readonly to: Party } | { readonly kind: "operator"; readonly key: string } | null
	>(null);
	const thread =
		open?.kind === "operator"
			? inbox.find((each) => each.reader.kind === "operator" && partyKey(each.thread.with) === open.key)
					?.thread
			: undefined;
	return (
		<SecretariatShell view="messages" shortcuts={[]} detail={null}>
			<div className="list-head desk-head">
				<h2>
					<Message id="secretariat.messages" />
				</h2>
				<span className="dim">
					<Message id="secretariat.messagesNote" />
				</span>
				<span className="desk-head-acts">
					{offices.map((party) => (
						<Button
							key={party.kind}
							small
							icon={MessageSquareText}
							onClick={() => setOpen({ kind: "desk", to: party })}
						>
							<Message
								id={party.kind === "chair" ? "secretariat.writeToChair" : "secretariat.writeToOperator"}
							/>
						</Button>
					))}
				</span>
			</div>
			{inbox.length === 0 ? (
				<EmptyState title={<Message id="secretariat.noMessage" />}>
					<Message id="secretariat.noMessageNext" />
				</EmptyState>
			) : (
				<ul className="inbox">
					{inbox.map((each) => (
						<InboxRow
							key={`${each.reader.kind} ${partyKey(each.thread.with)}`}
							row={each}
							onOpen={() =>
								setOpen(
									each.reader.kind === "operator"
										? { kind: "operator", key: partyKey(each.thread.with) }
										: { kind: "desk", to: each.thread.with },
								)
							}
						/>
					))}
				</ul>
			)}
			{open?.kind === "desk" && (
				<MessagesDialog reader={{ kind: "secretariat" }} to={open.to} onClose={() => setOpen(null)} />
			)}
			{thread !== undefined && (
				<OperatorDialog
					thread={thread}
					onAnswer={() => setOpen({ kind: "desk", to: thread.with })}
					onClose={() => setOpen(null)}
				/>
			)}
		</SecretariatShell>
	);
}

const officeWords = {
	chair: "secretariat.theChair",
	secretariat: "desk.secretariat",
	operator: "secretariat.theOperator",
} as const;

function InboxRow({ row: { reader, thread }, onOpen }: { row: InboxThread; onOpen: () => void }) {
	const { newIn } = useRead();
	const count = newIn(thread, reader);
	const last = thread.messages.at(-1);
	return (
		<li>
			<button type="button" className={classes("inbox-row", count > 0 && "inbox-new")} onClick={onOpen}>
				<span className="desk-name">
					{thread.with.kind === "delegation" || thread.with.kind === "booth" ? (
						<PartyName party={thread.with} />
					) : (
						<Message id={officeWords[thread.with.kind]} />
					)}
					{reader.kind === "operator" && (
						<Tag tone="grey">
							<Message id="secretariat.toOperator" />
						</Tag>
					)}
				</span>
				<span className="inbox-words" dir="auto">
					{last?.text ?? <Message id="messages.reminder" />}
				</span>
				<span className="inbox-end">
					{count > 0 && (
						<Tag tone="brass">
							<Message id="secretariat.messagesNew" values={{ count }} />
						</Tag>
					)}
					{last !== undefined && (
						<small className="dim">
							<HostTime at={last.at} />
						</small>
					)}
				</span>
			</button>
		</li>
	);
}
