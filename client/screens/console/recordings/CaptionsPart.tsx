import { useState } from "react";
import type { Language } from "../../../../shared/conference/common.ts";
import type { Recording } from "../../../../shared/conference/recordings.ts";
import { useConference } from "../../../conference/hooks.ts";
import { putCaptions } from "../../../features/recordings/recordingsApi.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { languageNames } from "../../../i18n/languages.ts";
import { Button } from "../../../ui/Button.tsx";
import { useFeedback } from "../feedback.tsx";
import { LanguageField } from "../LanguageField.tsx";
import { useRefusalWords } from "../refusal.ts";
import { useCommand } from "../useCommand.ts";

/** The captions of a recording: one file a language, each checked line by line (RC3). */
export function CaptionsPart({ recording }: { recording: Recording }) {
	const { t } = useSpeech();
	const { conferenceId } = useConference();
	const { show } = useFeedback();
	const { run } = useCommand();
	const words = useRefusalWords();
	const [language, setLanguage] = useState<Language>("en");
	const [refusal, setRefusal] = useState<string>();
	const take = async (input: HTMLInputElement) => {
		const file = input.files?.[0];
		input.value = "";
		if (file === undefined) return;
		setRefusal(undefined);
		const outcome = await putCaptions(conferenceId, recording.id, language, file);
		if (outcome === "filed") return void show({ title: t("recording.captionsFiled") });
		const { code, params } = outcome;
		if (code === "wrongCaptions") setRefusal(t("recording.wrongCaptions", { line: params.line ?? 0 }));
		else if (code === "tooLarge") setRefusal(t("recording.captionsTooLarge"));
		else setRefusal(code === "notReached" ? t("refusal.notReached") : words(outcome));
	};
	return (
		<section className="recording-part">
			<h3>
				<Message id="recording.captions" />
			</h3>
			{recording.captions.length === 0 ? (
				<p className="dim small">
					<Message id="recording.captionsNone" />
				</p>
			) : (
				<ul className="recording-languages">
					{recording.captions.map((each) => (
						<li key={each.language}>
							<bdi lang={each.language}>{languageNames[each.language] ?? each.language}</bdi>
							<Button
								small
								variant="quiet"
								aria-label={t("recording.captionsWithdrawOf", {
									language: languageNames[each.language] ?? each.language,
								})}
								onClick={() =>
									void run(
										{ type: "withdrawCaptions", recordingId: recording.id, language: each.language },
										{ done: t("recording.captionsWithdrawn") },
									)
								}
							>
								<Message id="recording.captionsWithdraw" />
							</Button>
						</li>
					))}
				</ul>
			)}
			<div className="field-row">
				<LanguageField words="recording.captionsLanguage" value={language} onChange={setLanguage} />
				<label className="field">
					<Message id="recording.captionsFile" />
					<input
						className="input input-file"
						type="file"
						accept=".vtt,text/vtt"
						onChange={(event) => void take(event.currentTarget)}
					/>
				</label>
			</div>
			<p className="field-error" role="alert">
				{refusal}
			</p>
		</section>
	);
}
