import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { inLanguage } from "../../../../../shared/conference/common.ts";
import type { Meeting, Segment } from "../../../../../shared/conference/programme.ts";
import { listOf } from "../../../../../shared/conference/selectors.ts";
import type { Entry } from "../../../../../shared/conference/speakersList.ts";
import { useSelect } from "../../../../conference/hooks.ts";
import { languageOf } from "../../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Plus } from "../../../../ui/icons.ts";
import { RecordingDialog } from "../../../console/recordings/RecordingDialog.tsx";
import { type ColumnHead, ColumnHeads } from "../../parts/ColumnHeads.tsx";
import { useAddress } from "../../parts/SecretariatShell.tsx";
import { InscribeDialog } from "../InscribeDialog.tsx";
import { ImportDialog } from "../import/ImportDialog.tsx";
import { ListFigures } from "../ListFigures.tsx";
import { ChangeEntryDialog } from "./ChangeEntryDialog.tsx";
import { DrawBlock } from "./DrawBlock.tsx";
import { EntryRow } from "./EntryRow.tsx";
import { LateRequests } from "./LateRequests.tsx";
import { SlotDialog } from "./SlotDialog.tsx";
import { Swaps } from "./Swaps.tsx";
import { TakeOffDialog } from "./TakeOffDialog.tsx";
import { WrittenStatements } from "./WrittenStatements.tsx";

/** The question that is being asked over this list. */
export type ListQuestion =
	| { readonly kind: "inscribe" | "import" }
	| { readonly kind: "change" | "slot" | "takeOff" | "recording"; readonly entry: Entry };

const columns: readonly ColumnHead[] = [
	{ word: "secretariat.place" },
	{ word: "desk.delegation" },
	{ word: "secretariat.statement" },
	{ word: "secretariat.why" },
	{ word: "secretariat.change", isHidden: true },
];

/** The speakers' list of a segment as the desk runs it: every inscription, and what is asked about the list. */
export function ListView({ meeting, segment }: { meeting: Meeting; segment: Segment }) {
	const { locale } = useSpeech();
	const address = useAddress();
	const [question, setQuestion] = useState<ListQuestion | null>(null);
	const list = useSelect(
		(state) => listOf(state, segment.id),
		(a, b) => a === b || (a.entries.size === 0 && b.entries.size === 0 && a.status === b.status),
	);
	const isOver = meeting.status === "closed" || segment.status === "ended";
	return (
		<>
			<p className="desk-back">
				<Link to={address("programme", meeting.id)}>
					<Message id="secretariat.backToMeetings" />
				</Link>
			</p>
			<div className="list-head desk-head">
				<h2 lang={languageOf(segment.title, locale)}>{inLanguage(segment.title, locale)}</h2>
				<ListFigures segmentId={segment.id} />
				{!isOver && (
					<span className="desk-head-acts">
						<Button small onClick={() => setQuestion({ kind: "import" })}>
							<Message id="secretariat.import" />
						</Button>
						<Button small icon={Plus} variant="primary" onClick={() => setQuestion({ kind: "inscribe" })}>
							<Message id="secretariat.addDelegation" />
						</Button>
					</span>
				)}
			</div>
			<LateRequests segmentId={segment.id} />
			<Swaps segmentId={segment.id} />
			<DrawBlock segmentId={segment.id} isOver={isOver} />
			{list.order.length === 0 ? (
				<EmptyState title={<Message id="secretariat.listEmpty" />}>
					{!isOver && <Message id="secretariat.listEmptyNext" />}
				</EmptyState>
			) : (
				<div className="desk-list">
					<table className="pledge-table">
						<caption className="visually-hidden">
							<Message id="podium.speakersList" />
						</caption>
						<ColumnHeads columns={columns} />
						<tbody>
							{list.order.map((id, index) => {
								const entry = list.entries.get(id);
								if (entry === undefined) return null;
								return (
									<EntryRow
										key={id}
										segmentId={segment.id}
										entry={entry}
										place={index + 1}
										isOver={isOver}
										onAsk={setQuestion}
									/>
								);
							})}
						</tbody>
					</table>
				</div>
			)}
			<WrittenStatements list={list} isOver={isOver} onAsk={setQuestion} />
			{question !== null && (
				<Question segmentId={segment.id} question={question} onClose={() => setQuestion(null)} />
			)}
		</>
	);
}

function Question({
	segmentId,
	question,
	onClose,
}: {
	segmentId: string;
	question: ListQuestion;
	onClose: () => void;
}): ReactNode {
	switch (question.kind) {
		case "inscribe":
			return <InscribeDialog segmentId={segmentId} onClose={onClose} />;
		case "import":
			return <ImportDialog segmentId={segmentId} onClose={onClose} />;
		case "change":
			return <ChangeEntryDialog segmentId={segmentId} entry={question.entry} onClose={onClose} />;
		case "slot":
			return <SlotDialog segmentId={segmentId} entry={question.entry} onClose={onClose} />;
		case "recording":
			return <RecordingDialog {...{ segmentId, onClose }} delegationId={question.entry.delegationId} />;
		case "takeOff":
			return <TakeOffDialog segmentId={segmentId} entry={question.entry} onClose={onClose} />;
	}
}
