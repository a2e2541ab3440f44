import { useEffect, useRef, useState } from "react";
import { Message } from "../../i18n/intl.tsx";
import { deviceChoice } from "../../media/deviceChoice.ts";
import { followVolume } from "../../media/floorVolume.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Volume2 } from "../../ui/icons.ts";

/** Players that the browser lets make no sound yet. */
const silenced = new Set<() => void>();

/** A touch on one of them is leave for all: the voice of an interpreter and the floor beneath it. */
function letSound(): void {
	for (const turnOn of [...silenced]) turnOn();
}

/**
 * Plays a sound and a picture that belong together. Where the browser lets no sound begin by itself, the picture comes without
 * it and a button asks for it.
 */
export function FeedPlayer({
	audio,
	video,
	mirrored = false,
	isFloor = false,
	label,
}: {
	/** Nothing for one's own picture. */
	audio: MediaStreamTrack | null;
	video: MediaStreamTrack | null;
	/** One's own picture is shown as in a mirror. */
	mirrored?: boolean;
	/** What is said in the hall, which is low while an interpreter is heard over it. */
	isFloor?: boolean;
	label: string;
}) {
	const element = useRef<HTMLVideoElement>(null);
	const [blocked, setBlocked] = useState(false);
	useEffect(() => {
		const player = element.current;
		if (player === null) return undefined;
		// The sound comes first and plays on when its picture joins it: another stream would begin both anew.
		const stream = player.srcObject instanceof MediaStream ? player.srcObject : new MediaStream();
		const wanted = [audio, video].flatMap((track) => track ?? []);
		for (const track of stream.getTracks()) if (!wanted.includes(track)) stream.removeTrack(track);
		for (const track of wanted) stream.addTrack(track);
		if (player.srcObject !== stream) player.srcObject = stream;
		let isGone = false;
		player.muted = false;
		player.play().then(
			() => setBlocked(false),
			(error: DOMException) => {
				if (isGone || error.name !== "NotAllowedError") return undefined;
				player.muted = true;
				setBlocked(audio !== null);
				return player.play().catch(() => {});
			},
		);
		return () => {
			isGone = true;
		};
	}, [audio, video]);
	useEffect(() => {
		// One's own picture has no sound to send anywhere; a loudspeaker that is gone leaves the browser's own.
		const route = () => {
			const { speaker } = deviceChoice.get();
			if (speaker !== undefined) void element.current?.setSinkId?.(speaker).catch(() => {});
		};
		route();
		return deviceChoice.subscribe(route);
	}, []);
	useEffect(() => {
		const player = element.current;
		return isFloor && player !== null ? followVolume(player) : undefined;
	}, [isFloor]);
	useEffect(() => {
		const player = element.current;
		return () => {
			if (player !== null) player.srcObject = null;
		};
	}, []);
	useEffect(() => {
		if (!blocked) return undefined;
		const turnOn = () => {
			if (element.current !== null) element.current.muted = false;
			setBlocked(false);
		};
		silenced.add(turnOn);
		return () => {
			silenced.delete(turnOn);
		};
	}, [blocked]);
	return (
		<>
			{/* biome-ignore lint/a11y/useMediaCaption: a track names a file, and what is said live is in none */}
			<video
				ref={element}
				className={classes("feed-player", mirrored && "feed-mirrored", video === null && "visually-hidden")}
				aria-label={label}
				playsInline
			/>
			{blocked && (
				<Button className="feed-blocked" variant="brass" icon={Volume2} onClick={letSound}>
					<Message id="floor.soundOn" />
				</Button>
			)}
		</>
	);
}
