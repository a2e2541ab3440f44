import { useEffect, useState } from "react";
import type { SeatReport } from "../../../shared/protocol/media.ts";
import { useMedia, useSending } from "../../media/hooks.tsx";
import { watchLevel } from "../../media/level.ts";
import { isPoor, type Way } from "../../media/way.ts";

/** The seat that tests itself before it has the floor: what it finds, and what it tells the chair. */
export interface GreenRoom {
	readonly report: SeatReport;
	readonly way: Way | undefined;
	setReady(ready: boolean): void;
}

const wayEveryMs = 1000;

/** There while microphone and camera are on and nobody receives them. What is found is told to podium and secretariat. */
export function useGreenRoom(): GreenRoom | null {
	const media = useMedia();
	const sending = useSending("floor");
	const isWaiting = sending?.status === "waiting";
	const audio = isWaiting ? sending.tracks.audio : null;
	const [heard, setHeard] = useState(false);
	const [way, setWay] = useState<Way>();
	const [ready, setReady] = useState(false);
	useEffect(() => {
		if (audio === null) return undefined;
		const end = watchLevel(audio, (level) => setHeard(level.heard));
		return () => {
			end();
			setHeard(false);
		};
	}, [audio]);
	useEffect(() => {
		if (media === null || !isWaiting) return undefined;
		let isGone = false;
		const look = () => {
			void media.way().then((found) => {
				if (!isGone) setWay(found);
			});
		};
		look();
		const timer = setInterval(look, wayEveryMs);
		return () => {
			isGone = true;
			clearInterval(timer);
			setWay(undefined);
			setReady(false);
		};
	}, [media, isWaiting]);
	const camera = sending?.tracks.video == null ? "off" : "good";
	const microphone = sending?.muted ? "muted" : heard ? "good" : "quiet";
	const connection = way === undefined ? "testing" : isPoor(way) ? "poor" : "good";
	useEffect(() => {
		if (media !== null && isWaiting) void media.report({ camera, microphone, connection, ready });
	}, [media, isWaiting, camera, microphone, connection, ready]);
	return isWaiting ? { report: { camera, microphone, connection, ready }, way, setReady } : null;
}
