import { deviceChoice } from "./deviceChoice.ts";

/**
 * Why there is no camera or microphone: the page is not on https (`insecure`), the person or the browser said no (`denied`), nothing
 * is plugged in (`none`), another program holds it (`busy`).
 */
export type DeviceProblem = "insecure" | "denied" | "none" | "busy";

/** What is sent of a microphone and a camera; one of them is always there. */
export interface OwnTracks {
	/** Absent for a booth that signs. */
	readonly audio: MediaStreamTrack | null;
	/** Absent where there is no camera, or none was wanted. */
	readonly video: MediaStreamTrack | null;
}

/** What is asked for: both, the microphone alone, or the camera alone, for signing. */
export type WantedDevices = "both" | "microphone" | "camera";

const exactly = (id: string | undefined) => (id === undefined ? {} : { deviceId: { exact: id } });

const voice = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };

/** What was asked for, as far as it came. */
export function devicesOf({ audio, video }: OwnTracks): WantedDevices {
	if (video === null) return "microphone";
	return audio === null ? "camera" : "both";
}

/** Asks for them. Of both, a camera that does not come is no reason to be silent. */
export async function openDevices(wanted: WantedDevices): Promise<OwnTracks | DeviceProblem> {
	// Browsers give neither to a page that was not loaded safely, and do not even say so.
	if (!window.isSecureContext || navigator.mediaDevices === undefined) return "insecure";
	let problem: DeviceProblem = "none";
	for (const constraints of triesFor(wanted)) {
		const found = await opened(constraints);
		if (typeof found !== "string") return found;
		problem = found;
		if (found === "denied") break;
	}
	return problem;
}

/** One after the other: what was chosen and is not plugged in any more is no reason to be without. */
function triesFor(wanted: WantedDevices): MediaStreamConstraints[] {
	const { microphone, camera } = deviceChoice.get();
	const audio = { ...voice, ...exactly(microphone) };
	const video = { ...picture, ...exactly(camera) };
	const sound = [{ audio }, { audio: voice }];
	switch (wanted) {
		case "microphone":
			return sound;
		case "camera":
			return [{ video }, { video: picture }];
		case "both":
			return [{ audio, video }, { audio, video: picture }, { audio: voice, video: picture }, ...sound];
	}
}

async function opened(constraints: MediaStreamConstraints): Promise<OwnTracks | DeviceProblem> {
	try {
		const stream = await navigator.mediaDevices.getUserMedia(constraints);
		const [audio = null] = stream.getAudioTracks();
		const [video = null] = stream.getVideoTracks();
		return audio === null && video === null ? "none" : { audio, video };
	} catch (error) {
		switch ((error as DOMException).name) {
			case "NotAllowedError":
			case "SecurityError":
				return "denied";
			case "NotReadableError":
			case "AbortError":
				return "busy";
			default:
				return "none";
		}
	}
}
