import { type ReactNode, useState } from "react";
import { emblemOf } from "../../../features/delegations/delegation.ts";
import { Message } from "../../../i18n/intl.tsx";
import type { Shortcut } from "../../console/shortcuts.ts";
import { useCommand } from "../../console/useCommand.ts";
import { AnnounceDialog } from "./AnnounceDialog.tsx";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import type { PledgeRow } from "./pledgeRows.ts";
import { QueryDialog } from "./QueryDialog.tsx";

type Question = "query" | "announce" | "confirm";

/** What the desk can do with a pledge as it stands; what is not possible is absent. */
export interface PledgeActs {
	readonly clear: (() => void) | undefined;
	readonly query: (() => void) | undefined;
	readonly announce: (() => void) | undefined;
	readonly confirm: (() => void) | undefined;
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
	const announce = step === "cleared" ? ask("announce") : undefined;
	const confirm = step === "announced" ? ask("confirm") : undefined;
	const close = () => setAsked(null);
	return {
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
		],
		dialog: asked !== null && (
			<>
				{asked.question === "query" && <QueryDialog row={asked.row} onClose={close} />}
				{asked.question === "announce" && <AnnounceDialog row={asked.row} onClose={close} />}
				{asked.question === "confirm" && <ConfirmDialog row={asked.row} onClose={close} />}
			</>
		),
	};
}
