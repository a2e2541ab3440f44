import { useState } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Initiative } from "../../../shared/conference/initiatives.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/icons.ts";
import { Tag } from "../../ui/Tag.tsx";
import { ConfirmDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";

/** The initiatives of the conference, each with this delegation's word on it. */
export function Initiatives({ delegationId, mayPledge }: { delegationId: string; mayPledge: boolean }) {
	const initiatives = useSelect((state) => [...state.initiatives.initiatives.values()], sameItems);
	return initiatives.map((initiative) => (
		<InitiativeBlock
			key={initiative.id}
			initiative={initiative}
			delegationId={delegationId}
			mayPledge={mayPledge}
		/>
	));
}

function InitiativeBlock({
	initiative,
	delegationId,
	mayPledge,
}: {
	initiative: Initiative;
	delegationId: string;
	mayPledge: boolean;
}) {
	const { locale } = useSpeech();
	const [asks, setAsks] = useState(false);
	const title = inLanguage(initiative.shortTitle, locale);
	const support = initiative.supporters.get(delegationId);
	return (
		<section className="block block-last block-initiative">
			<div className="block-head">
				<h3>
					<bdi>{title}</bdi>
				</h3>
				{support !== undefined ? (
					<Tag tone="green" icon={Check}>
						<Message id={support.how === "sponsor" ? "delegate.sponsor" : "delegate.supportDeclared"} />
					</Tag>
				) : (
					mayPledge && <DeclareButton initiative={initiative} delegationId={delegationId} />
				)}
			</div>
			<p className="block-note">
				<Message
					id="delegate.supporters"
					values={{ count: initiative.supporters.size, initiative: <bdi>{title}</bdi> }}
				/>
			</p>
			{support !== undefined && support.how !== "sponsor" && mayPledge && (
				<Button variant="quiet" small className="quiet-dim" onClick={() => setAsks(true)}>
					<Message id="delegate.withdrawSupport" />
				</Button>
			)}
			{asks && (
				<WithdrawSupportDialog
					initiative={initiative}
					delegationId={delegationId}
					onClose={() => setAsks(false)}
				/>
			)}
		</section>
	);
}

/** Support is public at once, so the button says what it declares. */
export function DeclareButton({
	initiative,
	delegationId,
	brief = false,
}: {
	initiative: Initiative;
	delegationId: string;
	brief?: boolean | undefined;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	return (
		<Button
			small
			aria-busy={busy ? true : undefined}
			onClick={() =>
				void run(
					{ type: "declareSupport", initiativeId: initiative.id, delegationId },
					{ done: t("delegate.supportDeclared") },
				)
			}
		>
			<Message id={brief ? "delegate.declare" : "delegate.declareSupport"} />
		</Button>
	);
}

function WithdrawSupportDialog({
	initiative,
	delegationId,
	onClose,
}: {
	initiative: Initiative;
	delegationId: string;
	onClose: () => void;
}) {
	const { t, locale } = useSpeech();
	const { run, busy } = useCommand();
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		const outcome = await run(
			{ type: "withdrawSupport", initiativeId: initiative.id, delegationId },
			{ done: t("delegate.supportWithdrawn"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<ConfirmDialog
			title={<Message id="delegate.withdrawSupport" />}
			submit={<Message id="delegate.withdrawSupport" />}
			variant="outlineRed"
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<Message
				id="delegate.withdrawSupportDetail"
				values={{ initiative: <bdi>{inLanguage(initiative.shortTitle, locale)}</bdi> }}
			/>
		</ConfirmDialog>
	);
}
