import { useEffect, useRef, useState } from "react";
import { type Playing, placeMs } from "../../../shared/conference/recordingPlace.ts";
import { useConference } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { followVolume } from "../../media/floorVolume.ts";
import { Button } from "../../ui/Button.tsx";
import { Volume2 } from "../../ui/icons.ts";
import { mediaAddress } from "../recordings/mediaAddress.ts";
import { follow } from "./placeFollower.ts";

/** At the foot of the stage stands the plate: captions that say nothing of their place stand above it. */
function raise({ cues }: TextTrack): void {
	for (const cue of cues ?? []) {
		if (!(cue instanceof VTTCue) || cue.line !== "auto") continue;
		cue.snapToLines = false;
		cue.line = 74;
	}
}

/**
 * Plays a recording where the floor's clock has it, on every screen alike (RC6): nobody starts, stops or moves it here. Whoever
 * listens chooses captions and turns on the sound where the browser kept it off.
 */
export function RecordingPlayer({ playing }: { playing: Playing }) {
	const { conferenceId, clock } = useConference();
	const { t } = useSpeech();
	const element = useRef<HTMLVideoElement>(null);
	const latest = useRef(playing);
	const [isSilenced, setSilenced] = useState(false);
	const [language, setLanguage] = useState("");
	const { recording } = playing;
	const { captions, poster, fileId, durationMs } = recording;
	useEffect(() => {
		latest.current = playing;
	});
	useEffect(() => {
		const player = element.current;
		if (player === null) return undefined;
		return follow(player, {
			wanted: () => ({
				wantedMs: placeMs(latest.current, clock.now()),
				endMs: latest.current.recording.durationMs,
				runs: latest.current.statement.runningSince !== null,
				rate: clock.rate,
			}),
			onSilenced: () => setSilenced(true),
		});
	}, [clock]);
	useEffect(() => (element.current === null ? undefined : followVolume(element.current)), []);
	// Captions that come while it plays begin as the browser has them, so that it is said again for each of them.
	useEffect(() => {
		if (captions.length === 0) return;
		for (const each of element.current?.querySelectorAll("track") ?? []) {
			each.track.mode = each.srclang === language ? "showing" : "disabled";
			each.addEventListener("load", () => raise(each.track), { once: true });
		}
	}, [language, captions]);
	const turnOn = () => {
		if (element.current !== null) element.current.muted = false;
		setSilenced(false);
	};
	return (
		<div className="recording-player">
			<video
				ref={element}
				className="recording-film"
				src={mediaAddress(conferenceId, fileId)}
				{...(poster === null ? {} : { poster: mediaAddress(conferenceId, poster.fileId) })}
				aria-label={t("floor.recordingPlays")}
				data-length={durationMs}
				preload="auto"
				playsInline
			>
				{captions.map((each) => (
					<track
						key={`${each.language} ${each.fileId}`}
						kind="captions"
						srcLang={each.language}
						label={languageNames[each.language] ?? each.language}
						src={mediaAddress(conferenceId, each.fileId)}
					/>
				))}
			</video>
			{isSilenced && (
				<Button className="feed-blocked" variant="brass" icon={Volume2} onClick={turnOn}>
					<Message id="floor.soundOn" />
				</Button>
			)}
			{captions.length > 0 && (
				<label className="recording-captions">
					<Message id="floor.captions" />
					<select className="input" value={language} onChange={(event) => setLanguage(event.target.value)}>
						<option value="">{t("floor.captionsOff")}</option>
						{captions.map((each) => (
							<option key={each.language} value={each.language} lang={each.language}>
								{languageNames[each.language] ?? each.language}
							</option>
						))}
					</select>
				</label>
			)}
		</div>
	);
}
