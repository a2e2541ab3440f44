import { useState } from "react";
import type { Pledge, PledgeContent } from "../../../shared/conference/pledge.ts";
import { contentOf } from "../../../shared/conference/pledge.ts";
import { plainContent } from "../../../shared/conference/pledgeFold.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { FormDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";
import { PledgeFields } from "./PledgeFields.tsx";

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
	const { run, busy } = useCommand();
	const categories = useSelect((state) => state.profile.categories);
	const [content, setContent] = useState<PledgeContent>(() => contentFor(pledge, categories[0]?.id ?? ""));
	const [pledgeId, setPledgeId] = useState(pledge?.id ?? null);
	const [saved, setSaved] = useState(pledge === null ? null : content);
	const [refusal, setRefusal] = useState<string>();

	/** Gives the pledge's id, or nothing when it was refused. */
	const save = async (): Promise<string | null> => {
		const tidy = tidied(content);
		if (pledgeId !== null && saved === content) return pledgeId;
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
		setSaved(content);
		return id;
	};
	const keep = async () => {
		if ((await save()) !== null) onClose();
	};
	const submit = async () => {
		const id = await save();
		if (id === null) return;
		const outcome = await run(
			{ type: "submitPledge", pledgeId: id },
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
			{question !== null && (
				<blockquote className="pledge-question">
					<span className="label">
						<Message id="delegate.deskAsks" />
					</span>
					<span dir="auto">{question}</span>
				</blockquote>
			)}
			<PledgeFields content={content} onChange={setContent} />
		</FormDialog>
	);
}

function contentFor(pledge: Pledge | null, category: string): PledgeContent {
	if (pledge !== null) return contentOf(pledge);
	const written = {
		title: "",
		details: null,
		kind: "new",
		category,
		needId: null,
		quantity: 1,
		contact: null,
	} as const;
	return { ...plainContent, ...written };
}

/** Empty text is no text. */
function tidied(content: PledgeContent): PledgeContent {
	const orNull = (text: string | null) => (text === null || text.trim() === "" ? null : text.trim());
	return {
		...content,
		title: content.title.trim(),
		details: orNull(content.details),
		contact: orNull(content.contact),
	};
}
