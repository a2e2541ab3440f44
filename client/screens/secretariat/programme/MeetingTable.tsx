import type { Meeting } from "../../../../shared/conference/programme.ts";
import { statementsSegment } from "../../../../shared/conference/selectors.ts";
import { SessionName } from "../../../features/programme/SessionName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { type ColumnHead, ColumnHeads } from "../parts/ColumnHeads.tsx";
import type { RowKeys } from "../parts/useRowKeys.ts";
import { ListFigures } from "./ListFigures.tsx";
import { MeetingSpan } from "./MeetingSpan.tsx";

const columns: readonly ColumnHead[] = [
	{ word: "secretariat.time" },
	{ word: "secretariat.meeting" },
	{ word: "podium.speakersList" },
	{ word: "desk.state" },
];

/** The meetings in the order of the programme. */
export function MeetingTable({
	meetings,
	selected,
	keys,
}: {
	meetings: readonly Meeting[];
	selected: string | null;
	keys: RowKeys;
}) {
	const { t } = useSpeech();
	const stop = meetings.some(({ id }) => id === selected) ? selected : meetings[0]?.id;
	return (
		// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
		<table ref={keys.table} className="pledge-table" role="grid" aria-label={t("secretariat.meetings")}>
			<ColumnHeads columns={columns} />
			<tbody>
				{meetings.map((meeting) => (
					<tr
						key={meeting.id}
						data-row={meeting.id}
						className="table-row"
						aria-selected={meeting.id === selected}
						tabIndex={meeting.id === stop ? 0 : -1}
						onClick={() => keys.select(meeting.id)}
						onKeyDown={(event) => keys.onRowKeyDown(event, meeting.id)}
					>
						<td className="numeric dim cell-changed">
							<MeetingSpan meeting={meeting} />
						</td>
						<td className="pledge-text cell-main">
							<SessionName meeting={meeting} />
						</td>
						<td className="cell-need">
							<List meeting={meeting} />
						</td>
						<td className="cell-state">
							<MeetingTag meeting={meeting} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function List({ meeting }: { meeting: Meeting }) {
	const segment = statementsSegment(meeting);
	if (segment === undefined || (meeting.status === "closed" && meeting.openedAt === null)) return null;
	return <ListFigures segmentId={segment.id} />;
}

/** Planned, in session, suspended or closed; brass while it sits, because brass means now. */
export function MeetingTag({ meeting }: { meeting: Meeting }) {
	const sits = meeting.status === "open" || meeting.status === "suspended";
	return (
		<Tag tone={sits ? "brass" : "grey"}>
			<Message id={`meetingstatus.${meeting.status}`} />
		</Tag>
	);
}
