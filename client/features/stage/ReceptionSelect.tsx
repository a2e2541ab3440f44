import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { useMedia, useMediaStatus, useReception } from "../../media/hooks.tsx";
import { chooseReception, type Reception, receptions } from "../../media/reception.ts";
import { Icon } from "../../ui/Icon.tsx";
import { MonitorPlay } from "../../ui/icons.ts";
import { CaptionsSelect } from "./LiveCaptions.tsx";

const words: Record<Reception, MessageId> = {
	all: "floor.receiveAll",
	sound: "floor.receiveSound",
	nothing: "floor.receiveNothing",
};

/** What this screen takes of picture and sound, once they are set up, and in which language captions are read. */
export function ReceptionSelect() {
	const { t } = useSpeech();
	const media = useMedia();
	const chosen = useReception();
	const status = useMediaStatus();
	const isThere = media !== null && status !== "off" && status !== "unsupported";
	return (
		<div className="reception">
			{isThere && (
				<label>
					<Icon icon={MonitorPlay} size={17} />
					<span className="visually-hidden">
						<Message id="floor.reception" />
					</span>
					<select
						value={chosen}
						onChange={(event) => {
							const next = receptions.find((each) => each === event.target.value);
							if (next !== undefined) chooseReception(next);
						}}
					>
						{receptions.map((each) => (
							<option key={each} value={each}>
								{t(words[each])}
							</option>
						))}
					</select>
				</label>
			)}
			<CaptionsSelect />
			{isThere && chosen === "nothing" && (
				<span role="status">
					<Message id="floor.textOnly" />
				</span>
			)}
		</div>
	);
}
