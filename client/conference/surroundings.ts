import type { KeepingPlace } from "./pendingCommands.ts";
import type { OpenWire } from "./wire.ts";

/** What a ConferenceClient needs of the place it runs in; tests and the server bring their own. */
export interface Surroundings {
	readonly openWire: OpenWire;
	/** Where pending commands outlive a reload; null where nothing can be kept. */
	readonly keep: KeepingPlace | null;
	fetchJson(path: string): Promise<unknown>;
	/** Whether the device believes that it has a network. */
	online(): boolean;
	/** Loads the page anew for a server of this protocol version; false when that has just been done in vain. */
	reload(protocolVersion: number): boolean;
}

const reloadedKey = "plenaria.reloaded";
const reloadAgainAfterMs = 60_000;

export async function fetchJson(path: string): Promise<unknown> {
	const response = await fetch(path, { headers: { accept: "application/json" } });
	if (!response.ok) throw new Error(`${path} answered ${response.status}`);
	return response.json();
}

/** Storage that a browser forbids (a strict privacy setting) is as good as none. */
function sessionKeep(): Storage | null {
	try {
		return window.sessionStorage;
	} catch {
		return null;
	}
}

function reloadOnce(protocolVersion: number): boolean {
	const keep = sessionKeep();
	const [version, at] = (keep?.getItem(reloadedKey) ?? "").split(" ").map(Number);
	if (keep === null || (version === protocolVersion && Date.now() - (at ?? 0) < reloadAgainAfterMs))
		return false;
	keep.setItem(reloadedKey, `${protocolVersion} ${Date.now()}`);
	window.location.reload();
	return true;
}

/** A page in a browser. */
export function browserSurroundings(openWire: OpenWire): Surroundings {
	return {
		openWire,
		keep: sessionKeep(),
		fetchJson,
		online: () => navigator.onLine,
		reload: reloadOnce,
	};
}

/** Rendering on the server: a client that is never started. */
export const serverSurroundings: Surroundings = {
	openWire: () => {
		throw new Error("A page that is rendered on the server does not connect.");
	},
	keep: null,
	fetchJson: () => Promise.reject(new Error("A page that is rendered on the server fetches nothing.")),
	online: () => true,
	reload: () => false,
};
