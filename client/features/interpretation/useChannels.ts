import { useSyncExternalStore } from "react";
import type { Channel, Language } from "../../../shared/conference/common.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { useMedia, useMediaStatus, useReception } from "../../media/hooks.tsx";
import { type Listening, listening, spokenChannels } from "../../media/listening.ts";

export function useListening(): Listening {
	return useSyncExternalStore(listening.subscribe, listening.get, listening.get);
}

/** What there is to listen to on this screen. */
export interface Channels {
	/** Languages that can be chosen: those on the air, and the one that is chosen. In their fixed order. */
	readonly offered: readonly Language[];
	/** Nothing while the floor alone is heard. */
	readonly chosen: Language | null;
	/** Whether somebody interprets into the chosen one just now. */
	readonly isOnAir: boolean;
	/** Whether somebody signs, and this screen can show it. */
	readonly canSign: boolean;
	/** Whether this screen receives sound at all, and there is something to choose. */
	readonly isShown: boolean;
}

/** `own` is the channel that somebody in a booth works into, which is not for them to listen to. */
export function useChannels(own: Channel | null = null): Channels {
	const { channel } = useListening();
	const onAir = useSelect(
		(state) => spokenChannels.filter((language) => state.interpretation.booths.has(language)),
		sameItems,
	);
	const isSigned = useSelect((state) => state.interpretation.booths.has("sign"));
	const reception = useReception();
	const status = useMediaStatus();
	const isLoaded = useMedia() !== null;
	const hears = isLoaded && reception !== "nothing" && !["off", "full", "unsupported"].includes(status);
	const chosen = channel === own ? null : channel;
	const offered = spokenChannels.filter(
		(language) => language !== own && (onAir.includes(language) || language === chosen),
	);
	return {
		offered: hears ? offered : [],
		chosen,
		isOnAir: chosen !== null && onAir.includes(chosen),
		canSign: hears && isSigned && own !== "sign" && reception === "all",
		isShown: hears && offered.length > 0,
	};
}
