import { useEffect, useRef } from "react";
import type { Party } from "../../../shared/conference/messages.ts";
import { useSelect } from "../../conference/hooks.ts";
import { PartyName } from "../../features/messages/PartyName.tsx";
import { partyKey, type Thread, threadsOf } from "../../features/messages/threads.ts";
import { useRead } from "../../features/messages/useRead.ts";
import { Message } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Gavel, LifeBuoy, Mail } from "../../ui/icons.ts";
import { Tag } from "../../ui/Tag.tsx";
import { useFeedback } from "../console/feedback.tsx";

/** Whom a delegation writes to. */
export const offices = [
	{ party: { kind: "chair" }, icon: Gavel, words: "delegate.writeChair" },
	{ party: { kind: "secretariat" }, icon: Mail, words: "delegate.writeSecretariat" },
	{ party: { kind: "operator" }, icon: LifeBuoy, words: "delegate.callOperator" },
] as const satisfies readonly { readonly party: Party; readonly icon: unknown; readonly words: string }[];

export function useThreads(delegationId: string): readonly Thread[] {
	return useSelect(
		(state) => threadsOf(state, { kind: "delegation", delegationId }),
		(a, b) =>
			a.length === b.length && a.every((each, index) => each.messages.length === b[index]?.messages.length),
	);
}

/** Says that somebody has written, for messages that come while the page is open. */
export function useMessageNotes(delegationId: string): void {
	const { show } = useFeedback();
	const latest = useSelect((state) =>
		[...state.messages.messages.values()].findLast(
			({ to, text }) => text !== null && to.kind === "delegation" && to.delegationId === delegationId,
		),
	);
	const known = useRef(latest?.id);
	useEffect(() => {
		if (known.current === latest?.id) return;
		known.current = latest?.id;
		if (latest?.text == null) return;
		show({
			title: <Message id="delegate.messageFrom" values={{ party: <PartyName party={latest.from} /> }} />,
			detail: <bdi>{latest.text}</bdi>,
		});
	}, [latest, show]);
}

/** The three threads of a delegation, with what is new in each. */
export function MessageRows({
	delegationId,
	onOpen,
}: {
	delegationId: string;
	onOpen: (party: Party) => void;
}) {
	const threads = useThreads(delegationId);
	const { newIn } = useRead();
	const timeZone = useSelect((state) => state.profile.timeZone);
	return (
		<ul className="message-rows">
			{offices.map(({ party, icon, words }) => {
				const thread = threads.find((each) => partyKey(each.with) === partyKey(party));
				const fresh = thread === undefined ? 0 : newIn(thread);
				const last = thread?.messages.at(-1);
				return (
					<li key={party.kind}>
						<button
							type="button"
							data-first={party.kind === "chair" ? "" : undefined}
							onClick={() => onOpen(party)}
						>
							<Icon icon={icon} />
							<span>
								<Message id={words} />
								{last !== undefined && (
									<small dir="auto">{last.text ?? <Message id="messages.reminder" />}</small>
								)}
							</span>
							{fresh > 0 ? (
								<Tag tone="blue">
									<Message id="delegate.newMessages" values={{ count: fresh }} />
								</Tag>
							) : (
								last !== undefined && (
									<small>
										<bdi>{clockTime(last.at, timeZone)}</bdi>
									</small>
								)
							)}
						</button>
					</li>
				);
			})}
		</ul>
	);
}

/** My messages, where everything of mine stands. */
export function MessagesBlock({
	delegationId,
	onOpen,
}: {
	delegationId: string;
	onOpen: (party: Party) => void;
}) {
	return (
		<section className="block block-messages">
			<div className="block-head">
				<h3>
					<Message id="delegate.messages" />
				</h3>
			</div>
			<MessageRows delegationId={delegationId} onOpen={onOpen} />
		</section>
	);
}

/** To whom to write, for the key. */
export function WriteDialog({
	delegationId,
	onOpen,
	onClose,
}: {
	delegationId: string;
	onOpen: (party: Party) => void;
	onClose: () => void;
}) {
	return (
		<Dialog
			title={<Message id="delegate.writeTo" />}
			onClose={onClose}
			actions={
				<Button onClick={onClose}>
					<Message id="common.cancel" />
				</Button>
			}
		>
			<MessageRows delegationId={delegationId} onOpen={onOpen} />
		</Dialog>
	);
}
