import { useEffect, useId } from "react";
import type { Channel } from "../../../shared/conference/common.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { intlTag } from "../../i18n/languages.ts";
import { useMedia } from "../../media/hooks.tsx";
import { changeListening } from "../../media/listening.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Hand, Headphones } from "../../ui/icons.ts";
import { ChannelName } from "./ChannelName.tsx";
import { ChannelVoice } from "./ChannelVoice.tsx";
import { keyOf } from "./channelKeys.tsx";
import { useChannels, useListening } from "./useChannels.ts";

/**
 * What is heard on this screen: the floor, or a booth over it; and whether signing stands beside the stage. It asks the server for
 * it and plays it, so that it stands once on a screen. Without anything to choose there is nothing of it.
 */
export function ChannelRow({
	own = null,
	compact = false,
}: {
	/** What somebody in a booth works into; everybody else has none. */
	own?: Channel | null;
	/** In a narrow column. */
	compact?: boolean;
}) {
	const { t } = useSpeech();
	const name = useId();
	const media = useMedia();
	const { signs, floorLevel } = useListening();
	const { offered, chosen, isOnAir, canSign, isShown } = useChannels(own);
	const seesSign = signs && canSign;
	useEffect(() => {
		media?.hear([...(chosen === null ? [] : [chosen]), ...(seesSign ? (["sign"] as const) : [])]);
	}, [media, chosen, seesSign]);
	useEffect(() => () => media?.hear([]), [media]);
	if (!isShown && !canSign) return null;
	return (
		<div className={classes("channel-row", compact && "channel-row-compact")}>
			{isShown && (
				<>
					<Icon icon={Headphones} size={20} />
					<div role="radiogroup" className="channel-set" aria-label={t("channel.interpretation")}>
						{[null, ...offered].map((channel) => (
							<label key={channel ?? "floor"} className={classes(channel === chosen && "channel-chosen")}>
								<input
									type="radio"
									name={name}
									checked={channel === chosen}
									aria-keyshortcuts={keyOf(channel)}
									onChange={() => changeListening({ channel })}
								/>
								<span>
									{channel === null ? <Message id="channel.floor" /> : <ChannelName channel={channel} />}
								</span>
							</label>
						))}
					</div>
				</>
			)}
			{canSign && (
				<Button small icon={Hand} aria-pressed={signs} onClick={() => changeListening({ signs: !signs })}>
					<Message id="channel.signLanguage" />
				</Button>
			)}
			{isShown && chosen !== null && <FloorLevel level={floorLevel} />}
			<p
				role="status"
				className={classes("channel-state", (chosen === null || isOnAir) && "visually-hidden")}
			>
				{isShown &&
					(chosen === null ? (
						<Message id="channel.hearsFloor" />
					) : (
						<Message
							id={isOnAir ? "channel.hears" : "channel.offAir"}
							values={{ channel: <ChannelName channel={chosen} /> }}
						/>
					))}
			</p>
			{isShown && chosen !== null && <ChannelVoice key={chosen} channel={chosen} floorLevel={floorLevel} />}
		</div>
	);
}

const steps = 20;

/** How loud the floor stays beneath the interpreter. */
function FloorLevel({ level }: { level: number }) {
	const { locale } = useSpeech();
	const share = new Intl.NumberFormat(intlTag(locale), { style: "percent" }).format(level);
	return (
		<label className="channel-floor">
			<Message id="channel.floorBeneath" />
			<input
				type="range"
				min={0}
				max={steps}
				value={Math.round(level * steps)}
				aria-valuetext={share}
				onChange={(event) => changeListening({ floorLevel: Number(event.target.value) / steps })}
			/>
			<bdi>{share}</bdi>
		</label>
	);
}
