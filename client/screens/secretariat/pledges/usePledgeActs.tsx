import { type ReactNode, useState } from "react";
import { emblemOf } from "../../../features/delegations/delegation.ts";
import { Message } from "../../../i18n/intl.tsx";
import type { Shortcut } from "../../../ui/shortcuts.ts";
import { useCommand } from "../../console/useCommand.ts";
import { AnnounceDialog } from "./AnnounceDialog.tsx";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import { CorrectDialog } from "./CorrectDialog.tsx";
import { DeliveredDialog } from "./DeliveredDialog.tsx";
import { DeliveryDialog } from "./DeliveryDialog.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import type { PledgeRow } from "./pledgeRows.ts";
import { QueryDialog } from "./QueryDialog.tsx";
import { RejectDialog } from "./RejectDialog.tsx";

type Question = "query" | "announce" | "confirm" | "reject" | "correct" | "merge" | "delivered" | "delivery";

/** What the desk can do with a pledge as it stands; what is not possible is absent. */
export interface PledgeActs {
	readonly clear: (() => void) | undefined;
	readonly query: (() => void) | undefined;
	readonly announce: (() => void) | undefined;
	readonly confirm: (() => void) | undefined;
	/** What is done less often, each with its key. */
	readonly more: readonly (Shortcut & { readonly run: () => void })[];
	readonly busy: boolean;
	readonly shortcuts: readonly Shortcut[];
	/** The question that is being asked, if any. */
	readonly dialog: ReactNode;
}

/** The acts on the selected pledge, as buttons and as keys. */
export function usePledgeActs(row: PledgeRow | undefined): PledgeActs {
	/* A question keeps the row that it was asked about, whatever arrives or is selected meanwhile. */
	const [asked, setAsked] = useState<{ readonly question: Question; readonly row: PledgeRow } | null>(null);
	const { run, busy } = useCommand();
	const step = row?.step;
	const ask = (question: Question) => (row === undefined ? undefined : () => setAsked({ question, row }));
	const clear =
		row === undefined || step !== "submitted" || busy
			? undefined
			: () =>
					void run(
						{ type: "acceptPledge", pledgeId: row.pledge.id },
						{
							done: {
								title: <Message id="desk.clearedDone" />,
								detail: <bdi dir="auto">{row.pledge.title}</bdi>,
								emblem: emblemOf(row.delegation),
							},
						},
					);
	const query = step === "submitted" ? ask("query") : undefined;
	const announce = step === "cleared" || step === "cued" ? ask("announce") : undefined;
	const confirm = step === "announced" ? ask("confirm") : undefined;
	const close = () => setAsked(null);
	const isBefore = step === "submitted" || step === "query" || step === "cleared" || step === "cued";
	const isMade = step === "announced" || step === "confirmed";
	const cue = step === "cued" ? "uncuePledge" : "cuePledge";
	const isCueable = row?.pledge.classification === "public" && (step === "cleared" || step === "cued");
	const more: Shortcut[] = [
		{
			key: "N",
			label: <Message id={step === "cued" ? "pledgebook.uncue" : "pledgebook.cue"} />,
			run:
				row === undefined || !isCueable ? undefined : () => void run({ type: cue, pledgeId: row.pledge.id }),
		},
		{ key: "E", label: <Message id="deskact.correct" />, run: isMade ? ask("correct") : undefined },
		{
			key: "D",
			label: <Message id="deskact.note" />,
			run: isMade && row?.pledge.statementId != null ? ask("delivered") : undefined,
		},
		{ key: "V", label: <Message id="deskact.report" />, run: isMade ? ask("delivery") : undefined },
		{ key: "M", label: <Message id="deskact.merge" />, run: isBefore || isMade ? ask("merge") : undefined },
		{ key: "X", label: <Message id="deskact.reject" />, run: isBefore ? ask("reject") : undefined },
	];
	return {
		more: more.flatMap(({ run: act, ...rest }) => (act === undefined ? [] : [{ ...rest, run: act }])),
		clear,
		query,
		announce,
		confirm,
		busy,
		shortcuts: [
			{ key: "L", label: <Message id="desk.clear" />, run: clear },
			{ key: "Q", label: <Message id="desk.query" />, run: query },
			{ key: "A", label: <Message id="desk.announce" />, run: announce },
			{ key: "C", label: <Message id="desk.confirm" />, run: confirm },
			...more,
		],
		dialog: asked !== null && (
			<>
				{asked.question === "query" && <QueryDialog row={asked.row} onClose={close} />}
				{asked.question === "announce" && <AnnounceDialog row={asked.row} onClose={close} />}
				{asked.question === "reject" && <RejectDialog row={asked.row} onClose={close} />}
				{asked.question === "correct" && <CorrectDialog row={asked.row} onClose={close} />}
				{asked.question === "merge" && <MergeDialog row={asked.row} onClose={close} />}
				{asked.question === "delivered" && <DeliveredDialog row={asked.row} onClose={close} />}
				{asked.question === "delivery" && <DeliveryDialog row={asked.row} onClose={close} />}
				{asked.question === "confirm" && <ConfirmDialog row={asked.row} onClose={close} />}
			</>
		),
	};
}
