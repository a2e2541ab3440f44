import { Observable } from "../conference/observable.ts";

/** The devices that somebody chose on this machine; what was not chosen is the browser's to choose. */
export interface DeviceChoice {
	readonly camera?: string;
	readonly microphone?: string;
	readonly speaker?: string;
}

const key = "plenaria.devices";

/** Kept from one conference to the next; told to whoever plays sound. */
export const deviceChoice = new Observable<DeviceChoice>(read());

export function chooseDevice(kind: keyof DeviceChoice, id: string): void {
	const choice = { ...deviceChoice.get(), [kind]: id };
	deviceChoice.set(choice);
	try {
		localStorage.setItem(key, JSON.stringify(choice));
	} catch {
		// A browser that keeps nothing keeps it for this page.
	}
}

function read(): DeviceChoice {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
		if (typeof kept !== "object" || kept === null) return {};
		return Object.fromEntries(
			["camera", "microphone", "speaker"].flatMap((kind) => {
				const id = (kept as Record<string, unknown>)[kind];
				return typeof id === "string" ? [[kind, id]] : [];
			}),
		);
	} catch {
		return {};
	}
}

/** The devices of this machine, by what they are for. Their names are there once one of them may be used. */
export async function listDevices(): Promise<Readonly<Record<keyof DeviceChoice, MediaDeviceInfo[]>>> {
	const all = await navigator.mediaDevices.enumerateDevices();
	const of = (kind: MediaDeviceKind) => all.filter((each) => each.kind === kind && each.deviceId !== "");
	return { camera: of("videoinput"), microphone: of("audioinput"), speaker: of("audiooutput") };
}
