import { useConference } from "../../../conference/hooks.ts";
import { Message } from "../../../i18n/intl.tsx";
import { classes } from "../../../ui/classes.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Download } from "../../../ui/icons.ts";
import { HeaderMenu } from "../../console/HeaderMenu.tsx";

const files = [
	{ name: "list.csv", word: "secretariat.exportListCsv" },
	{ name: "list.json", word: "secretariat.exportListJson" },
	{ name: "statements.csv", word: "secretariat.exportStatementsCsv" },
	{ name: "statements.json", word: "secretariat.exportStatementsJson" },
] as const;

/** The trail of the list and the statements as files, of one meeting or of the conference. */
export function ExportMenu({ meetingId }: { meetingId?: string | undefined }) {
	const { conferenceId } = useConference();
	const query = meetingId === undefined ? "" : `?meeting=${encodeURIComponent(meetingId)}`;
	return (
		<HeaderMenu
			className="export-menu"
			summaryClassName={classes("button", meetingId === undefined && "button-small")}
			summary={
				<>
					<Icon icon={Download} size={16} />
					<Message
						id={meetingId === undefined ? "secretariat.exportConference" : "secretariat.exportMeeting"}
					/>
				</>
			}
		>
			<ul>
				{files.map(({ name, word }) => (
					<li key={name}>
						<a href={`/api/conferences/${encodeURIComponent(conferenceId)}/exports/${name}${query}`} download>
							<Message id={word} />
						</a>
					</li>
				))}
			</ul>
		</HeaderMenu>
	);
}
