import type { MonitoredFeed, MonitoredLayer } from "../../../../shared/protocol/monitor.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { TriangleAlert } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { type FeedProblem, lossOf } from "./feedProblems.ts";
import { LevelMeter } from "./LevelMeter.tsx";

/** A rate of bits, in the unit in which it is read at a glance. */
function Rate({ bitrate }: { bitrate: number }) {
	const { number } = useSpeech();
	if (bitrate >= 999_500)
		return (
			<span>
				<Message
					id="operator.megabits"
					values={{ value: <bdi>{number(Math.round(bitrate / 100_000) / 10)}</bdi> }}
				/>
			</span>
		);
	return (
		<span>
			<Message id="operator.kilobits" values={{ value: <bdi>{number(Math.round(bitrate / 1000))}</bdi> }} />
		</span>
	);
}

/** Loudness and rate of the sound. */
export function SoundFigures({ feed: { id, audio, live } }: { feed: MonitoredFeed }) {
	if (audio === null)
		return (
			<span className="dim">
				<Message id="operator.noSound" />
			</span>
		);
	return (
		<>
			{audio.muted ? (
				<Message id="floor.micOff" />
			) : live ? (
				<LevelMeter feedId={id} />
			) : (
				<span className="dim">
					<Message id="operator.levelWhenLive" />
				</span>
			)}
			<small>
				<Rate bitrate={audio.bitrate} />
			</small>
		</>
	);
}

/** The picture by its sizes, the largest first. */
export function PictureFigures({ feed: { video } }: { feed: MonitoredFeed }) {
	if (video === null)
		return (
			<span className="dim">
				<Message id="operator.noPicture" />
			</span>
		);
	return (
		<ul className="feed-layers">
			{video.layers.toReversed().map((layer) => (
				<li key={layer.rid}>
					<Layer layer={layer} />
				</li>
			))}
		</ul>
	);
}

function Layer({ layer: { bitrate, width, height, framesPerSecond } }: { layer: MonitoredLayer }) {
	const { number } = useSpeech();
	const isSent = bitrate > 0;
	const size = width === null || height === null ? null : <bdi>{`${width} × ${height}`}</bdi>;
	if (!isSent)
		return (
			<span className="feed-layer-off">
				{size} <Message id="operator.layerOff" />
			</span>
		);
	return (
		<>
			<span className="feed-layer-size">{size ?? <Message id="operator.sizeUnknown" />}</span>
			<Rate bitrate={bitrate} />
			{framesPerSecond !== null && (
				<span>
					<Message
						id="operator.frames"
						values={{ value: <bdi>{number(Math.round(framesPerSecond))}</bdi> }}
					/>
				</span>
			)}
		</>
	);
}

/** How it makes its way from the sender to the server. */
export function WayFigures({ feed }: { feed: MonitoredFeed }) {
	const { number } = useSpeech();
	const { audio, video, roundTripMs } = feed;
	const jitterMs = Math.max(audio?.jitterMs ?? 0, video?.jitterMs ?? 0);
	const milliseconds = (ms: number) => <bdi>{number(Math.round(ms))}</bdi>;
	const lost = Math.round(lossOf(feed) * 1000) / 10;
	return (
		<dl className="feed-way">
			<dt>
				<Message id="operator.loss" />
			</dt>
			<dd>
				<Message id="operator.ofHundred" values={{ value: <bdi>{number(lost)}</bdi> }} />
			</dd>
			<dt>
				<Message id="operator.roundTrip" />
			</dt>
			<dd>
				{roundTripMs === null ? (
					<Message id="operator.notKnown" />
				) : (
					<Message id="operator.milliseconds" values={{ value: milliseconds(roundTripMs) }} />
				)}
			</dd>
			<dt>
				<Message id="operator.jitter" />
			</dt>
			<dd>
				<Message id="operator.milliseconds" values={{ value: milliseconds(jitterMs) }} />
			</dd>
		</dl>
	);
}

/** Who receives it, and how many of them badly. */
export function ReceivedFigures({
	feed: { live, listeners, publicListeners, arrival },
}: {
	feed: MonitoredFeed;
}) {
	if (!live)
		return (
			<span className="dim">
				<Message id="operator.nobodyYet" />
			</span>
		);
	return (
		<>
			<span>
				<Message id="operator.screens" values={{ count: listeners }} />
			</span>
			{publicListeners > 0 && (
				<small>
					<Message id="operator.ofPublic" values={{ count: publicListeners }} />
				</small>
			)}
			{arrival.weak > 0 && (
				<small>
					<Message id="operator.weakly" values={{ count: arrival.weak }} />
				</small>
			)}
			{arrival.poor > 0 && (
				<small>
					<Message id="operator.poorly" values={{ count: arrival.poor }} />
				</small>
			)}
		</>
	);
}

/** What is wrong, in words. */
export function FeedProblems({ problems }: { problems: readonly FeedProblem[] }) {
	return (
		<ul className="feed-problems">
			{problems.map((problem) => (
				<li key={problem.kind}>
					<Tag tone="red">
						<Icon icon={TriangleAlert} size={14} />
						<Problem problem={problem} />
					</Tag>
				</li>
			))}
		</ul>
	);
}

function Problem({ problem }: { problem: FeedProblem }) {
	const { number } = useSpeech();
	switch (problem.kind) {
		case "noMicrophone":
			return <Message id="operator.problemNoMicrophone" />;
		case "soundStands":
			return <Message id="operator.problemSoundStands" />;
		case "pictureStands":
			return <Message id="operator.problemPictureStands" />;
		case "silent":
			return <Message id="operator.problemSilent" />;
		case "loss":
			return <Message id="operator.problemLoss" values={{ value: <bdi>{number(problem.value)}</bdi> }} />;
		case "roundTrip":
			return (
				<Message id="operator.problemRoundTrip" values={{ value: <bdi>{number(problem.value)}</bdi> }} />
			);
		case "jitter":
			return <Message id="operator.problemJitter" values={{ value: <bdi>{number(problem.value)}</bdi> }} />;
		case "frames":
			return <Message id="operator.problemFrames" values={{ count: problem.value }} />;
		case "poorly":
			return <Message id="operator.poorly" values={{ count: problem.value }} />;
	}
}
