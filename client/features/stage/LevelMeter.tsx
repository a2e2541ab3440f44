import { useEffect, useState } from "react";
import { useSpeech } from "../../i18n/intl.tsx";
import { watchLevel } from "../../media/level.ts";
import { classes } from "../../ui/classes.ts";

const bars = 8;

/** How loud a track is, ten times a second; a screen reader is told only when it asks. Without a track it is dark. */
export function LevelMeter({ track }: { track: MediaStreamTrack | null }) {
	const { t } = useSpeech();
	const [lit, setLit] = useState(0);
	useEffect(() => {
		if (track === null) return undefined;
		const end = watchLevel(track, ({ level }) => setLit(Math.round(level * bars)));
		return () => {
			end();
			setLit(0);
		};
	}, [track]);
	return (
		<span className="level-meter" role="img" aria-label={t("media.levelNow", { level: lit })}>
			{Array.from({ length: bars }, (_, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the bars are their places
				<i key={index} className={classes(index < lit && "level-on")} />
			))}
		</span>
	);
}
