import { useEffect, useRef } from "react";
import { useConference } from "../../../conference/hooks.ts";
import { useSpeech } from "../../../i18n/intl.tsx";
import { classes } from "../../../ui/classes.ts";
import { partOf, quietest } from "./levels.ts";

/** So often at most the number changes, in ms: the bar moves, a number is read. */
const numberEveryMs = 900;

/**
 * How loud a feed is. It draws each reading itself: what stands around it, a table with many figures, is not rendered for it.
 * Whoever hears the page finds the number when they come to it and is not told of every change.
 */
export function LevelMeter({ feedId, wide = false }: { feedId: string; wide?: boolean }) {
	const { levels } = useConference();
	const { t, number } = useSpeech();
	const meter = useRef<HTMLMeterElement>(null);
	const bar = useRef<HTMLElement>(null);
	const words = useRef<HTMLSpanElement>(null);
	useEffect(() => {
		let saidAt = Number.NEGATIVE_INFINITY;
		let loudest: number | undefined;
		const draw = () => {
			const level = levels.get().get(feedId);
			bar.current?.style.setProperty("--level", String(partOf(level)));
			if (level !== undefined) loudest = Math.max(level, loudest ?? level);
			const now = performance.now();
			if (now - saidAt < numberEveryMs) return;
			saidAt = now;
			const said =
				loudest === undefined || loudest <= quietest
					? t("operator.silence")
					: t("operator.decibels", { value: number(loudest) });
			if (meter.current !== null) meter.current.value = loudest ?? quietest;
			meter.current?.setAttribute("aria-valuetext", said);
			if (words.current !== null) words.current.textContent = said;
			loudest = undefined;
		};
		draw();
		return levels.subscribe(draw);
	}, [levels, feedId, t, number]);
	return (
		<span className={classes("feed-level", wide && "feed-level-wide")}>
			<meter
				ref={meter}
				className="visually-hidden"
				aria-label={t("operator.level")}
				min={quietest}
				max={0}
			/>
			<span className="feed-level-track" aria-hidden="true">
				<i ref={bar} className="feed-level-bar" />
			</span>
			<span ref={words} className="feed-level-value" aria-hidden="true" />
		</span>
	);
}
