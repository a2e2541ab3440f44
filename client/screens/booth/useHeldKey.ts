import { useEffect, useRef } from "react";
import { isShortcutFree } from "../../ui/shortcuts.ts";

/** Does something for as long as a key is held, and ends it also when the window loses the keyboard meanwhile. */
export function useHeldKey(key: string, hold: ((isHeld: boolean) => void) | undefined): void {
	const latest = useRef(hold);
	useEffect(() => {
		latest.current = hold;
	});
	useEffect(() => {
		let isHeld = false;
		const end = () => {
			if (!isHeld) return;
			isHeld = false;
			latest.current?.(false);
		};
		const down = (event: KeyboardEvent) => {
			if (isHeld || event.repeat || latest.current === undefined || !isShortcutFree(event, key)) return;
			event.preventDefault();
			isHeld = true;
			latest.current(true);
		};
		const up = (event: KeyboardEvent) => {
			if (event.key.toUpperCase() === key || event.code === `Key${key}`) end();
		};
		// Before the shortcuts of the console, which know the key by name only and would take it for done.
		window.addEventListener("keydown", down, true);
		window.addEventListener("keyup", up);
		window.addEventListener("blur", end);
		return () => {
			end();
			window.removeEventListener("keydown", down, true);
			window.removeEventListener("keyup", up);
			window.removeEventListener("blur", end);
		};
	}, [key]);
}
