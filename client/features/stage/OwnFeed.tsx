import { useState } from "react";
import type { FeedKind } from "../../../shared/protocol/feeds.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { type DeviceProblem, devicesOf, openDevices, type WantedDevices } from "../../media/devices.ts";
import { useMedia, useMediaStatus, useSending } from "../../media/hooks.tsx";
import type { SendStatus } from "../../media/mediaClient.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Mic, MicOff, SlidersHorizontal, Video } from "../../ui/icons.ts";
import { type LightTone, Status } from "../../ui/Status.tsx";
import { DeviceFields } from "./DeviceFields.tsx";
import { FeedPlayer } from "./FeedPlayer.tsx";
import { GreenRoomCheck } from "./GreenRoomCheck.tsx";
import { MediaNote } from "./LiveStage.tsx";
import type { GreenRoom } from "./useGreenRoom.ts";

const states: Record<SendStatus, { readonly tone: LightTone; readonly id: MessageId }> = {
	starting: { tone: "brass", id: "media.starting" },
	waiting: { tone: "off", id: "media.nobodyHears" },
	live: { tone: "red", id: "media.allHear" },
	elsewhere: { tone: "brass", id: "media.elsewhere" },
	refused: { tone: "brass", id: "media.refused" },
};

const problems: Record<DeviceProblem, MessageId> = {
	insecure: "media.insecure",
	denied: "media.denied",
	none: "media.noDevice",
	busy: "media.busy",
};

/**
 * One's own microphone and camera: turned on ahead, heard by nobody until the floor is there. `preview` shows one's own picture
 * while the stage shows somebody else.
 */
export function OwnFeed({
	feed,
	preview,
	room = null,
	readyAbove = false,
}: {
	feed: FeedKind;
	preview: boolean;
	/** The test before the floor, for whoever follows. */
	room?: GreenRoom | null;
	/** The big button says ready already. */
	readyAbove?: boolean;
}) {
	const { t } = useSpeech();
	const media = useMedia();
	const sending = useSending(feed);
	const [problem, setProblem] = useState<DeviceProblem>();
	const [asking, setAsking] = useState(false);
	const status = useMediaStatus();
	if (media === null || status === "off" || status === "unsupported") return <MediaNote />;
	const turnOn = async (wanted: WantedDevices) => {
		setAsking(true);
		const opened = await openDevices(wanted);
		setAsking(false);
		setProblem(typeof opened === "string" ? opened : undefined);
		if (typeof opened !== "string") await media.send(feed, opened);
	};
	return (
		<section className="own-feed" aria-label={t("media.own")}>
			{sending === undefined ? (
				<div className="own-feed-acts">
					<Button
						wide
						variant="primary"
						icon={Video}
						aria-busy={asking ? true : undefined}
						onClick={() => void turnOn("both")}
					>
						<Message id="media.turnOn" />
					</Button>
					<Button wide icon={Mic} onClick={() => void turnOn("microphone")}>
						<Message id="media.soundOnly" />
					</Button>
				</div>
			) : (
				<>
					{preview && sending.tracks.video !== null && sending.status !== "live" && (
						<div className="own-feed-preview">
							<FeedPlayer
								audio={null}
								video={sending.tracks.video}
								mirrored
								label={t("floor.pictureOfSelf")}
							/>
						</div>
					)}
					<p className="own-feed-state" role="status">
						<Status tone={states[sending.status].tone}>
							<span>
								<Message id={sending.muted ? "media.muted" : states[sending.status].id} />
							</span>
						</Status>
					</p>
					<div className="own-feed-acts">
						{sending.status === "elsewhere" ? (
							<Button wide onClick={() => void media.send(feed, sending.tracks, true)}>
								<Message id="media.useThis" />
							</Button>
						) : (
							<Button
								wide
								icon={sending.muted ? Mic : MicOff}
								onClick={() => void media.mute(feed, !sending.muted)}
							>
								<Message id={sending.muted ? "media.unmute" : "media.mute"} />
							</Button>
						)}
						<Button wide onClick={() => media.stop(feed)}>
							<Message id="media.turnOff" />
						</Button>
					</div>
					{room !== null && <GreenRoomCheck room={room} sending={sending} readyAbove={readyAbove} />}
					<details className="device-choice">
						<summary>
							<Icon icon={SlidersHorizontal} size={17} />
							<Message id="media.changeDevices" />
						</summary>
						<DeviceFields tracks={sending.tracks} onChange={() => void turnOn(devicesOf(sending.tracks))} />
					</details>
				</>
			)}
			{problem !== undefined && (
				<p className="media-note" role="alert">
					<Message id={problems[problem]} />
				</p>
			)}
		</section>
	);
}
