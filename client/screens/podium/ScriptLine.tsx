import { useState } from "react";
import { type Language, languages } from "../../../shared/conference/common.ts";
import { useSelect } from "../../conference/hooks.ts";
import { scriptOf } from "../../features/script/script.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Copy, EyeOff, Quote } from "../../ui/icons.ts";
import { useFeedback } from "../console/feedback.tsx";
import type { Podium } from "./usePodium.ts";
import { useScriptChoice } from "./useScriptChoice.ts";
import { type ScriptOccasion, scriptOccasions, useScriptMoments } from "./useScriptMoments.ts";

const occasionWords = {
	next: "script.next",
	pointOfOrder: "script.pointOfOrder",
	rightOfReply: "script.rightOfReply",
	closeList: "script.closeList",
	ballot: "script.ballot",
	result: "script.result",
	suspend: "script.suspend",
	adjourn: "script.adjourn",
} as const satisfies { readonly [O in ScriptOccasion]: string };

/** What the chair says now, word for word, in a language of the conference; for the one who presides. */
export function ScriptLine({ podium }: { podium: Podium }) {
	const { t } = useSpeech();
	const { show } = useFeedback();
	const offered = useSelect((state) => state.profile.languages);
	const [choice, choose] = useScriptChoice();
	const [occasion, setOccasion] = useState<ScriptOccasion>("next");
	const moments = useScriptMoments(podium);
	const language = languages.find((each) => each === choice.language && offered.includes(each)) ?? "en";
	const canPreside = podium.presides || podium.meeting?.status === "planned";
	if (!canPreside) return null;
	if (choice.hidden)
		return (
			<p className="script-hidden">
				<Button small variant="quiet" icon={Quote} onClick={() => choose({ ...choice, hidden: false })}>
					<Message id="script.show" />
				</Button>
			</p>
		);
	const moment = moments[occasion] ?? moments.next;
	const words = moment === undefined ? undefined : scriptOf(moment, language);
	const copy = async () => {
		if (words === undefined) return;
		await navigator.clipboard.writeText(words);
		show({ title: t("script.copied") });
	};
	return (
		<section className="script" aria-label={t("script.title")}>
			<p className="script-words" lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
				{words ?? <span lang={undefined}>{t("script.nothing")}</span>}
			</p>
			<div className="script-acts">
				<select
					className="script-choice"
					aria-label={t("script.occasion")}
					value={moments[occasion] === undefined ? "next" : occasion}
					onChange={({ target }) =>
						setOccasion(scriptOccasions.find((each) => each === target.value) ?? "next")
					}
				>
					{scriptOccasions
						.filter((each) => each === "next" || moments[each] !== undefined)
						.map((each) => (
							<option key={each} value={each}>
								{t(occasionWords[each])}
							</option>
						))}
				</select>
				<select
					className="script-choice"
					aria-label={t("script.language")}
					value={language}
					onChange={({ target }) => choose({ ...choice, language: target.value })}
				>
					{scriptLanguages(offered).map((each) => (
						<option key={each} value={each} lang={each}>
							{languageNames[each] ?? each}
						</option>
					))}
				</select>
				<IconButton small icon={Copy} label={t("script.copy")} onClick={() => void copy()} />
				<IconButton
					small
					icon={EyeOff}
					label={t("script.hide")}
					onClick={() => choose({ ...choice, hidden: true })}
				/>
			</div>
		</section>
	);
}

/** The conference's languages in the order in which they are listed. */
function scriptLanguages(offered: readonly Language[]): readonly Language[] {
	return languages.filter((each) => offered.includes(each));
}
