import { useMemo, useState } from "react";
import { listOf } from "../../../../../shared/conference/selectors.ts";
import type { Inscription } from "../../../../../shared/conference/speakersList.ts";
import { takesInscriptions } from "../../../../../shared/conference/speakersList.ts";
import { useConference, useDirectory, useNowSelect, useSelect } from "../../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { SheetSource } from "../../parts/SheetSource.tsx";
import { readSheet } from "./inscriptionSheet.ts";
import { SheetPreview } from "./SheetPreview.tsx";
import { sheetColumns } from "./sheetTable.ts";

/** How many inscriptions go into one import. */
const mostRows = 500;

/** Inscribes many delegations from a sheet, after a look at every row; all of them or none (SL19). */
export function ImportDialog({ segmentId, onClose }: { segmentId: string; onClose: () => void }) {
	const { t } = useSpeech();
	const { run } = useCommand();
	const [text, setText] = useState("");
	const [leavesOut, setLeavesOut] = useState(false);
	const [reason, setReason] = useState("");
	const sheet = useSheet(segmentId, text);
	const isClosed = useIsClosed(segmentId);
	const rows = sheet !== null && "rows" in sheet ? sheet.rows : [];
	const bad = rows.filter(({ problems }) => problems.length > 0);
	const good = rows.flatMap((row) => row.inscription ?? []);
	const needsReason = isClosed || rows.some(({ isAgain, inscription }) => isAgain && inscription !== null);
	const read = (value: string) => {
		setText(value);
		setLeavesOut(false);
	};
	const send = async () => {
		const inscriptions = good.map(sent);
		const outcome = await run(
			{ type: "importInscriptions", segmentId, inscriptions, reason: reason.trim() || null },
			{
				quiet: true,
				done: { title: <Message id="secretariat.importDone" values={{ count: inscriptions.length }} /> },
			},
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	const unavailable = () => {
		if (good.length > mostRows) return t("secretariat.importTooMany", { most: mostRows });
		if (bad.length > 0 && !leavesOut) return t("secretariat.importBad", { count: bad.length });
		return good.length === 0 ? t("secretariat.importNothing") : undefined;
	};
	return (
		<ActDialog
			wide
			title={<Message id="secretariat.importTitle" />}
			act={<Message id="secretariat.importAct" values={{ count: good.length }} />}
			unavailable={unavailable()}
			onAct={send}
			onClose={onClose}
		>
			<SheetSource
				name="inscriptions"
				columns={sheetColumns}
				largestMb={1}
				text={text}
				onText={read}
				problem={sheet !== null && "problem" in sheet ? sheet.problem : undefined}
			>
				<Message
					id="secretariat.importNote"
					values={{ columns: <code dir="ltr">{sheetColumns.join(", ")}</code> }}
				/>
			</SheetSource>
			{rows.length > 0 && <SheetPreview rows={rows} />}
			{bad.length > 0 && (
				<label className="import-leave">
					<input
						type="checkbox"
						checked={leavesOut}
						onChange={(event) => setLeavesOut(event.target.checked)}
					/>
					<Message id="secretariat.importLeaveOut" values={{ count: bad.length }} />
				</label>
			)}
			{needsReason && rows.length > 0 && (
				<label className="field">
					<Message id="secretariat.reason" />
					<input
						className="input"
						required
						maxLength={300}
						dir="auto"
						value={reason}
						onChange={(event) => setReason(event.target.value)}
					/>
					<small>
						<Message id="secretariat.reasonLate" />
					</small>
				</label>
			)}
		</ActDialog>
	);
}

function sent({ jointly, ...rest }: Inscription) {
	return { ...rest, jointly: [...jointly] };
}

/** The sheet against the conference as it is now; null while nothing was given. */
function useSheet(segmentId: string, text: string) {
	const { state } = useConference();
	const list = useSelect((each) => each.speakersLists.lists.get(segmentId));
	const statement = useSelect((each) => each.floor.statement);
	const delegations = useSelect((each) => each.delegations.delegations);
	const directory = useDirectory();
	// biome-ignore lint/correctness/useExhaustiveDependencies: `list` says that the list has changed
	return useMemo(() => {
		if (text.trim() === "") return null;
		const { profile, delegations: all } = state();
		return readSheet(text, {
			delegations,
			representatives: all.representatives.values(),
			names: directory,
			list: listOf(state(), segmentId),
			speaking: statement?.segmentId === segmentId ? statement.delegationId : null,
			usualLanguage: profile.languages[0] ?? "en",
		});
	}, [text, segmentId, list, statement, delegations, directory, state]);
}

function useIsClosed(segmentId: string): boolean {
	const { state } = useConference();
	return useNowSelect((now) => !takesInscriptions(listOf(state(), segmentId), now));
}
