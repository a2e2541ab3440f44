import { deviceChoice } from "./deviceChoice.ts";

/**
 * Why there is no camera or microphone: the page is not on https (`insecure`), the person or the browser said no (`denied`), nothing
 * is plugged in (`none`), another program holds it (`busy`).
 */
export type DeviceProblem = "insecure" | "denied" | "none" | "busy";

export interface OwnTracks {
	readonly audio: MediaStreamTrack;
	/** Absent where there is no camera, or none was wanted. */
	readonly video: MediaStreamTrack | null;
}

const exactly = (id: string | undefined) => (id === undefined ? {} : { deviceId: { exact: id } });

const voice = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };

/** Asks for microphone and camera. A camera that does not come is no reason to be silent. */
export async function openDevices(camera: boolean): Promise<OwnTracks | DeviceProblem> {
	// Browsers give neither to a page that was not loaded safely, and do not even say so.
	if (!window.isSecureContext || navigator.mediaDevices === undefined) return "insecure";
	const { microphone, camera: chosenCamera } = deviceChoice.get();
	const chosen = { ...voice, ...exactly(microphone) };
	const tries: MediaStreamConstraints[] = [{ audio: chosen }, { audio: voice }];
	if (camera) {
		tries.unshift(
			{ audio: chosen, video: { ...picture, ...exactly(chosenCamera) } },
			// What was chosen and is not plugged in any more is no reason to be without.
			{ audio: chosen, video: picture },
			{ audio: voice, video: picture },
		);
	}
	let problem: DeviceProblem = "none";
	for (const constraints of tries) {
		const found = await opened(constraints);
		if (typeof found !== "string") return found;
		problem = found;
		if (found === "denied") break;
	}
	return problem;
}

async function opened(constraints: MediaStreamConstraints): Promise<OwnTracks | DeviceProblem> {
	try {
		const stream = await navigator.mediaDevices.getUserMedia(constraints);
		const [audio] = stream.getAudioTracks();
		const [video = null] = stream.getVideoTracks();
		return audio === undefined ? "none" : { audio, video };
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
