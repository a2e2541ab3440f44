import { type ReactNode, useState } from "react";
import type { Channel } from "../../../shared/conference/common.ts";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { ChannelRow } from "../../features/interpretation/ChannelRow.tsx";
import { useChannelKeys } from "../../features/interpretation/channelKeys.tsx";
import { SignedStage } from "../../features/interpretation/SignedStage.tsx";
import type { Reader } from "../../features/messages/threads.ts";
import { PresentMeetingTitle } from "../../features/programme/PresentMeetingTitle.tsx";
import { LiveStage, MediaNote } from "../../features/stage/LiveStage.tsx";
import { Message } from "../../i18n/intl.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { LifeBuoy } from "../../ui/icons.ts";
import type { Shortcut } from "../../ui/shortcuts.ts";
import { ConsoleShell, type ConsoleShellProps } from "./ConsoleShell.tsx";
import { MessagesDialog } from "./MessagesDialog.tsx";
import { MessageThread } from "./MessageThread.tsx";

/**
 * The console of whoever works on a channel, interpreter or captioner: the floor and what is made of it in the middle, the own
 * tools at the side, and below them those who work on the same channel. The operator is a key away.
 */
export function ChannelConsole({
	channel,
	own,
	shortcuts,
	underPlate,
	children,
	side,
	teamTitle,
	...shell
}: Pick<ConsoleShellProps, "detail" | "role" | "onAir"> & {
	readonly channel: Channel;
	/** The channel that is not listened to here, because it is made here. */
	readonly own: Channel | null;
	readonly shortcuts: readonly Shortcut[];
	/** Beside the stage, between the plate and what is listened to. */
	readonly underPlate?: ReactNode;
	/** Below the stage. */
	readonly children: ReactNode;
	readonly side: ReactNode;
	readonly teamTitle: ReactNode;
}) {
	const [asksOperator, setAsksOperator] = useState(false);
	const channelKeys = useChannelKeys(own);
	const reader: Reader = { kind: "booth", channel };
	const askOperator = () => setAsksOperator(true);
	return (
		<ConsoleShell
			{...shell}
			title={<PresentMeetingTitle />}
			shortcuts={[
				...shortcuts,
				{ key: "W", label: <Message id="booth.callOperator" />, run: askOperator },
				...channelKeys,
			]}
			footEnd={
				<button type="button" className="key-hints-all foot-call" onClick={askOperator}>
					<Icon icon={LifeBuoy} size={17} />
					<Message id="booth.callOperator" />
				</button>
			}
		>
			<main className="booth-body">
				<section className="column column-stack booth-floor">
					<h2 className="visually-hidden">
						<Message id="booth.floor" />
					</h2>
					<div className="booth-stage">
						<SignedStage>
							<LiveStage className="stage booth-picture on-hall" plate={null}>
								<p className="booth-no-picture">
									<Message id="booth.noPicture" />
								</p>
							</LiveStage>
						</SignedStage>
						<div className="booth-now">
							<FloorPlate size="console" />
							{underPlate}
							<ChannelRow own={own} />
							<MediaNote />
						</div>
					</div>
					{children}
				</section>
				<section className="column column-action">
					{side}
					<section className="block booth-chat">
						<div className="block-head">
							<h3>{teamTitle}</h3>
						</div>
						<MessageThread reader={reader} to={reader} />
					</section>
				</section>
			</main>
			{asksOperator && (
				<MessagesDialog reader={reader} to={{ kind: "operator" }} onClose={() => setAsksOperator(false)} />
			)}
		</ConsoleShell>
	);
}
