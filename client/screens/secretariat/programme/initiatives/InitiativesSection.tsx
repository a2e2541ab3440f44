import { useState } from "react";
import { inLanguage } from "../../../../../shared/conference/common.ts";
import type { Initiative } from "../../../../../shared/conference/initiatives.ts";
import { sameItems, useSelect } from "../../../../conference/hooks.ts";
import { languageOf, nameOf } from "../../../../features/delegations/delegation.ts";
import { supportersOfPresent } from "../../../../features/initiatives/roll.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { ReadInitiativeDialog } from "../../../console/initiatives/ReadInitiativeDialog.tsx";
import { VersionDialog } from "../../../console/initiatives/VersionDialog.tsx";
import { type ColumnHead, ColumnHeads } from "../../parts/ColumnHeads.tsx";
import { DeclareInWritingDialog, WithdrawInWritingDialog } from "./InWritingDialogs.tsx";
import { OpenInitiativeDialog } from "./OpenInitiativeDialog.tsx";

const columns: readonly ColumnHead[] = [
	{ word: "audience.viewInitiative" },
	{ word: "secretariat.sponsors", className: "cell-optional" },
	{ word: "secretariat.supporters" },
	{ word: "secretariat.initiativeActs", isHidden: true },
];

type Act = "read" | "revise" | "declare" | "withdraw";

/** The initiatives with their texts, and who supports them; what came in writing is recorded here. */
export function InitiativesSection() {
	const initiatives = useSelect((state) => [...state.initiatives.initiatives.values()], sameItems);
	const [isOpening, setOpening] = useState(false);
	const [asked, setAsked] = useState<{ readonly act: Act; readonly id: string } | null>(null);
	const initiative = initiatives.find(({ id }) => id === asked?.id);
	const close = () => setAsked(null);
	return (
		<section className="desk-needs desk-initiatives" aria-labelledby="initiatives-heading">
			<div className="list-head desk-head">
				<h2 id="initiatives-heading">
					<Message id="secretariat.initiatives" />
				</h2>
				<span className="dim">
					<Message id="secretariat.initiativesNote" />
				</span>
				<span className="desk-head-acts">
					<Button small onClick={() => setOpening(true)}>
						<Message id="secretariat.openInitiative" />
					</Button>
				</span>
			</div>
			{initiatives.length > 0 && (
				<table className="pledge-table dense-table">
					<ColumnHeads columns={columns} />
					<tbody>
						{initiatives.map((each) => (
							<Row key={each.id} initiative={each} onAsk={(act) => setAsked({ act, id: each.id })} />
						))}
					</tbody>
				</table>
			)}
			{isOpening && <OpenInitiativeDialog onClose={() => setOpening(false)} />}
			{initiative !== undefined && asked?.act === "read" && (
				<ReadInitiativeDialog initiative={initiative} onClose={close} />
			)}
			{initiative !== undefined && asked?.act === "revise" && (
				<VersionDialog initiative={initiative} sponsors={initiative.sponsors} onClose={close} />
			)}
			{initiative !== undefined && asked?.act === "declare" && (
				<DeclareInWritingDialog initiative={initiative} onClose={close} />
			)}
			{initiative !== undefined && asked?.act === "withdraw" && (
				<WithdrawInWritingDialog initiative={initiative} onClose={close} />
			)}
		</section>
	);
}

function Row({ initiative, onAsk }: { initiative: Initiative; onAsk: (act: Act) => void }) {
	const { locale } = useSpeech();
	const { shortTitle, sponsors, supporters, versions } = initiative;
	const delegations = useSelect((state) => state.delegations.delegations);
	return (
		<tr>
			<th scope="row" className="cell-main">
				<bdi lang={languageOf(shortTitle, locale)}>{inLanguage(shortTitle, locale)}</bdi>
			</th>
			<td className="cell-optional">
				{sponsors.map((id) => (
					<bdi key={id} className="desk-sponsor">
						{nameOf(delegations.get(id), id, locale)}
					</bdi>
				))}
			</td>
			<td className="cell-need">
				<span className="need-figures">
					<span className="record numeric">
						<bdi>{supporters.size}</bdi>
					</span>
					<span className="dim small">
						{versions.length === 1 ? (
							<Message id="version.numbered" values={{ number: 1 }} />
						) : (
							<Message
								id="secretariat.supportPresent"
								values={{ number: versions.length, count: supportersOfPresent(initiative) }}
							/>
						)}
					</span>
				</span>
			</td>
			<td className="cell-end cell-state">
				<Button small variant="quiet" onClick={() => onAsk("read")}>
					<Message id="initiative.readText" />
				</Button>
				<Button small variant="quiet" onClick={() => onAsk("revise")}>
					<Message id="version.new" />
				</Button>
				<Button small variant="quiet" onClick={() => onAsk("declare")}>
					<Message id="secretariat.declareInWriting" />
				</Button>
				<Button small variant="quiet" onClick={() => onAsk("withdraw")}>
					<Message id="delegate.withdrawSupport" />
				</Button>
			</td>
		</tr>
	);
}
