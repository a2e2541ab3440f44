import type { LucideIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { Name } from "../../i18n/Name.tsx";
import { deviceChoice } from "../../media/deviceChoice.ts";
import { playTone } from "../../media/level.ts";
import type { Sending } from "../../media/mediaClient.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Check, CircleCheck, Mic, Video, Volume2, Wifi } from "../../ui/icons.ts";
import { Tag, type TagTone } from "../../ui/Tag.tsx";
import { LevelMeter } from "./LevelMeter.tsx";
import type { GreenRoom } from "./useGreenRoom.ts";

/** The seat before the floor: what works, what does not, and the word to the chair that it can be called. */
export function GreenRoomCheck({
	room: { report, way, setReady },
	sending: { tracks },
	readyAbove,
}: {
	room: GreenRoom;
	sending: Sending;
	readyAbove: boolean;
}) {
	const { number } = useSpeech();
	const settings = tracks.video?.getSettings();
	const isGood = report.microphone === "good" && report.connection === "good";
	return (
		<div className="green-room">
			<div className="block-head">
				<h4>
					<Message id="media.check" />
				</h4>
				<span role="status">
					<Tag tone={isGood ? "green" : "grey"}>
						<Message id={isGood ? "media.checkGood" : "media.checkOpen"} />
					</Tag>
				</span>
			</div>
			<ul>
				<Row
					icon={Video}
					name="media.camera"
					detail={
						tracks.video === null ? (
							<Message id="media.cameraOff" />
						) : (
							<Message
								id="media.cameraPicture"
								values={{ name: <Name>{tracks.video.label}</Name>, lines: settings?.height ?? 0 }}
							/>
						)
					}
				>
					<Finding found={report.camera} />
				</Row>
				<Row icon={Mic} name="media.microphone" detail={<Message id="media.saySomething" />}>
					{report.microphone === "muted" || tracks.audio === null ? (
						<Finding found="muted" />
					) : (
						<LevelMeter track={tracks.audio} />
					)}
				</Row>
				<Row
					icon={Wifi}
					name="media.connection"
					detail={
						way === undefined ? (
							<Message id="media.connectionTesting" />
						) : (
							<Message
								id={way.bitrate === undefined ? "media.connectionTime" : "media.connectionBoth"}
								values={{
									time: number(Math.round(way.roundTripMs)),
									speed: number(Math.round((way.bitrate ?? 0) / 100_000) / 10),
								}}
							/>
						)
					}
				>
					<Finding found={report.connection} />
				</Row>
				<SpeakerRow />
			</ul>
			{report.ready && (
				<p className="green-room-told">
					<Icon icon={CircleCheck} />
					<span role="status">
						<Message id="media.readyTold" />
					</span>
					<Button small variant="quiet" onClick={() => setReady(false)}>
						<Message id="media.notReady" />
					</Button>
				</p>
			)}
			{!report.ready && !readyAbove && (
				<Button wide variant="primary" icon={CircleCheck} onClick={() => setReady(true)}>
					<Message id="media.iAmReady" />
				</Button>
			)}
		</div>
	);
}

function Row({
	icon,
	name,
	detail,
	children,
}: {
	icon: LucideIcon;
	name: MessageId;
	detail?: ReactNode;
	children: ReactNode;
}) {
	return (
		<li className="green-room-row">
			<Icon icon={icon} size={21} />
			<span>
				<Message id={name} />
				{detail !== undefined && <small>{detail}</small>}
			</span>
			{children}
		</li>
	);
}

const findings = {
	good: { tone: "green", id: "media.good" },
	off: { tone: "grey", id: "media.off" },
	muted: { tone: "brass", id: "media.off" },
	poor: { tone: "brass", id: "media.poor" },
	testing: { tone: "grey", id: "media.testing" },
} as const satisfies Record<string, { tone: TagTone; id: MessageId }>;

function Finding({ found }: { found: keyof typeof findings }) {
	const { tone, id } = findings[found];
	return (
		<Tag tone={tone} icon={found === "good" ? Check : undefined}>
			<Message id={id} />
		</Tag>
	);
}

function SpeakerRow() {
	const [isPlaying, setPlaying] = useState(false);
	const [failed, setFailed] = useState(false);
	const play = async () => {
		setPlaying(true);
		await playTone(deviceChoice.get().speaker).then(
			() => setFailed(false),
			() => setFailed(true),
		);
		setPlaying(false);
	};
	return (
		<Row
			icon={Volume2}
			name="media.loudspeaker"
			detail={failed ? <Message id="media.soundFailed" /> : undefined}
		>
			<Button small aria-busy={isPlaying ? true : undefined} onClick={() => void play()}>
				<Message id="media.playSound" />
			</Button>
		</Row>
	);
}
