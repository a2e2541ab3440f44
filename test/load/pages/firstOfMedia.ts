/** When the first of each came out of its decoder, as `Date.now()` with fractions. */
export interface First {
	readonly audio: number;
	readonly video: number;
}

declare global {
	interface Window {
		/** From here on the next picture and the next sound are timed. */
		expectFirst(): void;
		first: Promise<First>;
	}
}

/** Chromium's, of which TypeScript does not know. */
interface Frame {
	close(): void;
	readonly numberOfFrames: number;
	copyTo(to: Float32Array, options: { planeIndex: number; format: "f32-planar" }): void;
}
declare class MediaStreamTrackProcessor {
	constructor(options: { track: MediaStreamTrack });
	readonly readable: ReadableStream<Frame>;
}

/** An init script: notes what is decoded first of whatever the page's connections receive. Silence is no sound. */
export function watchFirst(): void {
	let heard: ((kind: "audio" | "video") => void) | undefined;
	window.expectFirst = () => {
		window.first = new Promise((resolve) => {
			const at: { audio?: number; video?: number } = {};
			heard = (kind) => {
				at[kind] ??= performance.timeOrigin + performance.now();
				const { audio, video } = at;
				if (audio !== undefined && video !== undefined) resolve({ audio, video });
			};
		});
	};
	const isSound = (frame: Frame) => {
		const samples = new Float32Array(frame.numberOfFrames);
		frame.copyTo(samples, { planeIndex: 0, format: "f32-planar" });
		return samples.some((sample) => Math.abs(sample) > 0.01);
	};
	const watch = async (track: MediaStreamTrack) => {
		const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
		for (;;) {
			const { value: frame } = await reader.read();
			if (frame === undefined) return;
			const isFirst = track.kind === "video" || isSound(frame);
			frame.close();
			if (!isFirst) continue;
			heard?.(track.kind as "audio" | "video");
			return reader.cancel();
		}
	};
	const Native = window.RTCPeerConnection;
	window.RTCPeerConnection = class extends Native {
		constructor(options?: RTCConfiguration) {
			super(options);
			this.addEventListener("track", ({ track }) => void watch(track));
		}
	};
}

/**
 * An init script: a microphone with something in it at every moment. Chromium's false one beeps once a second, which would say
 * more of the moment of the beep than of the way; a tone whose strength changes is neither taken for noise nor for silence.
 */
export function hum(): void {
	const devices = navigator.mediaDevices;
	const camera = devices.getUserMedia.bind(devices);
	const humming = async () => {
		const context = new AudioContext();
		const [tone, swell, depth, level] = [
			context.createOscillator(),
			context.createOscillator(),
			context.createGain(),
			context.createGain(),
		];
		tone.type = "sawtooth";
		tone.frequency.value = 220;
		swell.frequency.value = 5;
		depth.gain.value = 0.2;
		level.gain.value = 0.5;
		const out = context.createMediaStreamDestination();
		tone.connect(level).connect(out);
		swell.connect(depth).connect(level.gain);
		tone.start();
		swell.start();
		await context.resume();
		return out.stream;
	};
	// One for the page: each goes on for ever, and with one more a round the last rounds would be of a machine that only hums.
	let hum: Promise<MediaStream> | undefined;
	devices.getUserMedia = async (constraints) => {
		hum ??= humming();
		const stream = new MediaStream((await hum).getAudioTracks().map((track) => track.clone()));
		const { video } = constraints ?? {};
		if (video === undefined || video === false) return stream;
		for (const track of (await camera({ video })).getVideoTracks()) stream.addTrack(track);
		return stream;
	};
}
