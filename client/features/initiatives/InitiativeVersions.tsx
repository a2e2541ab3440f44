import { inLanguage } from "../../../shared/conference/common.ts";
import type { Initiative, InitiativeVersion } from "../../../shared/conference/initiatives.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageOf } from "../delegations/delegation.ts";
import { Paragraphs, VersionLine } from "./InitiativeText.tsx";

/** The text in force and those before it, unfolded without a script; nothing where there is only a summary. */
export function InitiativeVersions({ initiative }: { initiative: Initiative }) {
	const { text, versions } = initiative;
	const earlier = versions.slice(0, -1).reverse();
	const current = versions.at(-1);
	if (current === undefined || (text === null && earlier.length === 0)) return null;
	return (
		<div className="initiative-versions" id={`initiative-${initiative.id}-text`}>
			{text !== null && (
				<details>
					<summary>
						<Message id="initiative.readText" />{" "}
						<small className="version-note">
							<VersionLine version={current} />
						</small>
					</summary>
					<Paragraphs text={text} />
				</details>
			)}
			{earlier.length > 0 && (
				<details>
					<summary>
						<Message id="initiative.earlierVersions" values={{ count: earlier.length }} />
					</summary>
					{earlier.map((version) => (
						<EarlierVersion key={version.number} version={version} />
					))}
				</details>
			)}
		</div>
	);
}

function EarlierVersion({ version }: { version: InitiativeVersion }) {
	const { locale } = useSpeech();
	return (
		<article className="initiative-earlier">
			<h3>
				<bdi lang={languageOf(version.title, locale)}>{inLanguage(version.title, locale)}</bdi>
			</h3>
			<small className="version-note">
				<VersionLine version={version} />
			</small>
			<Paragraphs text={version.summary} />
			{version.text !== null && <Paragraphs text={version.text} />}
		</article>
	);
}
