import { inLanguage } from "../../../shared/conference/common.ts";
import { presentMeeting } from "../../../shared/conference/selectors.ts";
import { useNowSelect, useSelect } from "../../conference/hooks.ts";
import { useConnectionState } from "../../features/connection/ConnectionBar.tsx";
import { FloorNotices } from "../../features/floor/FloorNotices.tsx";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { NextLine } from "../../features/floor/NextSpeakers.tsx";
import { useHeld } from "../../features/pledges/useFresh.ts";
import { SessionName } from "../../features/programme/SessionName.tsx";
import { StageRecording } from "../../features/stage/StageRecording.tsx";
import { usePlaying } from "../../features/stage/usePlaying.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { Mark } from "../../ui/Mark.tsx";
import { Stamp } from "../../ui/Stamp.tsx";
import { ScreenBand } from "./ScreenBand.tsx";
import { ScreenBoard } from "./ScreenBoard.tsx";

/** A wall is looked at in passing: what was announced stays longer than on a page that is read. */
const heldOnTheWallMs = 20_000;

/** The screen in the hall: name, clock, rail, the three that follow, the tally. Always dark. */
export function PlenaryScreen() {
	const fresh = useHeld(heldOnTheWallMs);
	return (
		<div className="plenary-screen on-hall">
			<ScreenHeader />
			<main className="screen-main">
				<ScreenRecording />
				<FloorPlate size="screen" />
				<FloorNotices />
				<NextLine count={3} width={40} className="screen-next" />
			</main>
			<ScreenBoard fresh={fresh} />
			<ScreenBand />
		</div>
	);
}

/** A recorded statement is seen and heard in the hall, above the plate of whose it is. */
function ScreenRecording() {
	const playing = usePlaying();
	return playing === undefined ? null : (
		<div className="screen-recording">
			<StageRecording playing={playing} />
		</div>
	);
}

function ScreenHeader() {
	const { locale } = useSpeech();
	const { title, timeZone, rehearsal } = useSelect((state) => state.profile);
	const meeting = useSelect(presentMeeting);
	const time = useNowSelect((now) => clockTime(now, timeZone));
	const connection = useConnectionState();
	return (
		<header className="screen-header">
			<Mark size={30} />
			<h1>{inLanguage(title, locale)}</h1>
			{meeting !== undefined && (
				<span>
					<SessionName meeting={meeting} />
				</span>
			)}
			{connection?.kind === "reconnecting" && (
				<span className="screen-connection">
					<Message id="connection.reconnecting" />
				</span>
			)}
			{connection?.kind === "offline" && (
				<span className="screen-connection">
					<Message id="screen.asItStood" values={{ time: <bdi>{connection.asOf}</bdi> }} />
				</span>
			)}
			{rehearsal && <Stamp place="screen" />}
			<bdi className="screen-clock">{time}</bdi>
		</header>
	);
}
