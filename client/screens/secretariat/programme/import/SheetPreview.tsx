import { DelegationName } from "../../../../features/delegations/DelegationName.tsx";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { classes } from "../../../../ui/classes.ts";
import { Icon } from "../../../../ui/Icon.tsx";
import { Check, TriangleAlert } from "../../../../ui/icons.ts";
import { type ColumnHead, ColumnHeads } from "../../parts/ColumnHeads.tsx";
import type { SheetRow } from "./inscriptionSheet.ts";

const columns: readonly ColumnHead[] = [
	{ word: "secretariat.importRow" },
	{ word: "desk.delegation" },
	{ word: "secretariat.statement" },
	{ word: "desk.state" },
];

/** Every row of the sheet, with what it says or what is wrong with it. */
export function SheetPreview({ rows }: { rows: readonly SheetRow[] }) {
	const bad = rows.filter(({ problems }) => problems.length > 0).length;
	return (
		<>
			<p className="import-summary" role="status">
				<Message id="secretariat.importSummary" values={{ count: rows.length, bad }} />
			</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
			<section className="import-preview" tabIndex={0} aria-labelledby="import-caption">
				<table className="pledge-table dense-table">
					<caption id="import-caption" className="visually-hidden">
						<Message id="secretariat.importPreview" />
					</caption>
					<ColumnHeads columns={columns} />
					<tbody>
						{rows.map((row) => (
							<PreviewRow key={row.row} row={row} />
						))}
					</tbody>
				</table>
			</section>
		</>
	);
}

function PreviewRow({ row }: { row: SheetRow }) {
	const { t } = useSpeech();
	const { delegation, ...rest } = row.values;
	const isBad = row.problems.length > 0;
	return (
		<tr className={classes(isBad && "import-bad")}>
			<td className="numeric dim">{row.row}</td>
			<th scope="row">
				<span className="desk-name">
					{row.delegationId === null ? (
						<bdi dir="auto">{delegation}</bdi>
					) : (
						<DelegationName id={row.delegationId} width={24} />
					)}
				</span>
			</th>
			<td className="dim">
				<bdi dir="auto">
					{Object.values(rest)
						.filter((each) => each !== "")
						.join(" · ")}
				</bdi>
			</td>
			<td>
				{isBad ? (
					<ul className="import-problems">
						{row.problems.map(({ code, value }) => (
							<li key={`${code} ${value}`}>
								<Icon icon={TriangleAlert} size={16} />
								<span>{t(`sheetrow.${code}`, { value })}</span>
							</li>
						))}
					</ul>
				) : (
					<span className="import-good">
						<Icon icon={Check} size={16} />
						<Message id={row.isAgain ? "secretariat.rowAgain" : "secretariat.rowGood"} />
					</span>
				)}
			</td>
		</tr>
	);
}
