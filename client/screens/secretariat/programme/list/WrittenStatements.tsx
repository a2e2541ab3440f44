import type { SpeakersList } from "../../../../../shared/conference/speakersList.ts";
import { DelegationName } from "../../../../features/delegations/DelegationName.tsx";
import { Message } from "../../../../i18n/intl.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { useCommand } from "../../../console/useCommand.ts";
import type { ListQuestion } from "./ListView.tsx";

/** Statements to be made in writing: they have no place in the list, and go on the record without the floor (ST3). */
export function WrittenStatements({
	list,
	isOver,
	onAsk,
}: {
	list: SpeakersList;
	isOver: boolean;
	onAsk: (question: ListQuestion) => void;
}) {
	const { run, busy } = useCommand();
	const written = [...list.entries.values()].filter(({ status }) => status === "written");
	if (written.length === 0) return null;
	return (
		<section className="block" aria-labelledby="written">
			<div className="block-head">
				<h3 id="written">
					<Message id="secretariat.inWriting" />
				</h3>
			</div>
			<ul>
				{written.map((entry) => (
					<li key={entry.id} className="desk-request">
						<b className="desk-name">
							<DelegationName id={entry.delegationId} width={24} />
						</b>
						<div className="representative-actions">
							<Button
								small
								aria-busy={busy ? true : undefined}
								onClick={() =>
									void run(
										{ type: "makeInWriting", segmentId: list.segmentId, entryId: entry.id },
										{ done: { title: <Message id="secretariat.onRecordDone" /> } },
									)
								}
							>
								<Message id="secretariat.onRecord" />
							</Button>
							{!isOver && (
								<>
									<Button small variant="quiet" onClick={() => onAsk({ kind: "change", entry })}>
										<Message id="secretariat.change" />
									</Button>
									<Button small variant="quiet" onClick={() => onAsk({ kind: "takeOff", entry })}>
										<Message id="secretariat.takeOff" />
									</Button>
								</>
							)}
						</div>
					</li>
				))}
			</ul>
		</section>
	);
}
