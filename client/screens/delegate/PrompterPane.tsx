import { useId } from "react";
import type { StatementText } from "../../../shared/conference/texts.ts";
import { wordsPerMinute } from "../../../shared/conference/texts.ts";
import { paceWord } from "../../features/texts/pace.ts";
import { useText } from "../../features/texts/useText.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { ALargeSmall, Minus, Pause, Play, Plus } from "../../ui/icons.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import type { Prompter } from "./usePrompter.ts";
import { textSizes } from "./usePrompter.ts";

const paceWords = {
	slow: "texts.paceSlow",
	good: "texts.paceGood",
	slightlyFast: "texts.paceSlightlyFast",
	tooFast: "texts.paceTooFast",
} as const;

/** The statement before its speaker, near the camera: large, with the line that is read marked in brass. */
export function PrompterPane({
	prompter,
	text,
	texts,
	onChoose,
}: {
	prompter: Prompter;
	text: StatementText;
	/** The same statement in all languages filed. */
	texts: readonly StatementText[];
	onChoose: (textId: string) => void;
}) {
	const { t } = useSpeech();
	const title = useId();
	const loaded = useText(text.fileId);
	const { size, scrolls, pace, readPace } = prompter;
	return (
		<div className="prompter" data-size={size}>
			<div className="prompter-head">
				<h2 id={title}>
					<Message id="texts.mine" />
				</h2>
				<PaceLine pace={readPace} />
				<div className="prompter-controls">
					{texts.length > 1 && (
						<Segmented
							label={t("texts.language")}
							options={texts.map(({ id, language }) => ({
								value: id,
								label: <bdi lang={language}>{languageNames[language] ?? language}</bdi>,
							}))}
							value={text.id}
							onChange={onChoose}
						/>
					)}
					<fieldset className="stepper-control" aria-label={t("texts.size")}>
						<IconButton
							small
							icon={Minus}
							label={t("texts.smaller")}
							aria-disabled={size === textSizes[0] ? true : undefined}
							onClick={() => prompter.resize(-1)}
						/>
						<span>
							<ALargeSmall size={18} strokeWidth={1.75} aria-hidden="true" />
							<Message id="texts.size" />
						</span>
						<IconButton
							small
							icon={Plus}
							label={t("texts.larger")}
							aria-disabled={size === textSizes.at(-1) ? true : undefined}
							onClick={() => prompter.resize(1)}
						/>
					</fieldset>
					<fieldset className="stepper-control" aria-label={t("texts.scrollPace")}>
						<IconButton
							small
							icon={Minus}
							label={t("texts.slower")}
							onClick={() => prompter.changePace(-1)}
						/>
						<span>
							<Message id="texts.paceIs" values={{ pace }} />
						</span>
						<IconButton small icon={Plus} label={t("texts.faster")} onClick={() => prompter.changePace(1)} />
					</fieldset>
					<Button
						small
						icon={scrolls ? Pause : Play}
						shortcut="S"
						aria-pressed={scrolls}
						onClick={prompter.toggle}
					>
						<Message id="texts.scroll" />
					</Button>
				</div>
			</div>
			<div className="prompter-frame">
				<div className="prompter-line" aria-hidden="true" />
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: The speaker scrolls the text by the arrow keys. */}
				<section className="prompter-pane" ref={prompter.pane} tabIndex={0} aria-labelledby={title}>
					{loaded.status === "read" ? (
						<div className="prompter-body" ref={prompter.body} lang={text.language} dir="auto">
							{loaded.text}
						</div>
					) : (
						<div className="prompter-wait" role="status">
							<Message id={loaded.status === "loading" ? "texts.loading" : "texts.missing"} />
							{loaded.status === "missing" && (
								<Button small onClick={loaded.retry}>
									<Message id="texts.tryAgain" />
								</Button>
							)}
						</div>
					)}
				</section>
			</div>
		</div>
	);
}

/** How fast the text was read until now, beside the pace at which it can be interpreted. */
function PaceLine({ pace }: { pace: number | null }) {
	return (
		<p className="prompter-pace">
			{pace === null ? (
				<Message id="texts.paceGoal" values={{ pace: wordsPerMinute }} />
			) : (
				<Message
					id="texts.paceSoFar"
					values={{ pace, judgement: <Message id={paceWords[paceWord(pace)]} /> }}
				/>
			)}
		</p>
	);
}
