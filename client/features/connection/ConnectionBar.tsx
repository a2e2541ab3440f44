import { useConference, useConnection, useSecondsUntil, useSelect } from "../../conference/hooks.ts";
import { clockTime } from "../../i18n/time.ts";
import type { ConnectionState } from "../../ui/Banner.tsx";
import { ConnectionBanner } from "../../ui/Banner.tsx";

/** Shorter absences are not worth a line. */
const worthTellingMs = 3_000;

/** What is to be said of the connection now, for whatever shows it; nothing while all is well. */
export function useConnectionState(): ConnectionState | null {
	const client = useConference();
	const connection = useConnection();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const seconds = useSecondsUntil("nextTryAt" in connection ? connection.nextTryAt : null);
	switch (connection.status) {
		case "reconnecting":
			return { kind: "reconnecting", seconds: seconds || undefined, onRetry: () => client.tryNow() };
		case "offline":
			return { kind: "offline", asOf: clockTime(connection.since, timeZone) };
		case "connected": {
			const { back } = connection;
			if (back === null || back.awayMs < worthTellingMs) return null;
			return { kind: "back", seconds: Math.round(back.awayMs / 1000), changes: back.changes };
		}
		case "connecting":
		case "signedOut":
		case "journalDown":
			return null;
	}
}

/** A bar across the top of a page while the server is not heard, and for a moment afterwards. */
export function ConnectionBar() {
	const state = useConnectionState();
	return <div className="connection-bar">{state !== null && <ConnectionBanner state={state} bar />}</div>;
}
