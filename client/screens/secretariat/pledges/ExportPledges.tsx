import { useConference } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Download } from "../../../ui/icons.ts";
import { HeaderMenu } from "../../console/HeaderMenu.tsx";
import { saveAs } from "../parts/csv.ts";
import { exportName, pledgesAsCsv, pledgesAsJson, pledgesInFull } from "./pledgeExport.ts";
import type { PledgeRow } from "./pledgeRows.ts";

/** The pledges that are shown as a file: the table as it stands, or with all that the desk sees of them. */
export function ExportPledges({ rows }: { rows: readonly PledgeRow[] }) {
	const client = useConference();
	const speech = useSpeech();
	const state = () => client.state();
	const files = [
		{
			word: "deskexport.table",
			save: () => saveAs(exportName(state(), "pledges.csv"), pledgesAsCsv(rows, state(), speech)),
		},
		{
			word: "deskexport.csv",
			save: () => saveAs(exportName(state(), "pledges-in-full.csv"), pledgesInFull(rows, state(), speech)),
		},
		{
			word: "deskexport.json",
			save: () => saveAs(exportName(state(), "pledges.json"), pledgesAsJson(rows, state())),
		},
	] as const;
	return (
		<HeaderMenu
			className="export-menu export-pledges"
			summaryClassName="button"
			summary={
				<>
					<Icon icon={Download} size={18} />
					<Message id="desk.export" />
				</>
			}
		>
			<ul>
				{files.map(({ word, save }) => (
					<li key={word}>
						<button
							type="button"
							onClick={(event) => {
								save();
								event.currentTarget.closest("details")?.removeAttribute("open");
							}}
						>
							<Message id={word} />
						</button>
					</li>
				))}
			</ul>
		</HeaderMenu>
	);
}
