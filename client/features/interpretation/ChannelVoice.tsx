import { useEffect, useState } from "react";
import type { Language } from "../../../shared/conference/common.ts";
import { feedOf } from "../../../shared/protocol/feeds.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { floorVolume } from "../../media/floorVolume.ts";
import { useRemote } from "../../media/hooks.tsx";
import { watchSilence } from "../../media/level.ts";
import { FeedPlayer } from "../stage/FeedPlayer.tsx";

/**
 * Plays the voice of a booth, and the floor beneath it. While the booth is off the air, has the microphone off or says nothing for
 * a while, the floor is heard in full: whoever listens must not sit in silence while somebody speaks.
 */
export function ChannelVoice({ channel, floorLevel }: { channel: Language; floorLevel: number }) {
	const { t } = useSpeech();
	const remote = useRemote(feedOf(channel));
	const audio = remote?.audio ?? null;
	const [isSilent, setSilent] = useState(false);
	useEffect(() => {
		if (audio === null) return undefined;
		const end = watchSilence(audio, setSilent);
		return () => {
			end();
			setSilent(false);
		};
	}, [audio]);
	const isHeard = audio !== null && remote?.muted === false && !isSilent;
	useEffect(() => floorVolume.set(isHeard ? floorLevel : 1), [isHeard, floorLevel]);
	useEffect(() => () => floorVolume.set(1), []);
	if (audio === null) return null;
	return <FeedPlayer audio={audio} video={null} label={t("channel.voice")} />;
}
