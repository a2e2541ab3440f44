import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { FloorStatement } from "../../../shared/conference/floor.ts";
import { timeLeft } from "../../../shared/conference/selectors.ts";
import type { StatementText } from "../../../shared/conference/texts.ts";
import { wordsPerMinute } from "../../../shared/conference/texts.ts";
import { useNow } from "../../conference/hooks.ts";
import { paceSoFar } from "../../features/texts/pace.ts";
import { useAutoScroll } from "./useAutoScroll.ts";

/** Sizes of the text, smallest first. */
export const textSizes = ["small", "medium", "large", "huge"] as const;
export type TextSize = (typeof textSizes)[number];
const sizeKey = "plenaria.prompterSize";
const slowest = 80;
const fastest = 180;
const stepOfPace = 10;

export interface Prompter {
	readonly pane: RefObject<HTMLElement | null>;
	readonly body: RefObject<HTMLDivElement | null>;
	readonly size: TextSize;
	resize(by: 1 | -1): void;
	readonly scrolls: boolean;
	toggle(): void;
	/** Words a minute at which the text moves. */
	readonly pace: number;
	changePace(by: 1 | -1): void;
	/** Words a minute that were read so far; null while that cannot be said. */
	readonly readPace: number | null;
}

/** The state of the text before a speaker: how large, whether it moves and how fast, and how fast it was read. */
export function usePrompter(statement: FloorStatement | null, text: StatementText | undefined): Prompter {
	const pane = useRef<HTMLElement>(null);
	const body = useRef<HTMLDivElement>(null);
	const [size, setSize] = useState<TextSize>(storedSize);
	const [scrolls, setScrolls] = useState(false);
	const [pace, setPace] = useState(wordsPerMinute);
	const [readPace, setReadPace] = useState<number | null>(null);
	const words = text?.words ?? 0;
	const isRunning = statement !== null && statement.runningSince !== null;
	const speed = useCallback(() => {
		const height = body.current?.offsetHeight ?? 0;
		return words === 0 ? 0 : ((height / words) * pace) / 60;
	}, [words, pace]);
	// A clock that the chair has stopped stops the text too.
	useAutoScroll(pane, scrolls && isRunning, speed);
	const now = useNow();
	useEffect(() => {
		const height = body.current?.offsetHeight ?? 0;
		if (statement === null || height === 0 || pane.current === null) return;
		const read = Math.min(1, pane.current.scrollTop / height) * words;
		setReadPace(paceSoFar(read, timeLeft(statement, now).spokenMs));
	}, [statement, words, now]);
	return {
		pane,
		body,
		size,
		resize: (by) => {
			const next = textSizes[textSizes.indexOf(size) + by];
			if (next === undefined) return;
			setSize(next);
			storeSize(next);
		},
		scrolls,
		toggle: () => setScrolls((on) => !on),
		pace,
		changePace: (by) => setPace((now) => Math.min(fastest, Math.max(slowest, now + by * stepOfPace))),
		readPace,
	};
}

function storedSize(): TextSize {
	try {
		return textSizes.find((each) => each === localStorage.getItem(sizeKey)) ?? "medium";
	} catch {
		return "medium";
	}
}

function storeSize(size: TextSize): void {
	try {
		localStorage.setItem(sizeKey, size);
	} catch {
		// Not remembered then.
	}
}
