import { useState } from "react";
import type { Channel } from "../../../shared/conference/common.ts";
import type { MonitoredFeed } from "../../../shared/protocol/monitor.ts";
import { ChannelName } from "../../features/interpretation/ChannelName.tsx";
import { Message } from "../../i18n/intl.tsx";
import { ConfirmDialog } from "../console/FormDialog.tsx";
import { MessagesDialog } from "../console/MessagesDialog.tsx";
import { useCommand } from "../console/useCommand.ts";
import { FeedName } from "./feeds/FeedName.tsx";
import { type OperatorDialog, useOperatorDialog } from "./operatorDialog.ts";
import { WriteDialog } from "./side/WriteDialog.tsx";

/** The dialog that is open, if any. */
export function OperatorDialogs({
	dialog,
	onRestart,
	onClose,
}: {
	dialog: OperatorDialog | null;
	onRestart: (feed: MonitoredFeed) => void;
	onClose: () => void;
}) {
	const open = useOperatorDialog();
	switch (dialog?.kind) {
		case undefined:
			return null;
		case "write":
			return <WriteDialog onChoose={(to) => open({ kind: "messages", to })} onClose={onClose} />;
		case "messages":
			return <MessagesDialog reader={{ kind: "operator" }} to={dialog.to} onClose={onClose} />;
		case "restart":
			return <RestartDialog feed={dialog.feed} onRestart={onRestart} onClose={onClose} />;
		case "booth":
			return <BoothDialog channel={dialog.channel} onClose={onClose} />;
	}
}

function RestartDialog({
	feed,
	onRestart,
	onClose,
}: {
	feed: MonitoredFeed;
	onRestart: (feed: MonitoredFeed) => void;
	onClose: () => void;
}) {
	return (
		<ConfirmDialog
			title={
				<span className="inline-name">
					<Message id="operator.restartOf" values={{ name: <FeedName feed={feed} /> }} />
				</span>
			}
			submit={<Message id="operator.restart" />}
			busy={false}
			onSubmit={() => {
				onRestart(feed);
				onClose();
			}}
			onClose={onClose}
		>
			<Message id={feed.live ? "operator.restartLive" : "operator.restartReady"} />
		</ConfirmDialog>
	);
}

function BoothDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
	const { run, busy } = useCommand();
	const [refusal, setRefusal] = useState<string>();
	const close = async () => {
		const outcome = await run({ type: "leaveAir", channel }, { quiet: true });
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<ConfirmDialog
			title={<Message id="operator.closeBoothOf" values={{ channel: <ChannelName channel={channel} /> }} />}
			submit={<Message id="operator.closeBooth" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void close()}
			onClose={onClose}
		>
			<Message id="operator.closeBoothNext" />
		</ConfirmDialog>
	);
}
