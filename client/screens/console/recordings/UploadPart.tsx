import { useState, useSyncExternalStore } from "react";
import {
	type Purpose,
	type SendingState,
	send,
	sendingOf,
	stopSending,
} from "../../../features/recordings/sending.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { duration } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { useFeedback } from "../feedback.tsx";
import { useRefusalWords } from "../refusal.ts";
import { megabytes } from "./RecordingFacts.tsx";

/** Chooses a recording and sends it, with how far it is. */
export function UploadPart({
	purpose,
	limitMs,
	isAnother,
}: {
	purpose: Purpose;
	limitMs: number;
	/** It takes the place of one that is filed. */
	isAnother: boolean;
}) {
	const { t } = useSpeech();
	const { show } = useFeedback();
	const words = useRefusedWords();
	// Which sending is watched changes when another one begins.
	const [, begun] = useState(0);
	const state = sendingOf(purpose);
	const sending = useSyncExternalStore(state.subscribe, state.get, state.get);
	const take = (input: HTMLInputElement) => {
		const file = input.files?.[0];
		// So that the same file can be chosen again after it was refused.
		input.value = "";
		if (file === undefined) return;
		const one = send(purpose, file);
		begun((count) => count + 1);
		void one.ended.then(() => {
			if (one.state.get()?.status === "filed") show({ title: t("recording.filedNow") });
		});
	};
	if (sending !== null && "total" in sending)
		return (
			<SendingLine
				sending={sending}
				onStop={() => {
					stopSending(purpose);
					begun((count) => count + 1);
				}}
			/>
		);
	return (
		<div className="field">
			<label className="field">
				<Message id={isAnother ? "recording.chooseOther" : "recording.choose"} />
				<input
					className="input input-file"
					type="file"
					accept="video/mp4,video/webm,.mp4,.webm"
					onChange={(event) => take(event.currentTarget)}
				/>
			</label>
			<small className="dim">
				<Message id="recording.limit" values={{ limit: <bdi>{duration(limitMs)}</bdi> }} />
			</small>
			<p className="field-error" role="alert">
				{sending?.status === "refused" && words(sending)}
			</p>
		</div>
	);
}

function SendingLine({
	sending,
	onStop,
}: {
	sending: Extract<SendingState, { readonly total: number }>;
	onStop: () => void;
}) {
	const { t, number } = useSpeech();
	const { status, name, sent, total } = sending;
	return (
		<div className="recording-sending">
			<p>
				<Message id="recording.sending" values={{ name: <bdi dir="auto">{name}</bdi> }} />
			</p>
			<progress className="recording-progress" max={total} value={sent} aria-label={t("recording.title")} />
			<p className="dim small numeric">
				<Message
					id="recording.sent"
					values={{
						sent: <bdi>{number(megabytes(sent))}</bdi>,
						total: <bdi>{number(megabytes(total))}</bdi>,
					}}
				/>
			</p>
			<p className="recording-note" role="status">
				{status === "waiting" && <Message id="recording.waiting" />}
				{status === "checking" && <Message id="recording.checking" />}
			</p>
			{status !== "checking" && (
				<Button small onClick={onStop}>
					<Message id="recording.stopSending" />
				</Button>
			)}
		</div>
	);
}

/** Why a recording was refused, and what to do. */
function useRefusedWords() {
	const { t } = useSpeech();
	const words = useRefusalWords();
	return (refused: Extract<SendingState, { readonly status: "refused" }>) => {
		switch (refused.code) {
			case "wrongFileType":
				return t("recording.wrongType");
			case "tooLarge":
				return t("recording.tooLarge");
			case "notReached":
				return t("refusal.notReached");
			default:
				return words(refused);
		}
	};
}
