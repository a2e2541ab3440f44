import { inLanguage } from "../../../shared/conference/common.ts";
import type { ConferenceDocument } from "../../../shared/conference/documents.ts";
import { presentMeeting } from "../../../shared/conference/selectors.ts";
import { sameItems, useConference, useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { TextLinks } from "../../features/texts/TextLinks.tsx";
import { fileAddress } from "../../features/texts/textsApi.ts";
import { publishedIn } from "../../features/texts/textsOf.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { FileText } from "../../ui/icons.ts";
import { Tag } from "../../ui/Tag.tsx";

const kindWords = {
	"application/pdf": "PDF",
	"text/plain": "TXT",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
} as const;

/** The papers of the present meeting and of the conference, each in its languages (TX4), and the texts delivered. */
export function Documents({ segmentId }: { segmentId: string | undefined }) {
	const documents = useSelect((state) => {
		const meetingId = presentMeeting(state)?.id;
		const all = [...state.documents.documents.values()];
		return [
			...all.filter((each) => each.meetingId === meetingId),
			...all.filter((each) => each.meetingId === null),
		];
	}, sameItems);
	return (
		<section className="documents">
			<h3>
				<Message id="delegate.documents" />
			</h3>
			{documents.length === 0 && (
				<p className="dim small documents-none">
					<Message id="delegate.noDocuments" />
				</p>
			)}
			<ul>
				{documents.map((document) => (
					<DocumentRow key={document.id} document={document} />
				))}
			</ul>
			{segmentId !== undefined && <DeliveredTexts segmentId={segmentId} />}
		</section>
	);
}

function DocumentRow({ document }: { document: ConferenceDocument }) {
	const { locale } = useSpeech();
	const { conferenceId } = useConference();
	const { files } = document;
	const title = inLanguage(document.title, locale);
	const own =
		files.find(({ language }) => language === locale) ??
		files.find(({ language }) => language === "en") ??
		files[0];
	if (own === undefined) return null;
	return (
		<li className="document">
			<Icon icon={FileText} />
			<span>
				<a href={fileAddress(conferenceId, own.fileId)} target="_blank" rel="noreferrer">
					<bdi>{title}</bdi>
				</a>
				{files.length > 1 && <TextLinks files={files} of={title} />}
			</span>
			{files.length === 1 && (
				<Tag>
					<bdi>{kindWords[own.mediaType]}</bdi>
				</Tag>
			)}
		</li>
	);
}

/** What was delivered in this list and is public, by delegation. */
function DeliveredTexts({ segmentId }: { segmentId: string }) {
	const { t, locale } = useSpeech();
	const texts = useSelect((state) => [...publishedIn(state, segmentId)].flatMap(([, all]) => all), sameItems);
	const delegations = useSelect((state) => state.delegations.delegations);
	if (texts.length === 0) return null;
	const by = [...new Set(texts.map(({ delegationId }) => delegationId))];
	return (
		<>
			<h3>
				<Message id="delegate.delivered" />
			</h3>
			<ul>
				{by.map((id) => {
					const name = nameOf(delegations.get(id), id, locale);
					return (
						<li key={id} className="document">
							<Icon icon={FileText} />
							<span>
								<bdi>{name}</bdi>
								<TextLinks
									files={texts.filter((each) => each.delegationId === id)}
									of={t("delegate.statementBy", { delegation: name })}
								/>
							</span>
						</li>
					);
				})}
			</ul>
		</>
	);
}
