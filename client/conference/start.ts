import type { Boot } from "../../shared/protocol/boot.ts";
import type { Sent } from "./conferenceClient.ts";
import { ConferenceClient } from "./conferenceClient.ts";
import { browserSurroundings } from "./surroundings.ts";
import { socketWire } from "./wire.ts";

/**
 * The page's client, connected. It tries at once when the device finds its network again. `restored` are
 * the outcomes of commands that were on their way when the page was reloaded.
 */
export function startConference(boot: Boot): { client: ConferenceClient; restored: Promise<Sent>[] } {
	const client = new ConferenceClient(boot, browserSurroundings(socketWire()));
	const restored = client.start();
	window.addEventListener("online", () => client.tryNow());
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") client.tryNow();
	});
	return { client, restored };
}
