import { useState } from "react";
import type { Channel } from "../../../shared/conference/common.ts";
import type { OnAir } from "../../../shared/conference/interpretationFold.ts";
import { sittingMeeting } from "../../../shared/conference/programme.ts";
import { feedOf, kindsOf } from "../../../shared/protocol/feeds.ts";
import { useSelect } from "../../conference/hooks.ts";
import { type DeviceProblem, openDevices } from "../../media/devices.ts";
import { useMedia, useSending } from "../../media/hooks.tsx";
import type { Sending } from "../../media/mediaClient.ts";
import { useCommand } from "../console/useCommand.ts";

/** Whose the microphone of the booth is just now: nobody's, one's own, or the partner's, by id. */
export type Air =
	| { readonly kind: "off" }
	| { readonly kind: "own"; readonly since: number; readonly handOver: boolean }
	| {
			readonly kind: "partner";
			readonly representativeId: string | null;
			readonly since: number;
			readonly handOver: boolean;
	  };

/** A booth as one of its interpreters works it. */
export interface Booth {
	readonly channel: Channel;
	readonly air: Air;
	/** What this screen sends; nothing while the microphone, or the camera that signs, is off. */
	readonly sending: Sending | undefined;
	/** Whether a meeting sits, so that there is something to interpret. */
	readonly isSitting: boolean;
	readonly busy: boolean;
	/** Why the microphone or the camera did not open. */
	readonly problem: DeviceProblem | undefined;
	/** Opens what is sent ahead; nobody hears it before the air. */
	readonly turnOn: () => Promise<void>;
	readonly turnOff: () => void;
	/** Takes the air, also from the partner; opens the microphone first where it is off. */
	readonly goOnAir: () => Promise<void>;
	readonly handOver: () => void;
	readonly leaveAir: () => void;
	readonly slowDown: () => void;
	/** Nobody hears anything while it is held. */
	readonly cough: (isHeld: boolean) => void;
}

/** What the booth is and does. */
export function useBooth(representativeId: string, channel: Channel): Booth {
	const { run, busy } = useCommand();
	const media = useMedia();
	const feed = feedOf(channel);
	const sending = useSending(feed);
	const [problem, setProblem] = useState<DeviceProblem>();
	const [isOpening, setOpening] = useState(false);
	const onAir = useSelect((state) => state.interpretation.booths.get(channel));
	const isSitting = useSelect((state) => sittingMeeting(state) !== undefined);
	const open = async (): Promise<boolean> => {
		setOpening(true);
		const opened = await openDevices(kindsOf(feed)[0] === "audio" ? "microphone" : "camera");
		setOpening(false);
		setProblem(typeof opened === "string" ? opened : undefined);
		if (typeof opened === "string" || media === null) return false;
		await media.send(feed, opened);
		return true;
	};
	return {
		channel,
		air: airOf(onAir, representativeId),
		sending,
		isSitting,
		busy: busy || isOpening,
		problem,
		turnOn: async () => {
			await open();
		},
		turnOff: () => media?.stop(feed),
		goOnAir: async () => {
			// On the air without a microphone would be silence that everybody takes for the end of a sentence.
			if (sending === undefined && !(await open())) return;
			if (sending?.muted) await media?.mute(feed, false);
			await run({ type: "goOnAir", channel });
		},
		handOver: () => void run({ type: "offerHandOver", channel }),
		leaveAir: () => void run({ type: "leaveAir", channel }),
		slowDown: () => void run({ type: "askToSlowDown", channel }),
		cough: (isHeld) => void media?.mute(feed, isHeld),
	};
}

function airOf(onAir: OnAir | undefined, representativeId: string): Air {
	if (onAir === undefined) return { kind: "off" };
	const { since, handOver } = onAir;
	if (onAir.representativeId === representativeId) return { kind: "own", since, handOver };
	return { kind: "partner", representativeId: onAir.representativeId, since, handOver };
}
