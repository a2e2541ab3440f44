import { useState } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Need } from "../../../../shared/conference/needs.ts";
import { tally } from "../../../../shared/conference/tally.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { languageOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Check } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { type ColumnHead, ColumnHeads } from "../parts/ColumnHeads.tsx";
import { NeedDialog } from "./NeedDialog.tsx";

const columns: readonly ColumnHead[] = [
	{ word: "secretariat.need" },
	{ word: "desk.capability", className: "cell-optional" },
	{ word: "secretariat.pledged" },
	{ word: "secretariat.change", isHidden: true },
];

/** What is asked for, and how much of it is pledged. */
export function NeedsSection() {
	const { locale, t } = useSpeech();
	const needs = useSelect((state) => tally(state).needs);
	const categories = useSelect((state) => state.profile.categories);
	const [changing, setChanging] = useState<Need | null>(null);
	if (needs.length === 0) return null;
	return (
		<section className="desk-needs" aria-labelledby="needs-heading">
			<div className="list-head desk-head">
				<h2 id="needs-heading">
					<Message id="secretariat.needs" />
				</h2>
				<span className="dim">
					<Message id="secretariat.needsNote" />
				</span>
			</div>
			<table className="pledge-table dense-table">
				<ColumnHeads columns={columns} />
				<tbody>
					{needs.map(({ need, counted, surplus, open }) => {
						const category = categories.find(({ id }) => id === need.category);
						const title = inLanguage(need.title, locale);
						return (
							<tr key={need.id}>
								<th scope="row" className="cell-main">
									<bdi lang={languageOf(need.title, locale)}>{title}</bdi>
								</th>
								<td className="cell-optional">
									{category !== undefined && <bdi>{inLanguage(category.name, locale)}</bdi>}
								</td>
								<td className="cell-need">
									<span className="need-figures">
										<span className="record numeric">
											<Message
												id="common.countOfPlain"
												values={{ count: counted + surplus, total: need.quantity }}
											/>
										</span>
										{open === 0 ? (
											<Tag tone="green" icon={Check}>
												<Message id="common.gapClosed" />
											</Tag>
										) : (
											<span className="dim small">
												<Message id="common.stillNeeded" values={{ count: open }} />
											</span>
										)}
									</span>
								</td>
								<td className="cell-end cell-state">
									<Button
										small
										variant="quiet"
										aria-label={t("secretariat.changeNeedOf", { need: title })}
										onClick={() => setChanging(need)}
									>
										<Message id="secretariat.change" />
									</Button>
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
			{changing !== null && <NeedDialog need={changing} onClose={() => setChanging(null)} />}
		</section>
	);
}
