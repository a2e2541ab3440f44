import { lazy, Suspense, useState } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Initiative, InitiativeVersion } from "../../../../shared/conference/initiatives.ts";
import { languageOf } from "../../../features/delegations/delegation.ts";
import { Paragraphs, VersionLine } from "../../../features/initiatives/InitiativeText.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";

const ChangedText = lazy(() => import("./ChangedText.tsx"));

/** An initiative in any of its versions, alone or with what changed since an earlier one. */
export function ReadInitiativeDialog({
	initiative,
	since = null,
	onClose,
}: {
	initiative: Initiative;
	/** The version that the reader knows, which the present one is compared with at first. */
	since?: number | null;
	onClose: () => void;
}) {
	const { t, locale } = useSpeech();
	const { versions } = initiative;
	const [number, setNumber] = useState(versions.length);
	const [comparedWith, setComparedWith] = useState(since !== null && since < versions.length ? since : null);
	const version = versions[number - 1];
	const before = comparedWith === null || comparedWith >= number ? undefined : versions[comparedWith - 1];
	if (version === undefined) return null;
	return (
		<Dialog
			wide
			title={<bdi lang={languageOf(version.title, locale)}>{inLanguage(version.title, locale)}</bdi>}
			onClose={onClose}
			actions={
				<Button variant="primary" onClick={onClose}>
					<Message id="common.close" />
				</Button>
			}
		>
			{versions.length > 1 && (
				<div className="field-row">
					<label className="field">
						<Message id="version.shown" />
						<select
							className="input"
							value={number}
							onChange={(event) => setNumber(Number(event.target.value))}
						>
							{versions.map((each) => (
								<option key={each.number} value={each.number}>
									{t("version.numbered", { number: each.number })}
								</option>
							))}
						</select>
					</label>
					<label className="field">
						<Message id="version.comparedWith" />
						<select
							className="input"
							value={before?.number ?? ""}
							onChange={(event) =>
								setComparedWith(event.target.value === "" ? null : Number(event.target.value))
							}
						>
							<option value="">{t("version.comparedWithNone")}</option>
							{versions.slice(0, number - 1).map((each) => (
								<option key={each.number} value={each.number}>
									{t("version.numbered", { number: each.number })}
								</option>
							))}
						</select>
					</label>
				</div>
			)}
			<p className="dim small">
				<VersionLine version={version} />
			</p>
			{/* Longer than the window: whoever has no mouse scrolls it by keys. */}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: A scrolling text must be reachable by keyboard. */}
			<div className="version-text" tabIndex={0}>
				{before === undefined ? (
					<>
						<Paragraphs text={version.summary} />
						{version.text !== null && <Paragraphs text={version.text} />}
					</>
				) : (
					<Changes before={before} after={version} />
				)}
			</div>
		</Dialog>
	);
}

function Changes({ before, after }: { before: InitiativeVersion; after: InitiativeVersion }) {
	return (
		<>
			<p className="changed-key">
				<ins>
					<Message id="version.added" />
				</ins>
				<del>
					<Message id="version.removed" />
				</del>
			</p>
			<Suspense>
				<ChangedText before={before.title} after={after.title} />
				<ChangedText before={before.summary} after={after.summary} />
				<ChangedText before={before.text} after={after.text} />
			</Suspense>
		</>
	);
}
