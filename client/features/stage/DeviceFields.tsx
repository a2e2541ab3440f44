import { useEffect, useState } from "react";
import { Message } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { chooseDevice, type DeviceChoice, deviceChoice, listDevices } from "../../media/deviceChoice.ts";
import type { OwnTracks } from "../../media/devices.ts";

const kinds = [
	{ kind: "camera", id: "media.camera" },
	{ kind: "microphone", id: "media.microphone" },
	{ kind: "speaker", id: "media.loudspeaker" },
] as const satisfies readonly { kind: keyof DeviceChoice; id: MessageId }[];

/**
 * Which camera, microphone and loudspeaker are used. `onChange` is called when what is sent has to be opened anew. What is
 * plugged in or out meanwhile comes and goes in the list.
 */
export function DeviceFields({ tracks, onChange }: { tracks: OwnTracks; onChange: () => void }) {
	const [devices, setDevices] = useState<Awaited<ReturnType<typeof listDevices>>>();
	const [speaker, setSpeaker] = useState(deviceChoice.get().speaker ?? "");
	useEffect(() => {
		const look = () => void listDevices().then(setDevices, () => {});
		look();
		navigator.mediaDevices.addEventListener("devicechange", look);
		return () => navigator.mediaDevices.removeEventListener("devicechange", look);
	}, []);
	if (devices === undefined) return null;
	const used = {
		camera: tracks.video?.getSettings().deviceId ?? "",
		microphone: tracks.audio?.getSettings().deviceId ?? "",
		speaker,
	};
	const shown = kinds.filter(
		({ kind }) =>
			devices[kind].length > 0 &&
			(kind !== "camera" || tracks.video !== null) &&
			(kind !== "microphone" || tracks.audio !== null),
	);
	return (
		<div className="device-fields">
			{shown.map(({ kind, id }) => (
				<label key={kind} className="field">
					<Message id={id} />
					<select
						className="input"
						value={used[kind]}
						onChange={(event) => {
							chooseDevice(kind, event.target.value);
							if (kind === "speaker") setSpeaker(event.target.value);
							else onChange();
						}}
					>
						{devices[kind].map(({ deviceId, label }) => (
							<option key={deviceId} value={deviceId}>
								{label}
							</option>
						))}
					</select>
				</label>
			))}
		</div>
	);
}
