import { useState } from "react";
import type { Channel } from "../../../shared/conference/common.ts";
import type { Party } from "../../../shared/conference/messages.ts";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { ChannelName } from "../../features/interpretation/ChannelName.tsx";
import { ChannelRow } from "../../features/interpretation/ChannelRow.tsx";
import { useChannelKeys } from "../../features/interpretation/channelKeys.tsx";
import { SignedStage } from "../../features/interpretation/SignedStage.tsx";
import { SlowDownNotice } from "../../features/interpretation/SlowDownNotice.tsx";
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
import { AirCard } from "./AirCard.tsx";
import { FloorLevel } from "./FloorLevel.tsx";
import { NextUp } from "./NextUp.tsx";
import { useBooth } from "./useBooth.ts";
import { useHeldKey } from "./useHeldKey.ts";

const operator: Party = { kind: "operator" };

/** An interpreter's console: the floor and what it says in the middle, the microphone and the partner beside it. */
export function BoothConsole({ representativeId, channel }: { representativeId: string; channel: Channel }) {
	const booth = useBooth(representativeId, channel);
	const [asksOperator, setAsksOperator] = useState(false);
	const channelKeys = useChannelKeys(channel);
	const reader: Party = { kind: "booth", channel };
	const isOwn = booth.air.kind === "own";
	useHeldKey("C", isOwn ? booth.cough : undefined);
	const shortcuts: readonly Shortcut[] = [
		{
			key: "T",
			label: <Message id={booth.air.kind === "partner" ? "booth.takeOver" : "booth.goOnAir"} />,
			run: isOwn || !booth.isSitting ? undefined : () => void booth.goOnAir(),
		},
		{
			key: "H",
			label: <Message id="booth.handOver" />,
			run: booth.air.kind === "own" && !booth.air.handOver ? booth.handOver : undefined,
		},
		// The hold itself is not a press: the hook above sees to it.
		{ key: "C", label: <Message id="booth.cough" />, run: isOwn ? () => {} : undefined },
		{ key: "S", label: <Message id="booth.slowDown" />, run: booth.slowDown },
		{ key: "W", label: <Message id="booth.callOperator" />, run: () => setAsksOperator(true) },
		...channelKeys,
	];
	return (
		<ConsoleShell
			title={<PresentMeetingTitle />}
			detail={<Message id="booth.channelOf" values={{ channel: <ChannelName channel={channel} /> }} />}
			role={<Message id="role.interpreter" />}
			shortcuts={shortcuts}
			onAir={isOwn}
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
						<SignedStage>
							<LiveStage className="stage booth-picture on-hall" plate={null}>
								<p className="booth-no-picture">
									<Message id="booth.noPicture" />
								</p>
							</LiveStage>
						</SignedStage>
						<div className="booth-now">
							<FloorPlate size="console" />
							<SlowDownNotice />
							<FloorLevel />
							<ChannelRow own={channel} />
							<MediaNote />
						</div>
					</div>
					<FiledTexts />
				</section>
				<section className="column column-action">
					<h2 className="visually-hidden">
						<Message id="booth.mine" />
					</h2>
					<AirCard booth={booth} />
					<NextUp />
					<section className="block booth-chat">
						<div className="block-head">
							<h3>
								<Message id="booth.chat" />
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
