import { useState } from "react";
import { inLanguage } from "../../../../../shared/conference/common.ts";
import { seating } from "../../../../../shared/conference/selectors.ts";
import { sameItems, useConference, useSelect } from "../../../../conference/hooks.ts";
import { alphabetOf } from "../../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { FormDialog } from "../../../console/FormDialog.tsx";
import { VersionFields } from "../../../console/initiatives/VersionFields.tsx";
import {
	draftProblem,
	draftProblemWords,
	type VersionDraft,
	wordsOf,
} from "../../../console/initiatives/versionDraft.ts";
import { useCommand } from "../../../console/useCommand.ts";

/** Opens an initiative with the first version of its text, for the sponsors that announce it. */
export function OpenInitiativeDialog({ onClose }: { onClose: () => void }) {
	const { t, locale } = useSpeech();
	const client = useConference();
	const { run, busy } = useCommand();
	const [draft, setDraft] = useState<VersionDraft>({});
	const [sponsors, setSponsors] = useState<readonly string[]>([]);
	const [refusal, setRefusal] = useState<string>();
	const delegations = useSelect(
		(state) => seating(state, alphabetOf(locale)).filter(({ kind }) => kind !== "secretariat"),
		sameItems,
	);
	const open = async () => {
		const problem = draftProblem(draft);
		if (problem !== undefined) return setRefusal(t(draftProblemWords[problem]));
		if (sponsors.length === 0) return setRefusal(t("secretariat.sponsorNeeded"));
		const words = wordsOf(draft);
		const initiativeId = freeId(words.shortTitle.en, client.state().initiatives.initiatives);
		const outcome = await run(
			{ type: "openInitiative", initiativeId, ...words, sponsors: [...sponsors] },
			{ done: t("secretariat.initiativeOpened"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			wide
			title={<Message id="secretariat.openInitiative" />}
			submit={<Message id="secretariat.openInitiative" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void open()}
			onClose={onClose}
		>
			<VersionFields draft={draft} onChange={setDraft} />
			<fieldset className="sponsor-choice">
				<legend>
					<Message id="secretariat.sponsors" />
				</legend>
				<small>
					<Message id="secretariat.sponsorsNote" />
				</small>
				<div className="sponsor-list">
					{delegations.map(({ id, name }) => (
						<label key={id}>
							<input
								type="checkbox"
								checked={sponsors.includes(id)}
								onChange={(event) =>
									setSponsors((before) =>
										event.target.checked ? [...before, id] : before.filter((each) => each !== id),
									)
								}
							/>
							<bdi>{inLanguage(name, locale)}</bdi>
						</label>
					))}
				</div>
			</fieldset>
		</FormDialog>
	);
}

/** An id made of the English title, as in "seoul-initiative"; with a number where it is taken. */
function freeId(title: string, taken: ReadonlyMap<string, unknown>): string {
	const letters = title
		.normalize("NFKD")
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replaceAll(/^-+|-+$/g, "")
		.slice(0, 50);
	const base = letters === "" ? "initiative" : letters;
	let id = base;
	for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
	return id;
}
