import { readingMs, wordsPerMinute } from "../../../shared/conference/texts.ts";
import { Message } from "../../i18n/intl.tsx";
import { duration } from "../../i18n/time.ts";

/** How long a text is, in words and at a pace that can be interpreted, and by how much it exceeds the limit (TX2). */
export function TextLength({ words, limitMs }: { words: number; limitMs: number }) {
	const takes = readingMs(words);
	return (
		<span className="text-length">
			<Message
				id="texts.length"
				values={{ words, time: <bdi>{duration(takes)}</bdi>, pace: wordsPerMinute }}
			/>
			{takes > limitMs && (
				<b className="text-over">
					<Message
						id="texts.over"
						values={{ over: <bdi>{duration(takes - limitMs)}</bdi>, limit: <bdi>{duration(limitMs)}</bdi> }}
					/>
				</b>
			)}
		</span>
	);
}
