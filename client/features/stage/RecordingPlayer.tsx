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

/** What the captions in a language say now, for a player that draws nothing; `fileId` is that of the captions. */
function useSaid(player: HTMLMediaElement | null, fileId: string | undefined): string {
	const [said, setSaid] = useState("");
	useEffect(() => {
		const chosen = [...(player?.querySelectorAll("track") ?? [])].find(
			({ dataset }) => dataset.file === fileId,
		)?.track;
		if (chosen === undefined) return undefined;
		const tell = () =>
			setSaid(
				[...(chosen.activeCues ?? [])]
					.map((cue) => (cue instanceof VTTCue ? cue.getCueAsHTML().textContent : ""))
					.join("\n"),
			);
		chosen.addEventListener("cuechange", tell);
		tell();
		return () => {
			chosen.removeEventListener("cuechange", tell);
			setSaid("");
		};
	}, [player, fileId]);
	return said;
}

/**
 * Plays a recording where the floor's clock has it, on every screen alike (RC6): nobody starts, stops or moves it here. Whoever
 * listens chooses captions and turns on the sound where the browser kept it off. With `soundOnly` no picture is drawn or decoded.
 */
export function RecordingPlayer({ playing, soundOnly }: { playing: Playing; soundOnly: boolean }) {
	const { conferenceId, clock } = useConference();
	const { t } = useSpeech();
	// Another one when a screen begins or ends to take the sound alone.
	const [player, setPlayer] = useState<HTMLMediaElement | null>(null);
	const latest = useRef(playing);
	const [isSilenced, setSilenced] = useState(false);
	const [language, setLanguage] = useState("");
	const { recording } = playing;
	const { captions, poster, fileId, durationMs } = recording;
	useEffect(() => {
		latest.current = playing;
	});
	useEffect(() => {
		if (player === null) return undefined;
		const stop = follow(player, {
			wanted: () => ({
				wantedMs: placeMs(latest.current, clock.now()),
				endMs: latest.current.recording.durationMs,
				runs: latest.current.statement.runningSince !== null,
				rate: clock.rate,
			}),
			onSilenced: () => setSilenced(true),
		});
		return () => {
			stop();
			setSilenced(false);
		};
	}, [clock, player]);
	useEffect(() => (player === null ? undefined : followVolume(player)), [player]);
	// Captions that come while it plays begin as the browser has them, so that it is said again for each of them.
	useEffect(() => {
		if (player === null || captions.length === 0) return;
		const shown = soundOnly ? "hidden" : "showing";
		for (const each of player.querySelectorAll("track")) {
			each.track.mode = each.srclang === language ? shown : "disabled";
			each.addEventListener("load", () => raise(each.track), { once: true });
		}
	}, [player, language, captions, soundOnly]);
	const chosen = captions.find((each) => each.language === language);
	const said = useSaid(player, soundOnly ? chosen?.fileId : undefined);
	const turnOn = () => {
		if (player !== null) player.muted = false;
		setSilenced(false);
	};
	const common = {
		className: "recording-film",
		src: mediaAddress(conferenceId, fileId),
		"aria-label": t("floor.recordingPlays"),
		"data-length": durationMs,
		children: captions.map((each) => (
			<track
				key={`${each.language} ${each.fileId}`}
				data-file={each.fileId}
				kind="captions"
				srcLang={each.language}
				label={languageNames[each.language] ?? each.language}
				src={mediaAddress(conferenceId, each.fileId)}
			/>
		)),
	};
	return (
		<div className="recording-player">
			{soundOnly ? (
				<audio ref={setPlayer} {...common} preload="metadata" />
			) : (
				<video
					ref={setPlayer}
					{...common}
					{...(poster === null ? {} : { poster: mediaAddress(conferenceId, poster.fileId) })}
					preload="auto"
					playsInline
				/>
			)}
			{said !== "" && (
				<p className="recording-said" lang={language} dir="auto">
					{said}
				</p>
			)}
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
