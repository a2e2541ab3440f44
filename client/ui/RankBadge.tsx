import type { Level } from "../../shared/conference/common.ts";
import { Message } from "../i18n/intl.tsx";

/** A protocol rank as its code (HS, M, CD), with the full word when it is pointed at or focused. */
export function RankBadge({ level }: { level: Level }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: the word is to be had without a pointer
		<span className="rank" tabIndex={0}>
			<span aria-hidden="true">{level}</span>
			<span className="rank-word">
				<Message id={`rank.${level}`} />
			</span>
		</span>
	);
}
