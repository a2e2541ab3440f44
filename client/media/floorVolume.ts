import { Observable } from "../conference/observable.ts";

/** How loud the floor is to play, 0 to 1: low while an interpreter is heard over it. */
export const floorVolume = new Observable(1);

/** From silence to full in this time, ms: soon enough to follow, and slow enough not to click or startle. */
const fadeMs = 400;
const stepMs = 20;

/** What is used of a player. */
export type Fading = Pick<HTMLMediaElement, "volume" | "muted" | "addEventListener" | "removeEventListener">;

/**
 * Brings a player to the volume and keeps it there, until the end that is given back. Where a page cannot set a volume, as on an
 * iPhone, the floor is silent as long as it would be low: two voices of the same loudness cannot be followed.
 */
export function followVolume(player: Fading, wanted: Observable<number> = floorVolume): () => void {
	let timer: ReturnType<typeof setInterval> | undefined;
	/** Whether the page has no say in the volume. */
	let isFixed = false;
	let isSilenced = false;
	const set = (volume: number) => {
		player.volume = volume;
		isFixed ||= Math.abs(player.volume - volume) > 0.01;
		settle();
	};
	const settle = () => {
		if (!isFixed) return;
		const isLow = wanted.get() < 0.5;
		// What the browser keeps silent for want of a touch is not for us to let speak.
		if (isLow && !player.muted) {
			isSilenced = true;
			player.muted = true;
		} else if (!isLow && isSilenced) {
			isSilenced = false;
			player.muted = false;
		}
	};
	const fade = () => {
		clearInterval(timer);
		const [from, to, startedAt] = [player.volume, wanted.get(), performance.now()];
		timer = setInterval(() => {
			const way = Math.min(1, (performance.now() - startedAt) / (fadeMs * Math.abs(to - from) || 1));
			set(from + (to - from) * way);
			if (way === 1 || isFixed) clearInterval(timer);
		}, stepMs);
	};
	// What begins in the middle of it begins low.
	set(wanted.get());
	const end = wanted.subscribe(fade);
	// Whoever turns the sound on does not know of the interpreter.
	player.addEventListener("volumechange", settle);
	return () => {
		end();
		player.removeEventListener("volumechange", settle);
		clearInterval(timer);
	};
}
