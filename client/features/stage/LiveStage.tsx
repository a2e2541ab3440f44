import { type ReactNode, useRef } from "react";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { useMediaStatus, useReception, useRemote, useSending } from "../../media/hooks.tsx";
import type { MediaStatus } from "../../media/mediaClient.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Maximize, Mic, MicOff, MonitorPlay, PictureInPicture2 } from "../../ui/icons.ts";
import { FeedPlayer } from "./FeedPlayer.tsx";
import { LiveCaptions } from "./LiveCaptions.tsx";
import { StageRecording } from "./StageRecording.tsx";
import { usePlaying } from "./usePlaying.ts";

/**
 * The stage: whoever has the floor is seen and heard, and the hall stands there when there is no picture. `children` is the hall,
 * `plate` what stands at its foot.
 */
export function LiveStage({
	className,
	plate,
	children,
}: {
	className: string;
	plate: ReactNode;
	children?: ReactNode;
}) {
	const { t } = useSpeech();
	const stage = useRef<HTMLDivElement>(null);
	const floor = useRemote("floor");
	const chair = useRemote("gavel");
	const own = useSending("floor");
	const playing = usePlaying();
	const taken = useReception();
	const recorded = taken !== "nothing" ? playing : undefined;
	const isOwn = own?.status === "live" && recorded === undefined;
	const video = isOwn ? own.tracks.video : (floor?.video ?? null);
	const isHeard = recorded === undefined && (isOwn || floor !== undefined);
	const isSeen = video !== null || recorded !== undefined;
	return (
		<div
			ref={stage}
			className={classes(className, isSeen && "stage-live", recorded !== undefined && "stage-recorded")}
		>
			{!isSeen && children}
			{recorded !== undefined && <StageRecording playing={recorded} soundOnly={taken === "sound"} />}
			{floor !== undefined && !isOwn && recorded === undefined && (
				<FeedPlayer isFloor audio={floor.audio} video={floor.video} label={t("floor.pictureOfSpeaker")} />
			)}
			{isOwn && video !== null && (
				<FeedPlayer audio={null} video={video} mirrored label={t("floor.pictureOfSelf")} />
			)}
			{chair !== undefined && (
				<div className="stage-chair">
					<FeedPlayer isFloor audio={chair.audio} video={chair.video} label={t("floor.pictureOfChair")} />
				</div>
			)}
			{recorded !== undefined && (
				<p className="stage-chip">
					<Icon icon={MonitorPlay} size={16} />
					<Message id="floor.recording" />
				</p>
			)}
			{isHeard && (
				<p className="stage-chip">
					<i className="light light-red" aria-hidden="true" />
					<Message id={isOwn ? "floor.youAreLive" : "floor.live"} />
					{(isOwn ? own.muted : floor?.muted) && (
						<>
							<Icon icon={MicOff} size={16} />
							<Message id="floor.micOff" />
						</>
					)}
					{!isOwn && floor?.audio !== null && floor?.muted === false && <Icon icon={Mic} size={16} />}
				</p>
			)}
			{isSeen && !isOwn && (
				<div className="stage-acts">
					{video !== null && document.pictureInPictureEnabled && (
						<Button variant="hall" icon={PictureInPicture2} onClick={() => keepInSight(stage.current)}>
							<Message id="floor.pictureInPicture" />
						</Button>
					)}
					<Button
						variant="hall"
						icon={Maximize}
						onClick={() => void stage.current?.requestFullscreen().catch(() => {})}
					>
						<Message id="floor.fullScreen" />
					</Button>
				</div>
			)}
			<LiveCaptions />
			{plate}
		</div>
	);
}

/** The picture in a window of its own, over whatever else is worked at; pressed again it comes back. */
function keepInSight(stage: HTMLElement | null): void {
	const player = stage?.querySelector<HTMLVideoElement>(":scope > .feed-player");
	const done =
		document.pictureInPictureElement === null
			? player?.requestPictureInPicture()
			: document.exitPictureInPicture();
	void done?.catch(() => {});
}

const reasons: { readonly [Status in MediaStatus]?: MessageId } = {
	off: "floor.mediaOff",
	full: "floor.mediaFull",
	unsupported: "floor.mediaUnsupported",
};

/** What is to be known of sound and picture on this screen when they do not come. */
export function MediaNote() {
	const status = useMediaStatus();
	const id = reasons[status];
	return id === undefined ? null : (
		<p className="media-note" role="status">
			<Message id={id} />
		</p>
	);
}
