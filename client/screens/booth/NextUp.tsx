import { sameItems, useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { useNextSpeakers } from "../../features/floor/NextSpeakers.tsx";
import { useListSegment } from "../../features/speakersList/listSegment.ts";
import { useListRows } from "../../features/speakersList/rows.ts";
import { textsOf } from "../../features/texts/textsOf.ts";
import { Message } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { Tag } from "../../ui/Tag.tsx";

const shown = 5;

/** Who follows, in which language, and whether there is a text to prepare from. */
export function NextUp() {
	const segmentId = useListSegment()?.segment.id;
	const rows = useListRows(segmentId);
	const next = useNextSpeakers(shown);
	const filed = useSelect(
		(state) => next.filter((id) => textsOf(state, segmentId ?? "", id).length > 0),
		sameItems,
	);
	if (next.length === 0) return null;
	return (
		<section className="block">
			<div className="block-head">
				<h3>
					<Message id="audience.next" />
				</h3>
			</div>
			<ol className="booth-next">
				{next.map((id) => {
					const language = rows.waiting.find(({ entry }) => entry.delegationId === id)?.entry.language;
					return (
						<li key={id}>
							<DelegationName id={id} />
							{language !== undefined && <span lang={language}>{languageNames[language]}</span>}
							{filed.includes(id) && (
								<Tag tone="blue">
									<Message id="booth.textFiled" />
								</Tag>
							)}
						</li>
					);
				})}
			</ol>
		</section>
	);
}
