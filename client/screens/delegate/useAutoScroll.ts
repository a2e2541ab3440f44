import { type RefObject, useEffect, useRef } from "react";

/** After the speaker has moved the text by hand it stays there for this long before it goes on, in ms. */
const handHoldsMs = 2_500;

/**
 * Moves a text at a pace, in px a second, from wherever it stands. A hand on the text wins: while it moves the
 * text nothing else does, and the text goes on from where it was put.
 */
export function useAutoScroll(
	pane: RefObject<HTMLElement | null>,
	isOn: boolean,
	/** Asked at every step, because size of text and window change. */
	speed: () => number,
): void {
	const latest = useRef(speed);
	useEffect(() => {
		latest.current = speed;
	});
	useEffect(() => {
		const element = pane.current;
		if (element === null || !isOn) return undefined;
		const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
		let position = element.scrollTop;
		let before: number | null = null;
		let heldUntil = 0;
		const hold = () => {
			heldUntil = performance.now() + handHoldsMs;
		};
		const step = (at: number) => {
			const passed = before === null ? 0 : at - before;
			before = at;
			// Scroll positions are whole or fractional pixels by device; only a real difference is a hand.
			const isMoved = Math.abs(element.scrollTop - shown(position)) > 2;
			if (at < heldUntil || isMoved) position = element.scrollTop;
			else {
				position += (latest.current() * passed) / 1000;
				element.scrollTop = shown(position);
			}
			frame = requestAnimationFrame(step);
		};
		// With reduced motion the text goes on line by line instead of gliding.
		const line = Number.parseFloat(getComputedStyle(element).lineHeight) || 1;
		const shown = (value: number) => (isStill ? Math.floor(value / line) * line : value);
		let frame = requestAnimationFrame(step);
		const hands = ["wheel", "touchstart", "touchmove", "pointerdown", "keydown"] as const;
		for (const kind of hands) element.addEventListener(kind, hold, { passive: true });
		return () => {
			cancelAnimationFrame(frame);
			for (const kind of hands) element.removeEventListener(kind, hold);
		};
	}, [pane, isOn]);
}
