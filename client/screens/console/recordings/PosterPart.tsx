import { useState } from "react";
import { posterTypes, type Recording } from "../../../../shared/conference/recordings.ts";
import { useConference } from "../../../conference/hooks.ts";
import { mediaAddress } from "../../../features/recordings/mediaAddress.ts";
import { putPoster } from "../../../features/recordings/recordingsApi.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useFeedback } from "../feedback.tsx";
import { useRefusalWords } from "../refusal.ts";

/** The picture that stands there until a recording plays. */
export function PosterPart({ recording }: { recording: Recording }) {
	const { t } = useSpeech();
	const { conferenceId } = useConference();
	const { show } = useFeedback();
	const words = useRefusalWords();
	const [refusal, setRefusal] = useState<string>();
	const { id, poster } = recording;
	const take = async (input: HTMLInputElement) => {
		const file = input.files?.[0];
		input.value = "";
		if (file === undefined) return;
		setRefusal(undefined);
		const outcome = await putPoster(conferenceId, id, file);
		if (outcome === "filed") return void show({ title: t("recording.posterFiled") });
		const { code } = outcome;
		if (code === "wrongFileType" || code === "tooLarge") setRefusal(t("recording.posterWrong"));
		else setRefusal(code === "notReached" ? t("refusal.notReached") : words(outcome));
	};
	return (
		<section className="recording-part">
			<label className="field">
				<Message id="recording.poster" />
				<input
					className="input input-file"
					type="file"
					accept={posterTypes.join(",")}
					onChange={(event) => void take(event.currentTarget)}
				/>
			</label>
			<small className="dim">
				<Message id="recording.posterFile" />
			</small>
			{poster !== null && (
				<img className="recording-poster" src={mediaAddress(conferenceId, poster.fileId)} alt="" />
			)}
			<p className="field-error" role="alert">
				{refusal}
			</p>
		</section>
	);
}
