import { useSelect } from "../../conference/hooks.ts";
import { PartyName } from "../../features/messages/PartyName.tsx";
import type { Thread } from "../../features/messages/threads.ts";
import { Message } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { Tag, type TagTone } from "../../ui/Tag.tsx";

/** A thread in a line that opens it: with whom, what was written last, and when or how much of it is new. */
export function ThreadLine({
	thread,
	count,
	tone,
	onOpen,
}: {
	thread: Thread;
	/** How many messages have not been read here. */
	count: number;
	tone: TagTone;
	onOpen: () => void;
}) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	const last = thread.messages.at(-1);
	return (
		<button type="button" className="message-line" onClick={onOpen}>
			<span className="message-line-who">
				<PartyName party={thread.with} />
			</span>
			{count > 0 ? (
				<Tag tone={tone}>
					<Message id="podium.newMessages" values={{ count }} />
				</Tag>
			) : (
				<bdi className="dim small">{clockTime(last?.at ?? 0, timeZone)}</bdi>
			)}
			<span className="message-line-text" dir="auto">
				{last?.text ?? <Message id="messages.reminder" />}
			</span>
		</button>
	);
}
