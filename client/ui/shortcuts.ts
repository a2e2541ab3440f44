import type { ReactNode } from "react";
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { KeyHint } from "./KeyHints.tsx";

/** One key and the act that it stands for. */
export interface Shortcut {
	/** As it stands on the key cap: `N`, `+`, `?`, `Space`. */
	readonly key: string;
	readonly label: ReactNode;
	/** Absent while the act is not possible: the key then does nothing and is not shown in the foot. */
	readonly run?: (() => void) | undefined;
	/** How it stands in the foot where it stands there for several: `1` to `8`. */
	readonly foot?: KeyHint | undefined;
	/** False for keys that only the list of all shortcuts names. */
	readonly inFoot?: boolean | undefined;
}

const storageKey = "plenaria.shortcuts";
const listeners = new Set<() => void>();

function areOn(): boolean {
	try {
		return localStorage.getItem(storageKey) !== "off";
	} catch {
		return true;
	}
}

/** Single keys can be switched off, for those who speak to their computer or press keys by accident. */
export function switchShortcuts(on: boolean): void {
	try {
		if (on) localStorage.removeItem(storageKey);
		else localStorage.setItem(storageKey, "off");
	} catch {
		// Not remembered then.
	}
	for (const listener of listeners) listener();
}

export function useShortcutsOn(): boolean {
	return useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		areOn,
		() => true,
	);
}

/**
 * Single keys for the acts of a console. They never act while somebody types, while a dialog or a menu is
 * open, or while a key is held down; and Space belongs to whatever control has the focus.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
	const latest = useRef(shortcuts);
	// In the turn in which the screen changes: a key must mean what the person sees when it is pressed.
	useLayoutEffect(() => {
		latest.current = shortcuts;
	});
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			if (event.repeat || event.defaultPrevented || event.isComposing) return;
			if (event.ctrlKey || event.metaKey || event.altKey) return;
			const shortcut =
				latest.current.find(({ key }) => isKey(event, key)) ??
				latest.current.find(({ key }) => isPlaceOf(event, key));
			if (shortcut?.run === undefined) return;
			// "?" opens the list where keys can be switched on again.
			if (!areOn() && shortcut.key !== "?") return;
			if (isBusy(event.target, shortcut.key)) return;
			event.preventDefault();
			shortcut.run();
		};
		window.addEventListener("keydown", listen);
		return () => window.removeEventListener("keydown", listen);
	}, []);
}

/** Whether an event is this key pressed as a shortcut, for what acts as long as a key is held. */
export function isShortcutFree(event: KeyboardEvent, key: string): boolean {
	if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
		return false;
	return (isKey(event, key) || isPlaceOf(event, key)) && areOn() && !isBusy(event.target, key);
}

function isKey(event: KeyboardEvent, key: string): boolean {
	if (key === "Space") return event.key === " ";
	return event.key.toUpperCase() === key;
}

/** Whether it is the key that carries this letter or digit elsewhere, where the one pressed gives another one. */
function isPlaceOf(event: KeyboardEvent, key: string): boolean {
	// A French keyboard has accents in the row of digits, which come with Shift; an Arabic one may have digits of its own.
	if (/^[0-9]$/.test(key)) return event.code === `Digit${key}` && !event.shiftKey;
	// On an Arabic or Cyrillic keyboard the key that carries the Latin letter gives another one.
	const isLatin = event.key.length === 1 && event.key.charCodeAt(0) < 128;
	return !isLatin && /^[A-Z]$/.test(key) && event.code === `Key${key}`;
}

const typing =
	"input:not([type=radio], [type=range]), textarea, select, [contenteditable], [role=textbox], [role=searchbox], [role=combobox]";
const modal =
	"dialog[open], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], details[open].menu";
const pressable =
	"button, a, summary, input, [role=button], [role=row], [role=option], [role=tab], [role=gridcell]";

function isBusy(target: EventTarget | null, key: string): boolean {
	if (document.querySelector(modal) !== null) return true;
	if (!(target instanceof Element)) return false;
	if (target.closest(typing) !== null) return true;
	return key === "Space" && target.closest(pressable) !== null;
}
