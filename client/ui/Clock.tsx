import type { ReactNode } from "react";
import { Message, useSpeech } from "../i18n/intl.tsx";
import { duration, remainingTime } from "../i18n/time.ts";
import { classes } from "./classes.ts";
import type { PlateClock } from "./plateMoment.ts";

function Left({ limit, brief }: { limit: ReactNode; brief: boolean }) {
	return brief ? <Message id="plate.left" /> : <Message id="plate.leftOf" values={{ limit }} />;
}

/** The words under a clock. */
function Caption({ clock, brief }: { clock: PlateClock; brief: boolean }) {
	const limit = <bdi>{duration(clock.limitMs)}</bdi>;
	if (clock.moment !== "over" && clock.about === true) return <Message id="plate.about" values={{ limit }} />;
	switch (clock.moment) {
		case "notStarted":
			return <Message id="plate.notStarted" />;
		case "running":
			return <Left limit={limit} brief={brief} />;
		case "lastMinute":
			/* A conference may have the light change earlier than in the last minute (TM5). */
			if (clock.remainingMs > 60_000) return <Left limit={limit} brief={brief} />;
			return <Message id="plate.lastMinute" />;
		case "conclude":
			return <Message id="plate.conclude" />;
		case "over":
			return <Message id={clock.about === true ? "plate.overAbout" : "plate.over"} />;
		case "paused":
			return <Message id="plate.paused" />;
	}
}

/**
 * What is left of a statement, as `m:ss`, or `+m:ss` over time. A timer without live announcements: what
 * is to be said aloud (one minute, 30 seconds, time over) the screen announces by itself.
 */
export function Clock({
	clock,
	brief = false,
	className = "plate-clock",
}: {
	clock: PlateClock;
	/** "left" instead of "left of 4:00", for narrow places. */
	brief?: boolean | undefined;
	className?: string | undefined;
}) {
	const { t } = useSpeech();
	return (
		<div
			className={classes(className, clock.moment === "over" && "clock-over")}
			role="timer"
			aria-live="off"
			aria-label={t("plate.timer")}
		>
			<bdi>{remainingTime(clock.remainingMs)}</bdi>
			<small>
				<Caption clock={clock} brief={brief} />
			</small>
		</div>
	);
}
