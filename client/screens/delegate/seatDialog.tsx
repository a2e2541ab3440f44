import { createContext, type ReactNode, use, useCallback, useState } from "react";

/** Draws a form; `close` is for its way out. */
export type DrawDialog = (close: () => void) => ReactNode;

const SeatDialogContext = createContext<((draw: DrawDialog) => void) | null>(null);

/**
 * Opens a form over the whole console. Its place is above everything that live events change: whoever is
 * writing keeps every word when the delegation is called, the list closes or the meeting ends.
 */
export function useSeatDialog(): (draw: DrawDialog) => void {
	const open = use(SeatDialogContext);
	if (open === null) throw new Error("This component must stand inside SeatDialogs.");
	return open;
}

/** Holds the one form that is open at this seat. */
export function SeatDialogs({ children }: { children: ReactNode }) {
	const [shown, setShown] = useState<{ readonly draw: DrawDialog; readonly number: number } | null>(null);
	const open = useCallback(
		(draw: DrawDialog) => setShown((before) => ({ draw, number: (before?.number ?? 0) + 1 })),
		[],
	);
	const close = useCallback(() => setShown(null), []);
	return (
		<SeatDialogContext value={open}>
			{children}
			{shown !== null && <Drawn key={shown.number} draw={shown.draw} close={close} />}
		</SeatDialogContext>
	);
}

/** With a key of its own, so that a second form starts afresh and does not inherit what was typed in the first. */
function Drawn({ draw, close }: { draw: DrawDialog; close: () => void }) {
	return draw(close);
}
