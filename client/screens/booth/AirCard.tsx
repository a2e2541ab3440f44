import { useDirectory } from "../../conference/hooks.ts";
import { Elapsed } from "../../features/floor/Elapsed.tsx";
import { DeviceFields } from "../../features/stage/DeviceFields.tsx";
import { FeedPlayer } from "../../features/stage/FeedPlayer.tsx";
import { LevelMeter } from "../../features/stage/LevelMeter.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import type { DeviceProblem } from "../../media/devices.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ArrowLeftRight, Gauge, Mic, MicOff, RadioTower, SlidersHorizontal, Video } from "../../ui/icons.ts";
import type { Booth } from "./useBooth.ts";

const problems: Record<DeviceProblem, MessageId> = {
	insecure: "media.insecure",
	denied: "media.denied",
	none: "media.noDevice",
	busy: "media.busy",
};

/** The microphone of the booth: whose it is, the light, and everything that is done with it. */
export function AirCard({ booth }: { booth: Booth }) {
	const { t } = useSpeech();
	const { air, sending, channel } = booth;
	const isOwn = air.kind === "own";
	const isSigned = channel === "sign";
	const cannot = booth.isSitting ? undefined : t("booth.noMeeting");
	return (
		<section className={classes("air-card", isOwn && "air-own", air.kind === "partner" && "air-partner")}>
			<p className="air-state" role="status">
				<Icon icon={RadioTower} size={28} />
				<span>
					<b>
						<Message id={air.kind === "off" ? "booth.offAir" : "booth.onAir"} />
					</b>
					<span>
						<AirDetail booth={booth} />
					</span>
				</span>
			</p>
			{isOwn ? (
				<>
					<CoughButton booth={booth} />
					<div className="air-acts">
						<Button
							icon={ArrowLeftRight}
							shortcut="H"
							unavailable={air.handOver ? t("booth.partnerAsked") : undefined}
							onClick={booth.handOver}
						>
							<Message id="booth.handOver" />
						</Button>
						<Button variant="outlineRed" onClick={booth.leaveAir}>
							<Message id="booth.leaveAir" />
						</Button>
					</div>
				</>
			) : (
				<Button
					wide
					variant={air.kind === "partner" && air.handOver ? "brass" : "primary"}
					icon={isSigned ? Video : Mic}
					shortcut="T"
					unavailable={cannot}
					aria-busy={booth.busy ? true : undefined}
					onClick={() => void booth.goOnAir()}
				>
					<Message id={air.kind === "partner" ? "booth.takeOver" : "booth.goOnAir"} />
				</Button>
			)}
			<Button wide icon={Gauge} shortcut="S" onClick={booth.slowDown}>
				<Message id="booth.slowDown" />
			</Button>
			<div className="air-device">
				{sending === undefined ? (
					<Button wide small onClick={() => void booth.turnOn()}>
						<Message id={isSigned ? "booth.testCamera" : "booth.testMicrophone"} />
					</Button>
				) : (
					<>
						{sending.tracks.video !== null && (
							<div className="own-feed-preview">
								<FeedPlayer
									audio={null}
									video={sending.tracks.video}
									mirrored
									label={t("floor.pictureOfSelf")}
								/>
							</div>
						)}
						{sending.tracks.audio !== null && (
							<p className="air-level">
								<Message id="media.microphone" />
								<LevelMeter track={sending.muted ? null : sending.tracks.audio} />
							</p>
						)}
						{sending.status === "elsewhere" && (
							<p className="media-note">
								<Message id="media.elsewhere" />
							</p>
						)}
						<details className="device-choice">
							<summary>
								<Icon icon={SlidersHorizontal} size={17} />
								<Message id="media.changeDevices" />
							</summary>
							<DeviceFields tracks={sending.tracks} onChange={() => void booth.turnOn()} />
						</details>
						{!isOwn && (
							<Button wide small variant="quiet" onClick={booth.turnOff}>
								<Message id="media.turnOff" />
							</Button>
						)}
					</>
				)}
				{booth.problem !== undefined && (
					<p className="media-note" role="alert">
						<Message id={problems[booth.problem]} />
					</p>
				)}
			</div>
		</section>
	);
}

function AirDetail({ booth: { air, sending } }: { booth: Booth }) {
	const directory = useDirectory();
	const { t } = useSpeech();
	if (air.kind === "off") return <Message id="booth.floorHeard" />;
	if (air.kind === "own") {
		if (sending?.muted) return <Message id="booth.coughing" />;
		if (air.handOver) return <Message id="booth.partnerAsked" />;
		return <Message id="booth.youFor" values={{ time: <Elapsed since={air.since} /> }} />;
	}
	const name = directory.get(air.representativeId ?? "")?.name ?? t("booth.partner");
	return (
		<Message
			id={air.handOver ? "booth.partnerAsks" : "booth.partnerFor"}
			values={{ name: <bdi dir="auto">{name}</bdi>, time: <Elapsed since={air.since} /> }}
		/>
	);
}

/** Silent as long as it is held, by finger, pointer or key; released anywhere it ends. */
function CoughButton({ booth: { sending, cough } }: { booth: Booth }) {
	const isHeld = sending?.muted === true;
	return (
		<Button
			wide
			className="cough"
			icon={MicOff}
			shortcut="C"
			aria-pressed={isHeld}
			onPointerDown={(event) => {
				event.currentTarget.setPointerCapture(event.pointerId);
				cough(true);
			}}
			onPointerUp={() => cough(false)}
			onPointerCancel={() => cough(false)}
			onKeyDown={(event) => {
				if ((event.key === " " || event.key === "Enter") && !event.repeat) cough(true);
			}}
			onKeyUp={(event) => {
				if (event.key === " " || event.key === "Enter") cough(false);
			}}
			onBlur={() => isHeld && cough(false)}
		>
			<Message id="booth.cough" />
		</Button>
	);
}
