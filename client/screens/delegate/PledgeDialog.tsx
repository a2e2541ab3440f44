import { useEffect, useMemo, useState } from "react";
import type { Pledge, PledgeContent } from "../../../shared/conference/pledge.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { contentFor, tidied } from "../../features/pledgeForm/content.ts";
import { PledgeAdvice } from "../../features/pledgeForm/PledgeAdvice.tsx";
import { PledgeFields } from "../../features/pledgeForm/PledgeFields.tsx";
import { typedAt } from "../../features/pledgeForm/typed.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { FormDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";

/** Writes a pledge down, or rewrites one. What is typed is this dialog's own: nothing that arrives disturbs it. */
export function PledgeDialog({
	delegationId,
	pledge,
	onClose,
}: {
	delegationId: string;
	/** Null for a new one. */
	pledge: Pledge | null;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const client = useConference();
	const { conferenceId } = client;
	const { run, busy } = useCommand();
	const categories = useSelect((state) => state.profile.categories);
	const [pledgeId, setPledgeId] = useState(pledge?.id ?? null);
	const typed = useMemo(
		() => typedAt(conferenceId, delegationId, pledgeId),
		[conferenceId, delegationId, pledgeId],
	);
	const [begun] = useState(() => contentFor(pledge, categories[0]?.id ?? ""));
	const [restored, setRestored] = useState(() => typed.load());
	const [content, setContent] = useState<PledgeContent>(restored ?? begun);
	const [answer, setAnswer] = useState("");
	const [saved, setSaved] = useState(begun);
	const [refusal, setRefusal] = useState<string>();
	useEffect(() => {
		if (content === saved) typed.forget();
		else typed.keep(content);
	}, [typed, content, saved]);

	/** Gives the pledge's id, or nothing when it was refused. */
	const save = async (): Promise<string | null> => {
		const tidy = tidied(content);
		if (pledgeId !== null && JSON.stringify(saved) === JSON.stringify(tidy)) return pledgeId;
		const outcome = await run(
			pledgeId === null
				? { type: "draftPledge", delegationId, content: tidy }
				: { type: "revisePledge", pledgeId, content: tidy },
			{ quiet: true },
		);
		if (outcome.status === "refused") {
			setRefusal(outcome.words);
			return null;
		}
		const id = pledgeId ?? outcome.created;
		setPledgeId(id);
		setContent(tidy);
		setSaved(tidy);
		setRestored(null);
		typed.forget();
		return id;
	};
	const keep = async () => {
		if ((await save()) !== null) onClose();
	};
	const submit = async () => {
		const id = await save();
		if (id === null) return;
		const outcome = await run(
			{ type: "submitPledge", pledgeId: id, answer: answer.trim() === "" ? null : answer.trim() },
			{ done: t("delegate.pledgeSubmitted"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	const question =
		pledgeId === null ? null : (client.state().pledges.pledges.get(pledgeId)?.question ?? null);
	return (
		<FormDialog
			wide
			title={<Message id={pledge === null ? "delegate.addPledge" : "delegate.editPledge"} />}
			submit={<Message id="delegate.saveAndSubmit" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
			actions={
				<Button
					aria-busy={busy ? true : undefined}
					onClick={(event) => {
						const form = event.currentTarget.closest("dialog")?.querySelector("form");
						if (!busy && form?.reportValidity() === true) void keep();
					}}
				>
					<Message id="delegate.saveDraft" />
				</Button>
			}
		>
			{restored !== null && (
				<p className="block-note pledge-restored" role="status">
					<Message id="pledgeform.restored" />{" "}
					<Button
						variant="quiet"
						small
						onClick={() => {
							setRestored(null);
							setContent(saved);
						}}
					>
						<Message id="pledgeform.startAfresh" />
					</Button>
				</p>
			)}
			{question !== null && (
				<>
					<blockquote className="pledge-question">
						<span className="label">
							<Message id="delegate.deskAsks" />
						</span>
						<span dir="auto">{question}</span>
					</blockquote>
					<label className="field">
						<Message id="pledgeform.answer" />
						<textarea
							className="input"
							dir="auto"
							rows={2}
							maxLength={2000}
							value={answer}
							onChange={(event) => setAnswer(event.target.value)}
						/>
						<small>
							<Message id="pledgeform.answerNote" />
						</small>
					</label>
				</>
			)}
			<PledgeFields delegationId={delegationId} content={content} onChange={setContent} />
			<PledgeAdvice content={content} />
		</FormDialog>
	);
}
