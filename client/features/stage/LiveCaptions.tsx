import { useSyncExternalStore } from "react";
import type { Language } from "../../../shared/conference/common.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { captionsChoice, chooseCaptions } from "../../media/captionsChoice.ts";
import { spokenChannels } from "../../media/listening.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Captions } from "../../ui/icons.ts";

function useChoice(): Language | null {
	return useSyncExternalStore(captionsChoice.subscribe, captionsChoice.get, () => null);
}

/** What a captioner has written of what is said, over the foot of the stage, for who reads it. */
export function LiveCaptions() {
	const chosen = useChoice();
	const lines = useSelect((state) => (chosen === null ? undefined : state.captions.lines.get(chosen)));
	if (chosen === null || lines === undefined) return null;
	return (
		<div className="live-captions" lang={chosen} dir="auto" role="log">
			{lines.map(({ at, text }) => (
				<p key={`${at} ${text}`}>{text}</p>
			))}
		</div>
	);
}

/** In which language captions are read. Where nobody writes any there is nothing to choose. */
export function CaptionsSelect() {
	const { t } = useSpeech();
	const chosen = useChoice();
	const written = useSelect(
		(state) => spokenChannels.filter((language) => state.captions.lines.has(language)),
		sameItems,
	);
	if (written.length === 0) return null;
	return (
		<label>
			<Icon icon={Captions} size={17} />
			<span className="visually-hidden">
				<Message id="floor.captions" />
			</span>
			<select
				value={chosen !== null && written.includes(chosen) ? chosen : ""}
				onChange={(event) => chooseCaptions(written.find((each) => each === event.target.value) ?? null)}
			>
				<option value="">{t("floor.captionsOff")}</option>
				{written.map((each) => (
					<option key={each} value={each} lang={each}>
						{languageNames[each]}
					</option>
				))}
			</select>
		</label>
	);
}
