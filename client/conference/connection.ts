/**
 * What a screen says of its connection. `since` is conference time in ms ("as it stood at 16:41");
 * `nextTryAt` is the reader's own `Date.now()`, because waiting is done in real time even in a fast rehearsal.
 */
export type Connection =
	| { readonly status: "connecting" }
	/** `back` is there for some seconds after a return: how long one was away, in real ms, and how much happened. */
	| {
			readonly status: "connected";
			readonly back: { readonly awayMs: number; readonly changes: number } | null;
	  }
	| { readonly status: "reconnecting"; readonly since: number; readonly nextTryAt: number | null }
	/** Away for longer than a hiccup; it is still tried again. */
	| { readonly status: "offline"; readonly since: number; readonly nextTryAt: number | null }
	/** The sign-in was revoked or has ended; nothing is tried again. */
	| { readonly status: "signedOut" }
	/** Connected, but acts cannot be recorded now. */
	| { readonly status: "journalDown" };

/** How long "Back in the hall" stays, in ms. */
export const backForMs = 8_000;

const offlineAfterMs = 20_000;
const slowestTryMs = 10_000;

/**
 * Wait before the given try (0 for the first) in ms: doubling, and spread by half, so that a hall full of
 * screens does not return to a restarted server in one instant.
 */
export function backoff(attempt: number, random: number = Math.random()): number {
	const ceiling = Math.min(slowestTryMs, 500 * 2 ** attempt);
	return Math.round(ceiling * (0.5 + random / 2));
}

/** What being away is called after `awayMs` of real time. */
export function awayStatus(awayMs: number, browserOnline: boolean): "reconnecting" | "offline" {
	return awayMs >= offlineAfterMs || !browserOnline ? "offline" : "reconnecting";
}
