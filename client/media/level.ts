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
	const context = new AudioContext();
	const analyser = context.createAnalyser();
	analyser.fftSize = 1024;
	const source = context.createMediaStreamSource(new MediaStream([track]));
	source.connect(analyser);
	// A page that has not been touched yet may not listen; it can as soon as it is.
	void context.resume().catch(() => {});
	const samples = new Float32Array(analyser.fftSize);
	let heardAt = Number.NEGATIVE_INFINITY;
	const timer = setInterval(() => {
		analyser.getFloatTimeDomainData(samples);
		const loudness = Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
		if (loudness >= speechFrom) heardAt = performance.now();
		tell({
			// The ear hears ratios: from -60 dB to -10 dB.
			level: Math.min(1, Math.max(0, (20 * Math.log10(Math.max(loudness, 1e-6)) + 60) / 50)),
			heard: performance.now() - heardAt < proofMs,
		});
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
