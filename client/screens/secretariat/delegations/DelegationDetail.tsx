import { type ReactNode, useState } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Representative } from "../../../../shared/conference/delegations.ts";
import { listOf, runningSegment, waitingEntryOf } from "../../../../shared/conference/selectors.ts";
import type { LinkRow } from "../../../../shared/protocol/http.ts";
import { usePresence, useSelect } from "../../../conference/hooks.ts";
import { emblemOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Flag } from "../../../ui/Flag.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Bell, MessageSquareText, Plus, X } from "../../../ui/icons.ts";
import { Status } from "../../../ui/Status.tsx";
import { MessagesDialog } from "../../console/MessagesDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { DetailPanel } from "../parts/DetailPanel.tsx";
import { AddRepresentativeDialog } from "./AddRepresentativeDialog.tsx";
import { ChangeAccreditationDialog } from "./ChangeAccreditationDialog.tsx";
import { DelegationTags } from "./DelegationTable.tsx";
import { type DelegationRow, staffId } from "./delegationRows.ts";
import { LinkMadeDialog, MakeLinkDialog, RevokeLinkDialog } from "./LinkDialogs.tsx";
import { RepresentativeCard } from "./RepresentativeCard.tsx";
import { useHttpWords } from "./useHttpWords.ts";
import { useLinks } from "./useLinks.ts";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

/** The question that is being asked over this delegation. */
export type DelegationQuestion =
	| { readonly kind: "add" | "write" }
	| { readonly kind: "change" | "withdraw" | "makeLink"; readonly representative: Representative }
	| { readonly kind: "linkMade"; readonly url: string; readonly representative: Representative }
	| { readonly kind: "revoke"; readonly link: LinkRow };

/** One delegation: who represents it, with which rights, and by which links they sign in. */
export function DelegationDetail({ row, onClose }: { row: DelegationRow; onClose: () => void }) {
	const { t, locale } = useSpeech();
	const [question, setQuestion] = useState<DelegationQuestion | null>(null);
	const links = useLinks();
	const words = useHttpWords();
	const { delegation } = row;
	const close = () => setQuestion(null);
	return (
		<DetailPanel label={row.name} onClose={onClose}>
			<div className="detail-head">
				{delegation !== undefined && <Flag {...emblemOf(delegation)} width={36} />}
				<b id="delegation-detail" tabIndex={-1}>
					<bdi>{row.name}</bdi>
				</b>
				<IconButton small icon={X} label={t("common.close")} onClick={onClose} />
			</div>
			{delegation !== undefined && (
				<p className="detail-formal">
					<bdi>{inLanguage(delegation.formalName, locale)}</bdi>
				</p>
			)}
			<div className="detail-tags">
				<Presence row={row} />
				<DelegationTags row={row} />
			</div>
			{delegation !== undefined && (
				<div className="detail-actions">
					<Button icon={MessageSquareText} onClick={() => setQuestion({ kind: "write" })}>
						<Message id="secretariat.write" />
					</Button>
					<Remind delegationId={delegation.id} />
				</div>
			)}
			<div className="block">
				<div className="block-head">
					<h3>
						<Message id="secretariat.representatives" />
					</h3>
					<Button small icon={Plus} onClick={() => setQuestion({ kind: "add" })}>
						<Message id="secretariat.addRepresentative" />
					</Button>
				</div>
				{links.refused !== null && (
					<p className="field-error" role="alert">
						{words(links.refused)}{" "}
						<Button small variant="quiet" onClick={() => void links.refresh()}>
							<Message id="connection.tryNow" />
						</Button>
					</p>
				)}
				{row.representatives.length === 0 ? (
					<EmptyState title={<Message id="secretariat.noRepresentative" />}>
						<Message id="secretariat.noRepresentativeNext" />
					</EmptyState>
				) : (
					<ul>
						{row.representatives.map((each) => (
							<RepresentativeCard
								key={each.id}
								representative={each}
								links={links.byRepresentative?.get(each.id) ?? []}
								onAsk={setQuestion}
							/>
						))}
					</ul>
				)}
			</div>
			{question !== null && (
				<Question row={row} question={question} onAsk={setQuestion} onLinks={links.refresh} onClose={close} />
			)}
		</DetailPanel>
	);
}

/** Tells a delegation that waits in a list that its turn comes soon (ME2). */
function Remind({ delegationId }: { delegationId: string }) {
	const { run, busy } = useCommand();
	const isWaiting = useSelect((state) => {
		const segment = runningSegment(state)?.segment;
		return segment !== undefined && waitingEntryOf(listOf(state, segment.id), delegationId) !== undefined;
	});
	if (!isWaiting) return null;
	return (
		<Button
			icon={Bell}
			aria-busy={busy ? true : undefined}
			onClick={() =>
				void run(
					{ type: "remindDelegation", delegationId },
					{ done: { title: <Message id="secretariat.reminded" /> } },
				)
			}
		>
			<Message id="secretariat.remind" />
		</Button>
	);
}

function Presence({ row }: { row: DelegationRow }) {
	const present = usePresence();
	if (row.id === staffId) return null;
	return (
		<Status tone={present.has(row.id) ? "green" : "off"}>
			<Message id={present.has(row.id) ? "secretariat.present" : "secretariat.away"} />
		</Status>
	);
}

function Question({
	row,
	question,
	onAsk,
	onLinks,
	onClose,
}: {
	row: DelegationRow;
	question: DelegationQuestion;
	onAsk: (next: DelegationQuestion) => void;
	onLinks: () => Promise<void>;
	onClose: () => void;
}): ReactNode {
	switch (question.kind) {
		case "write":
			return (
				<MessagesDialog
					reader={{ kind: "secretariat" }}
					to={{ kind: "delegation", delegationId: row.id }}
					onClose={onClose}
				/>
			);
		case "add":
			return <AddRepresentativeDialog row={row} onClose={onClose} />;
		case "change":
			return <ChangeAccreditationDialog representative={question.representative} onClose={onClose} />;
		case "withdraw":
			return <WithdrawDialog representative={question.representative} onDone={onLinks} onClose={onClose} />;
		case "makeLink":
			return (
				<MakeLinkDialog
					representative={question.representative}
					onMade={(url) => {
						onAsk({ kind: "linkMade", url, representative: question.representative });
						void onLinks();
					}}
					onClose={onClose}
				/>
			);
		case "linkMade":
			return <LinkMadeDialog url={question.url} representative={question.representative} onClose={onClose} />;
		case "revoke":
			return <RevokeLinkDialog link={question.link} onDone={onLinks} onClose={onClose} />;
	}
}
