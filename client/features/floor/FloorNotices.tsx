import { useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { OctagonAlert } from "../../ui/icons.ts";
import type { FloorNotice } from "./floorNotices.ts";
import { floorNotices } from "./floorNotices.ts";
import { useNoticeWords } from "./noticeWords.ts";

/** Renewed only when another notice stands there. */
export function useFloorNotices(): readonly FloorNotice[] {
	return useSelect(
		floorNotices,
		(a, b) => a.length === b.length && a.every(({ key }, index) => key === b[index]?.key),
	);
}

/** The lines under the plate: a point of order, a vote and its result, a suspended meeting. */
export function FloorNotices() {
	const { t } = useSpeech();
	const notices = useFloorNotices();
	const isFree = useSelect((state) => state.floor.statement === null);
	const words = useNoticeWords();
	if (notices.length === 0) return null;
	return (
		<ul className="floor-notices">
			{notices.map((notice) => {
				const isPoint =
					notice.kind === "interrupted" || notice.kind === "raised" || notice.kind === "waiting";
				return (
					<li key={notice.key} className={classes("floor-notice", isPoint && "floor-notice-point")}>
						{isPoint && <Icon icon={OctagonAlert} size={18} />}
						<span>
							{/* A free floor names the vote itself; under somebody's plate it is to be said here. */}
							{notice.kind === "vote" && !isFree && <b>{t("floor.vote", { motion: notice.motion })} </b>}
							{words(notice)}
						</span>
					</li>
				);
			})}
		</ul>
	);
}
