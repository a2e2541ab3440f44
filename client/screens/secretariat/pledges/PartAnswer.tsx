import { useId, useState } from "react";
import type { Part } from "../../../../shared/conference/pledge.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { useRefusal } from "../parts/useRefusal.ts";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

/** The desk records a partner's answer for its part, where the rules let it (PL12); nothing where they do not. */
export function PartAnswer({ row, part }: { row: PledgeRow; part: Part }) {
	const [isAsked, setAsked] = useState(false);
	const about = { pledgeId: row.pledge.id, partId: part.id, delegationId: part.delegationId ?? "" };
	const refusals = [
		useRefusal({ type: "confirmPart", ...about }),
		useRefusal({ type: "declinePart", ...about }),
	];
	/* The lead answers for its own part by what it writes. */
	const isPartner = part.delegationId !== null && part.delegationId !== row.pledge.delegationId;
	const isPossible = isPartner && refusals.includes(undefined);
	if (!isPossible && !isAsked) return null;
	return (
		<span className="part-acts">
			<Button variant="quiet" small onClick={() => setAsked(true)}>
				<Message id="deskpart.answer" />
			</Button>
			{isAsked && <PartDialog row={row} part={part} onClose={() => setAsked(false)} />}
		</span>
	);
}

function PartDialog({ row, part, onClose }: { row: PledgeRow; part: Part; onClose: () => void }) {
	const { locale } = useSpeech();
	const group = useId();
	const { run } = useCommand();
	const partnerId = part.delegationId ?? "";
	const partner = useSelect((state) => state.delegations.delegations.get(partnerId));
	const delegation = <bdi>{nameOf(partner, partnerId, locale)}</bdi>;
	/* What it has answered already is no answer any more. */
	const ways = (["confirm", "decline"] as const).filter(
		(way) => part.status !== (way === "confirm" ? "confirmed" : "declined"),
	);
	const [chosen, setChosen] = useState<"confirm" | "decline">();
	const way = ways.length === 1 ? ways[0] : chosen;
	const send = async () => {
		const about = { pledgeId: row.pledge.id, partId: part.id, delegationId: partnerId };
		const done = {
			title: <Message id={way === "confirm" ? "deskpart.confirmed" : "deskpart.declined"} />,
			detail: <bdi dir="auto">{part.text}</bdi>,
			emblem: emblemOf(partner),
		};
		const type = way === "confirm" ? "confirmPart" : "declinePart";
		const outcome = await run({ type, ...about }, { quiet: true, done });
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="deskpart.title" values={{ delegation }} />}
			act={<Message id={way === "decline" ? "deskpart.decline" : "deskpart.confirm"} />}
			onAct={send}
			onClose={onClose}
		>
			<PledgeSummary row={row} />
			<p className="part-asked">
				<span className="label">
					<Message id={`partrole.${part.role}`} />
				</span>{" "}
				<bdi dir="auto">{part.text}</bdi>
			</p>
			<fieldset className="desk-choices">
				<legend className="visually-hidden">
					<Message id="deskpart.which" />
				</legend>
				{ways.map((each) => (
					<label key={each} className="desk-choice">
						<input
							type="radio"
							name={group}
							required
							checked={way === each}
							onChange={() => setChosen(each)}
						/>
						<span>
							<Message
								id={each === "confirm" ? "deskpart.confirms" : "deskpart.declines"}
								values={{ delegation }}
							/>
							<small>
								<Message id={each === "confirm" ? "deskpart.confirmNote" : "deskpart.declineNote"} />
							</small>
						</span>
					</label>
				))}
			</fieldset>
			<p className="block-note">
				<Message id="deskpart.note" values={{ delegation }} />
			</p>
		</ActDialog>
	);
}
