import { useState } from "react";
import type { Language } from "../../../shared/conference/common.ts";
import type { Party } from "../../../shared/conference/messages.ts";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { ChannelName } from "../../features/interpretation/ChannelName.tsx";
import { ChannelRow } from "../../features/interpretation/ChannelRow.tsx";
import { useChannelKeys } from "../../features/interpretation/channelKeys.tsx";
import { PresentMeetingTitle } from "../../features/programme/PresentMeetingTitle.tsx";
import { LiveStage, MediaNote } from "../../features/stage/LiveStage.tsx";
import { FiledTexts } from "../../features/texts/FiledTexts.tsx";
import { Message } from "../../i18n/intl.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { LifeBuoy } from "../../ui/icons.ts";
import type { Shortcut } from "../../ui/shortcuts.ts";
import { ConsoleShell } from "../console/ConsoleShell.tsx";
import { MessagesDialog } from "../console/MessagesDialog.tsx";
import { MessageThread } from "../console/MessageThread.tsx";
import { CaptionWriter } from "./CaptionWriter.tsx";

const operator: Party = { kind: "operator" };

/** A captioner's console: the floor, the lines as they go out, and the text as filed to take words from. */
export function CaptionsConsole({ language }: { language: Language }) {
	const [asksOperator, setAsksOperator] = useState(false);
	const channelKeys = useChannelKeys();
	const reader: Party = { kind: "booth", channel: language };
	const shortcuts: readonly Shortcut[] = [
		{ key: "W", label: <Message id="booth.callOperator" />, run: () => setAsksOperator(true) },
		...channelKeys,
	];
	return (
		<ConsoleShell
			title={<PresentMeetingTitle />}
			detail={<Message id="captions.in" values={{ language: <ChannelName channel={language} /> }} />}
			role={<Message id="role.captioner" />}
			shortcuts={shortcuts}
			footEnd={
				<button type="button" className="key-hints-all foot-call" onClick={() => setAsksOperator(true)}>
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
						<LiveStage className="stage booth-picture on-hall" plate={null}>
							<p className="booth-no-picture">
								<Message id="booth.noPicture" />
							</p>
						</LiveStage>
						<div className="booth-now">
							<FloorPlate size="console" />
							<ChannelRow />
							<MediaNote />
						</div>
					</div>
					<CaptionWriter language={language} />
				</section>
				<section className="column column-action">
					<FiledTexts />
					<section className="block booth-chat">
						<div className="block-head">
							<h3>
								<Message id="captions.team" />
							</h3>
						</div>
						<MessageThread reader={reader} to={reader} />
					</section>
				</section>
			</main>
			{asksOperator && (
				<MessagesDialog reader={reader} to={operator} onClose={() => setAsksOperator(false)} />
			)}
		</ConsoleShell>
	);
}
