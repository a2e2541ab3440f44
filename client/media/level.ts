/** From this loudness on, out of 1, somebody speaks rather than a fan. */
const speechFrom = 0.02;

/** How long what was heard proves that the microphone works, in ms. */
const proofMs = 15_000;

/** Loudness of a microphone, and whether it has been heard lately. */
export interface Level {
	/** From 0 to 1, on a scale on which ordinary speech reaches the upper half. */
	readonly level: number;
	readonly heard: boolean;
}

/** Listens to a track until the end that is given back, telling ten times a second what it hears. */
export function watchLevel(track: MediaStreamTrack, tell: (level: Level) => void): () => void {
	let heardAt = Number.NEGATIVE_INFINITY;
	return listenTo(track, 1024, (samples) => {
		const loudness = Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
		if (loudness >= speechFrom) heardAt = performance.now();
		tell({
			// The ear hears ratios: from -60 dB to -10 dB.
			level: Math.min(1, Math.max(0, (20 * Math.log10(Math.max(loudness, 1e-6)) + 60) / 50)),
			heard: performance.now() - heardAt < proofMs,
		});
	});
}

/** For so long nothing is heard of an interpreter before the floor is taken to be all that there is, in ms; speech has its pauses. */
const silentAfterMs = 6000;

/**
 * Tells when a voice falls silent for a while, and when it speaks again, until the end that is given back. It is not silent as
 * long as nothing is known of it: before it has begun, and on a page that may not listen yet.
 */
export function watchSilence(track: MediaStreamTrack, tell: (isSilent: boolean) => void): () => void {
	let heardAt = performance.now();
	let isSilent = false;
	// A whole tenth of a second at once: a short word must not fall between two looks.
	return listenTo(track, 8192, (samples, { state }) => {
		const now = performance.now();
		if (state !== "running" || samples.some((each) => Math.abs(each) >= speechFrom)) heardAt = now;
		if (isSilent === now - heardAt >= silentAfterMs) return;
		isSilent = !isSilent;
		tell(isSilent);
	});
}

/** Hands over the last samples of a track ten times a second. */
function listenTo(
	track: MediaStreamTrack,
	size: number,
	look: (samples: Float32Array, context: AudioContext) => void,
): () => void {
	const context = new AudioContext();
	const analyser = context.createAnalyser();
	analyser.fftSize = size;
	const source = context.createMediaStreamSource(new MediaStream([track]));
	source.connect(analyser);
	// A page that has not been touched yet may not listen; it can as soon as it is.
	void context.resume().catch(() => {});
	const samples = new Float32Array(analyser.fftSize);
	const timer = setInterval(() => {
		analyser.getFloatTimeDomainData(samples);
		look(samples, context);
	}, 100);
	return () => {
		clearInterval(timer);
		source.disconnect();
		void context.close().catch(() => {});
	};
}

/** Half a second of a quiet tone, so that somebody hears whether the loudspeaker is the right one. */
export async function playTone(speakerId: string | undefined): Promise<void> {
	const context = new AudioContext();
	const tone = context.createOscillator();
	const volume = context.createGain();
	const output = context.createMediaStreamDestination();
	tone.frequency.value = 523.25;
	volume.gain.setValueAtTime(0.2, context.currentTime);
	volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.8);
	tone.connect(volume).connect(output);
	const player = new Audio();
	player.srcObject = output.stream;
	const ended = new Promise((resolve) => {
		tone.onended = resolve;
	});
	try {
		if (speakerId !== undefined) await player.setSinkId?.(speakerId);
		tone.start();
		tone.stop(context.currentTime + 0.8);
		await player.play();
		await ended;
	} finally {
		player.srcObject = null;
		await context.close();
	}
}
