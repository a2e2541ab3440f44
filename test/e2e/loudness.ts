import type { Page } from "@playwright/test";

/**
 * Loudest sample within two seconds of what the first player with a sound is given, 0 to 1, whatever its volume is. The false
 * microphone beeps once a second.
 */
export function loudness(page: Page, players = ".feed-player"): Promise<number> {
	return page.evaluate(async (selector) => {
		const stream = [...document.querySelectorAll<HTMLVideoElement>(selector)]
			.map(({ srcObject }) => srcObject as MediaStream | null)
			.find((each) => (each?.getAudioTracks().length ?? 0) > 0);
		if (stream === null || stream === undefined) return 0;
		const context = new AudioContext();
		const analyser = context.createAnalyser();
		context.createMediaStreamSource(stream).connect(analyser);
		const samples = new Float32Array(analyser.fftSize);
		let loudest = 0;
		for (const until = performance.now() + 2000; performance.now() < until; ) {
			analyser.getFloatTimeDomainData(samples);
			loudest = samples.reduce((most, each) => Math.max(most, Math.abs(each)), loudest);
			await new Promise(requestAnimationFrame);
		}
		await context.close();
		return loudest;
	}, players);
}
