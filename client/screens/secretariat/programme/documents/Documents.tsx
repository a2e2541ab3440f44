import { useId, useState } from "react";
import { inLanguage } from "../../../../../shared/conference/common.ts";
import type { ConferenceDocument } from "../../../../../shared/conference/documents.ts";
import { sameItems, useConference, useSelect } from "../../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { languageNames } from "../../../../i18n/languages.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Plus } from "../../../../ui/icons.ts";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { AddDocumentDialog } from "./AddDocumentDialog.tsx";

/** The documents of a meeting, or those of the whole conference: added and removed here, read by who takes part (TX4). */
export function Documents({ meetingId }: { meetingId: string | null }) {
	const { t, locale } = useSpeech();
	const { conferenceId } = useConference();
	const heading = useId();
	const [isAdding, setAdding] = useState(false);
	const [removing, setRemoving] = useState<ConferenceDocument | null>(null);
	const documents = useSelect(
		(state) => [...state.documents.documents.values()].filter((each) => each.meetingId === meetingId),
		sameItems,
	);
	return (
		<section className="block block-last" aria-labelledby={heading}>
			<div className="block-head">
				<h3 id={heading}>
					<Message id={meetingId === null ? "secretariat.documentsOfConference" : "secretariat.documents"} />
				</h3>
				<Button small icon={Plus} onClick={() => setAdding(true)}>
					<Message id="secretariat.addDocument" />
				</Button>
			</div>
			{documents.length === 0 ? (
				<p className="dim">
					<Message id="secretariat.noDocument" />
				</p>
			) : (
				<ul>
					{documents.map((document) => {
						const title = inLanguage(document.title, locale);
						return (
							<li key={document.id} className="desk-request">
								<div>
									<b>
										<bdi dir="auto">{title}</bdi>
									</b>
									<p className="desk-files">
										{document.files.map(({ language, fileId, name }) => (
											<a
												key={language}
												href={`/api/conferences/${encodeURIComponent(conferenceId)}/files/${fileId}`}
												download={name}
												hrefLang={language}
												lang={language}
											>
												{languageNames[language]}
											</a>
										))}
									</p>
								</div>
								<Button
									small
									variant="quiet"
									aria-label={t("secretariat.removeOf", { document: title })}
									onClick={() => setRemoving(document)}
								>
									<Message id="secretariat.remove" />
								</Button>
							</li>
						);
					})}
				</ul>
			)}
			{isAdding && <AddDocumentDialog meetingId={meetingId} onClose={() => setAdding(false)} />}
			{removing !== null && <RemoveDialog document={removing} onClose={() => setRemoving(null)} />}
		</section>
	);
}

function RemoveDialog({ document, onClose }: { document: ConferenceDocument; onClose: () => void }) {
	const { locale } = useSpeech();
	const { run } = useCommand();
	const remove = async () => {
		const outcome = await run(
			{ type: "removeDocument", documentId: document.id },
			{ quiet: true, done: { title: <Message id="secretariat.documentRemoved" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.removeTitle" />}
			act={<Message id="secretariat.remove" />}
			startsAt="cancel"
			onAct={remove}
			onClose={onClose}
		>
			<p className="record">
				<bdi dir="auto">{inLanguage(document.title, locale)}</bdi>
			</p>
			<p className="block-note">
				<Message id="secretariat.removeNote" />
			</p>
		</ActDialog>
	);
}
