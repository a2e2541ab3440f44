import { useState } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Initiative } from "../../../shared/conference/initiatives.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/icons.ts";
import { Tag } from "../../ui/Tag.tsx";
import { ReadInitiativeDialog } from "../console/initiatives/ReadInitiativeDialog.tsx";
import { SupportDialog } from "../console/initiatives/SupportDialog.tsx";
import { VersionDialog } from "../console/initiatives/VersionDialog.tsx";
import { WithdrawSupportDialog } from "../console/initiatives/WithdrawSupportDialog.tsx";
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
	const { t, locale } = useSpeech();
	const [asks, setAsks] = useState<"read" | "support" | "withdraw" | "revise" | null>(null);
	const title = inLanguage(initiative.shortTitle, locale);
	const support = initiative.supporters.get(delegationId);
	const present = initiative.versions.length;
	const isPresent = support?.version === present;
	const close = () => setAsks(null);
	return (
		<section className="block block-last block-initiative">
			<div className="block-head">
				<h3>
					<bdi>{title}</bdi>
				</h3>
				{support !== undefined && (
					<Tag tone={isPresent ? "green" : "grey"} icon={isPresent ? Check : undefined}>
						{support.how === "sponsor" ? (
							<Message id="delegate.sponsor" />
						) : isPresent ? (
							<Message id="delegate.supportDeclared" />
						) : (
							<Message id="version.supportsEarlier" values={{ number: support.version }} />
						)}
					</Tag>
				)}
				{support === undefined && mayPledge && (
					<Button small onClick={() => setAsks("support")}>
						<Message id="delegate.declareSupport" />
					</Button>
				)}
			</div>
			<p className="block-note">
				<Message
					id="delegate.supporters"
					values={{ count: initiative.supporters.size, initiative: <bdi>{title}</bdi> }}
				/>
			</p>
			{support?.explanation != null && (
				<blockquote className="own-explanation" dir="auto">
					{support.explanation}
				</blockquote>
			)}
			<div className="initiative-acts">
				{support !== undefined && !isPresent && mayPledge && (
					<Button small onClick={() => setAsks("support")}>
						<Message id="version.declareFor" values={{ number: present }} />
					</Button>
				)}
				<Button variant="quiet" small onClick={() => setAsks("read")}>
					<Message id="initiative.readText" />
				</Button>
				{support?.how === "sponsor" && mayPledge && (
					<Button variant="quiet" small onClick={() => setAsks("revise")}>
						<Message id="version.new" />
					</Button>
				)}
				{support !== undefined && support.how !== "sponsor" && mayPledge && (
					<Button variant="quiet" small className="quiet-dim" onClick={() => setAsks("withdraw")}>
						<Message id="delegate.withdrawSupport" />
					</Button>
				)}
			</div>
			{asks === "read" && (
				<ReadInitiativeDialog initiative={initiative} since={support?.version ?? null} onClose={close} />
			)}
			{asks === "support" && (
				<SupportDialog
					initiative={initiative}
					delegationId={delegationId}
					done={t("delegate.supportDeclared")}
					onClose={close}
				/>
			)}
			{asks === "withdraw" && (
				<WithdrawSupportDialog
					initiative={initiative}
					delegationId={delegationId}
					done={t("delegate.supportWithdrawn")}
					onClose={close}
				/>
			)}
			{asks === "revise" && (
				<VersionDialog initiative={initiative} sponsors={[delegationId]} onClose={close} />
			)}
		</section>
	);
}

/** On the floor one press is enough: support is public at once, so the button says what it declares. */
export function DeclareButton({
	initiative,
	delegationId,
}: {
	initiative: Initiative;
	delegationId: string;
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
			<Message id="delegate.declare" />
		</Button>
	);
}
