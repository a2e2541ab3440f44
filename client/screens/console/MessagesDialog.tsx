import type { Party } from "../../../shared/conference/messages.ts";
import { PartyName } from "../../features/messages/PartyName.tsx";
import type { Reader } from "../../features/messages/threads.ts";
import { Message } from "../../i18n/intl.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { MessageThread } from "./MessageThread.tsx";

/** Short private messages with one party, over the screen. */
export function MessagesDialog({ reader, to, onClose }: { reader: Reader; to: Party; onClose: () => void }) {
	return (
		<Dialog
			title={<Message id="messages.with" values={{ party: <PartyName party={to} /> }} />}
			onClose={onClose}
		>
			<MessageThread reader={reader} to={to} />
		</Dialog>
	);
}
