import { inLanguage } from "../../../shared/conference/common.ts";
import type { NeedTally } from "../../../shared/conference/tally.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { type Cell, cellsOf } from "./cells.ts";

/** The tally as a wall shows it: one figure, and a row of cells for every need. */
export function ScreenBoard({ fresh }: { fresh: ReadonlySet<string> }) {
	const { number } = useSpeech();
	const { units, needs, pledges, delegations } = useSelect(tally);
	if (units.required === 0)
		return (
			<aside className="screen-side">
				<div className="screen-total">
					<b>
						<bdi>{number(pledges)}</bdi>
					</b>
					<span>
						<Message id="audience.pledgesAnnounced" values={{ count: pledges }} />
						<em>
							<Message id="screen.byDelegations" values={{ count: delegations }} />
						</em>
					</span>
				</div>
			</aside>
		);
	return (
		<aside className="screen-side">
			<div className="screen-total">
				<b>
					<bdi>{number(units.counted)}</bdi>
				</b>
				<span>
					<Message id="screen.unitsPledged" values={{ count: units.counted, total: units.required }} />
					<em>
						<Message id="screen.stillNeeded" values={{ count: units.open }} />
					</em>
				</span>
			</div>
			<div className="screen-board">
				{needs.map((each) => (
					<ScreenRow key={each.need.id} tally={each} fresh={fresh} />
				))}
			</div>
		</aside>
	);
}

function ScreenRow({ tally: row, fresh }: { tally: NeedTally; fresh: ReadonlySet<string> }) {
	const { t, locale } = useSpeech();
	const { need, counted, surplus, open, partly } = row;
	const count = counted + surplus;
	return (
		<div className={classes("screen-row", open === 0 && "screen-row-closed")}>
			<bdi className="screen-row-name">{inLanguage(need.title, locale)}</bdi>
			<span className="screen-row-figure">
				{open === 0 ? (
					<Message id="common.gapClosed" />
				) : (
					<Message
						id="common.countOf"
						values={{ count, total: need.quantity, b: (parts) => <b>{parts}</b> }}
					/>
				)}
				{partly > 0 && (
					<span className="screen-row-partly">
						<Message id="screen.inPart" values={{ count: partly }} />
					</span>
				)}
			</span>
			<Cells cells={cellsOf(row, fresh)} label={t("common.countOfUnits", { count, total: need.quantity })} />
		</div>
	);
}

/** Most cells that can be told apart across the hall; more are drawn as stretches of one bar. */
const mostCells = 24;

function Cells({ cells, label }: { cells: readonly Cell[]; label: string }) {
	if (cells.length > mostCells)
		return (
			<svg
				className="cells-bar"
				role="img"
				aria-label={label}
				viewBox={`0 0 ${cells.length} 1`}
				preserveAspectRatio="none"
			>
				{stretches(cells).map(({ cell, from, length }) => (
					<rect key={from} className={`cell-${cell}`} x={from} y={0} width={length} height={1} />
				))}
			</svg>
		);
	return (
		<div className="cells" role="img" aria-label={label}>
			{cells.map((cell, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
				<i key={index} className={`cell-${cell}`} />
			))}
		</div>
	);
}

/** Neighbours that are alike, as one. */
function stretches(cells: readonly Cell[]): { cell: Cell; from: number; length: number }[] {
	const found: { cell: Cell; from: number; length: number }[] = [];
	for (const [from, cell] of cells.entries()) {
		const last = found.at(-1);
		if (last?.cell === cell) last.length += 1;
		else found.push({ cell, from, length: 1 });
	}
	return found;
}
