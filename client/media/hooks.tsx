import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from "react";
import type { FeedKind } from "../../shared/protocol/feeds.ts";
import { useConference } from "../conference/hooks.ts";
import type { MediaClient, MediaStatus, RemoteFeed, Sending } from "./mediaClient.ts";
import { type Reception, reception } from "./reception.ts";

const MediaContext = createContext<MediaClient | null>(null);

/**
 * Gives what stands in it sound and picture, from when `wanted`. The library is a file of its own, which a page that only
 * shows figures never loads.
 */
export function MediaScope({ wanted, children }: { wanted: boolean; children: ReactNode }) {
	const { media: lane } = useConference();
	const [client, setClient] = useState<MediaClient | null>(null);
	useEffect(() => {
		if (!wanted) return undefined;
		let opened: MediaClient | undefined;
		let isGone = false;
		// A page whose files are not there any more, after an update of the server, is told so by the socket.
		import("./mediaClient.ts")
			.then(({ MediaClient }) => {
				if (isGone) return;
				opened = new MediaClient(lane);
				setClient(opened);
			})
			.catch(() => {});
		return () => {
			isGone = true;
			opened?.close();
			setClient(null);
		};
	}, [wanted, lane]);
	return <MediaContext value={client}>{children}</MediaContext>;
}

/** Nothing until it is loaded. */
export function useMedia(): MediaClient | null {
	return use(MediaContext);
}

const never = () => () => {};

/** How far sound and picture are. */
export function useMediaStatus(): MediaStatus {
	const media = useMedia();
	return useSyncExternalStore(
		media?.status.subscribe ?? never,
		() => media?.status.get() ?? "idle",
		() => "idle",
	);
}

/** What is received of a seat. */
export function useRemote(feed: FeedKind): RemoteFeed | undefined {
	const media = useMedia();
	return useSyncExternalStore(
		media?.remote.subscribe ?? never,
		() => media?.remote.get()[feed],
		() => undefined,
	);
}

/** What this screen sends. */
export function useSending(feed: FeedKind): Sending | undefined {
	const media = useMedia();
	return useSyncExternalStore(
		media?.sending.subscribe ?? never,
		() => media?.sending.get()[feed],
		() => undefined,
	);
}

/** What this screen takes of picture and sound. */
export function useReception(): Reception {
	return useSyncExternalStore(reception.subscribe, reception.get, () => "all" as const);
}
