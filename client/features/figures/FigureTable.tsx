import type { ReactNode } from "react";
import type { Figure } from "../../../shared/conference/figures.ts";
import { figurePath } from "../../../shared/conference/figures.ts";
import { useConference } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";

export interface FigureLine {
	readonly key: string;
	readonly figure: Figure;
	readonly name: ReactNode;
	/** One to three columns of figures, already in words. */
	readonly cells: readonly string[];
}

/** Figures of one kind, each a link to the rows that it counts, with the rule by which it counts. */
export function FigureTable({
	id,
	title,
	rule,
	heads,
	lines,
}: {
	id: string;
	title: ReactNode;
	rule: ReactNode;
	/** Of the columns of figures. */
	heads: readonly ReactNode[];
	lines: readonly FigureLine[];
}) {
	const { conferenceId } = useConference();
	if (lines.length === 0) return null;
	return (
		<section className="figures-section" aria-labelledby={id}>
			<table className="figures">
				<caption>
					<h3 id={id}>{title}</h3>
					<p>{rule}</p>
				</caption>
				<thead>
					<tr>
						<th scope="col">
							<span className="visually-hidden">{title}</span>
						</th>
						{heads.map((head, index) => (
							// The columns of a table have no identity but their place.
							// biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
							<th key={index} scope="col">
								{head}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{lines.map(({ key, figure, name, cells }) => (
						<tr key={key}>
							<th scope="row">
								<a href={figurePath(conferenceId, figure)}>{name}</a>
							</th>
							{cells.map((cell, index) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
								<td key={index}>
									<bdi>{cell}</bdi>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** The two columns that are never added up (PL8). */
export function usePairOfHeads(): readonly ReactNode[] {
	return [
		<Message key="delegations" id="figure.delegations" />,
		<Message key="pledges" id="figure.pledges" />,
	];
}
