import { useState } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Initiative } from "../../../../shared/conference/initiatives.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { nameOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { useCommand } from "../useCommand.ts";
import { VersionFields } from "./VersionFields.tsx";
import { draftOf, draftProblem, draftProblemWords, wordsOf } from "./versionDraft.ts";

/** Publishes a new version of a text for one of its sponsors; it begins with the words of the present one. */
export function VersionDialog({
	initiative,
	sponsors,
	onClose,
}: {
	initiative: Initiative;
	/** For whom it may be published: one's own delegation, or for the secretariat all sponsors. */
	sponsors: readonly string[];
	onClose: () => void;
}) {
	const { t, locale } = useSpeech();
	const { run, busy } = useCommand();
	const [draft, setDraft] = useState(() => draftOf(initiative));
	const [sponsor, setSponsor] = useState(sponsors[0] ?? "");
	const [refusal, setRefusal] = useState<string>();
	const delegations = useSelect((state) => state.delegations.delegations);
	const number = initiative.versions.length + 1;
	const publish = async () => {
		const problem = draftProblem(draft);
		if (problem !== undefined) return setRefusal(t(draftProblemWords[problem]));
		const outcome = await run(
			{
				type: "reviseInitiative",
				initiativeId: initiative.id,
				delegationId: sponsor,
				...wordsOf(draft),
			},
			{ done: t("version.done", { number }), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			wide
			title={
				<Message
					id="version.newOf"
					values={{ initiative: <bdi>{inLanguage(initiative.shortTitle, locale)}</bdi> }}
				/>
			}
			submit={<Message id="version.publish" values={{ number }} />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void publish()}
			onClose={onClose}
		>
			<p className="form-note">
				<Message id="version.publishNote" />
			</p>
			{sponsors.length > 1 && (
				<label className="field">
					<Message id="version.publishedFor" />
					<select className="input" value={sponsor} onChange={(event) => setSponsor(event.target.value)}>
						{sponsors.map((id) => (
							<option key={id} value={id}>
								{nameOf(delegations.get(id), id, locale)}
							</option>
						))}
					</select>
				</label>
			)}
			<VersionFields draft={draft} onChange={setDraft} />
		</FormDialog>
	);
}
