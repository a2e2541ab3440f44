/** What is known of a player and of where it should be. Times in ms from the beginning of the recording. */
export interface Situation {
	readonly atMs: number;
	readonly wantedMs: number;
	/** Length of the recording. */
	readonly endMs: number;
	/** Whether the floor's clock runs. */
	readonly runs: boolean;
	readonly isPlaying: boolean;
	/** Whether it is a little faster or slower just now. */
	readonly isSteering: boolean;
	/** Whether it has begun a moment ago and has not been at its place since. */
	readonly isArriving: boolean;
	/** How fast conference time goes. */
	readonly rate: number;
}

/** What the player is to do. */
export interface Step {
	readonly plays: boolean;
	readonly playbackRate: number;
	/** Where to jump to, if it is to jump. */
	readonly seekMs: number | undefined;
}

/**
 * How far a player may be from its place before it is steered, and how near it must come again. Two players may be off to either
 * side, and together they stay well within the 300 ms that are promised.
 */
const steerFromMs = 60;
const steerToMs = 15;
/** From here on a jump is less strange to look at than a long run after it. */
const jumpFromMs = 1000;
/** Who has only just begun has seen and heard nothing yet that a jump would tear, and is with the others sooner. */
const arriveFromMs = 150;
/** How often a player that begins may jump: a machine that is too slow to land at its place is steered instead of jumping on and on. */
const arrivalJumps = 3;
/** Right after a jump it looks well placed, and may then stand still for want of pictures: it is there when it has been seen there so often. */
const looksToArrive = 3;
/** A player that does not play yet jumps to its place from here on. */
const startFromMs = 80;
const stillMs = 20;
/** Browsers play no faster than sixteen times. */
const fastest = 16;

/** What brings a player to its place: nothing, a little more or less speed, or a jump. */
export function stepOf({
	atMs,
	wantedMs,
	endMs,
	runs,
	isPlaying,
	isSteering,
	isArriving,
	rate,
}: Situation): Step {
	const behindMs = wantedMs - atMs;
	const off = Math.abs(behindMs);
	const usual = Math.min(rate, fastest);
	if (!runs || wantedMs >= endMs)
		return { plays: false, playbackRate: usual, seekMs: off > stillMs ? wantedMs : undefined };
	if (!isPlaying)
		return { plays: true, playbackRate: usual, seekMs: off > startFromMs ? wantedMs : undefined };
	if (off > (isArriving ? arriveFromMs : jumpFromMs) * rate)
		return { plays: true, playbackRate: usual, seekMs: wantedMs };
	if (off <= (isSteering ? steerToMs : steerFromMs) * rate)
		return { plays: true, playbackRate: usual, seekMs: undefined };
	const share = Math.min(0.15, Math.max(0.03, off / rate / 1000));
	const playbackRate = usual * (1 + Math.sign(behindMs) * share);
	return { plays: true, playbackRate: Math.min(playbackRate, fastest), seekMs: undefined };
}

/** What is used of a video element. */
export type Player = Pick<
	HTMLVideoElement,
	| "currentTime"
	| "playbackRate"
	| "paused"
	| "seeking"
	| "readyState"
	| "muted"
	| "play"
	| "pause"
	| "addEventListener"
	| "removeEventListener"
>;

export interface Following {
	/** Where it should be now, whether the clock runs, and how fast conference time goes. */
	readonly wanted: () => Pick<Situation, "wantedMs" | "endMs" | "runs" | "rate">;
	/** The browser lets no sound begin by itself: it plays without. */
	readonly onSilenced: () => void;
}

const everyMs = 200;
const events = ["loadedmetadata", "canplay", "playing", "seeked"] as const;

/** Keeps a player at its place until it is told to stop. */
export function follow(player: Player, { wanted, onSilenced }: Following): () => void {
	let isStarting = false;
	let isSteering = false;
	/** How long a jump takes here, learned from the one before, so that the next one lands where the others will be. */
	let leadMs = 0;
	let hasJumped = false;
	let jumpsToArrive = arrivalJumps;
	let looksInPlace = 0;
	const start = async () => {
		isStarting = true;
		try {
			await player.play();
		} catch (error) {
			if (error instanceof DOMException && error.name === "NotAllowedError" && !player.muted) {
				player.muted = true;
				onSilenced();
				await player.play().catch(() => {});
			}
		} finally {
			isStarting = false;
		}
	};
	const look = () => {
		// Before its length is known it cannot jump, and while it jumps it says nothing of use.
		if (player.readyState < 1 || player.seeking) return;
		const place = wanted();
		const { runs, wantedMs, endMs, rate } = place;
		const atMs = player.currentTime * 1000;
		if (hasJumped && !player.paused && player.readyState >= 3) {
			hasJumped = false;
			leadMs = Math.min(800, Math.max(0, leadMs + wantedMs - atMs));
		}
		looksInPlace = Math.abs(wantedMs - atMs) <= steerFromMs * rate ? looksInPlace + 1 : 0;
		if (player.paused) jumpsToArrive = arrivalJumps;
		else if (looksInPlace >= looksToArrive) jumpsToArrive = 0;
		const isArriving = jumpsToArrive > 0;
		const step = stepOf({ ...place, atMs, isPlaying: !player.paused, isSteering, isArriving });
		if (step.seekMs !== undefined) {
			if (isArriving && !player.paused) jumpsToArrive -= 1;
			hasJumped = step.plays;
			player.currentTime = Math.min(endMs, step.seekMs + (step.plays ? leadMs * rate : 0)) / 1000;
		}
		isSteering = step.playbackRate !== Math.min(rate, fastest);
		if (player.playbackRate !== step.playbackRate) player.playbackRate = step.playbackRate;
		if (!step.plays && !player.paused) player.pause();
		else if (step.plays && runs && player.paused && !isStarting) void start();
	};
	const timer = setInterval(look, everyMs);
	for (const name of events) player.addEventListener(name, look);
	look();
	return () => {
		clearInterval(timer);
		for (const name of events) player.removeEventListener(name, look);
		player.pause();
	};
}
