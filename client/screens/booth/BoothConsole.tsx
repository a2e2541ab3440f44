import type { Channel } from "../../../shared/conference/common.ts";
import { ChannelName } from "../../features/interpretation/ChannelName.tsx";
import { SlowDownNotice } from "../../features/interpretation/SlowDownNotice.tsx";
import { FiledTexts } from "../../features/texts/FiledTexts.tsx";
import { Message } from "../../i18n/intl.tsx";
import type { Shortcut } from "../../ui/shortcuts.ts";
import { ChannelConsole } from "../console/ChannelConsole.tsx";
import { AirCard } from "./AirCard.tsx";
import { FloorLevel } from "./FloorLevel.tsx";
import { NextUp } from "./NextUp.tsx";
import { useBooth } from "./useBooth.ts";
import { useHeldKey } from "./useHeldKey.ts";

/** An interpreter's console: the floor and what it says in the middle, the microphone and the partner beside it. */
export function BoothConsole({ representativeId, channel }: { representativeId: string; channel: Channel }) {
	const booth = useBooth(representativeId, channel);
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
	];
	return (
		<ChannelConsole
			channel={channel}
			own={channel}
			detail={<Message id="booth.channelOf" values={{ channel: <ChannelName channel={channel} /> }} />}
			role={<Message id="role.interpreter" />}
			shortcuts={shortcuts}
			onAir={isOwn}
			underPlate={
				<>
					<SlowDownNotice />
					<FloorLevel />
				</>
			}
			side={
				<>
					<h2 className="visually-hidden">
						<Message id="booth.mine" />
					</h2>
					<AirCard booth={booth} />
					<NextUp />
				</>
			}
			teamTitle={<Message id="booth.chat" />}
		>
			<FiledTexts />
		</ChannelConsole>
	);
}
