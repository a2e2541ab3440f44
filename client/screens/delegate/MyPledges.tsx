import type { Pledge } from "../../../shared/conference/pledge.ts";
import { isAlive } from "../../../shared/conference/pledge.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { PledgeParts } from "../../features/pledges/PledgeParts.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useCommand } from "../console/useCommand.ts";
import { PartActs } from "./PartActs.tsx";
import { PledgeCard } from "./PledgeCard.tsx";
import { PledgeDialog } from "./PledgeDialog.tsx";
import { ownPledges, partnerPledges } from "./pledgeStep.ts";
import { SharePledgeDialog } from "./SharePledgeDialog.tsx";
import { useSeatDialog } from "./seatDialog.tsx";
import { WithdrawPledgeDialog } from "./WithdrawPledgeDialog.tsx";

/** What this delegation promises, private until it is announced. */
export function MyPledges({ delegationId, mayPledge }: { delegationId: string; mayPledge: boolean }) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const open = useSeatDialog();
	const pledges = useSelect((state) => ownPledges(state, delegationId), sameItems);
	const private_ = pledges.filter(
		(pledge) => pledge.announcedAt === null && (isAlive(pledge) || pledge.state === "rejected"),
	);
	const made = pledges.filter(({ announcedAt }) => announcedAt !== null);
	const partnered = useSelect((state) => partnerPledges(state, delegationId), sameItems);
	const edit = (pledge: Pledge | null) =>
		open((close) => <PledgeDialog delegationId={delegationId} pledge={pledge} onClose={close} />);
	const withdraw = (pledge: Pledge) =>
		open((close) => <WithdrawPledgeDialog pledge={pledge} onClose={close} />);
	const share = (pledge: Pledge) => open((close) => <SharePledgeDialog pledge={pledge} onClose={close} />);
	return (
		<section className="block block-pledges">
			<div className="block-head">
				<h3>
					<Message id="delegate.myPledges" />
				</h3>
				{mayPledge && (
					<Button variant="quiet" small onClick={() => edit(null)}>
						<Message id="delegate.addPledge" />
					</Button>
				)}
			</div>
			{private_.length === 0 && (
				<EmptyState title={<Message id="delegate.emptyPledges" />}>
					<Message id={mayPledge ? "delegate.emptyPledgesNext" : "delegate.noRightToPledge"} />
				</EmptyState>
			)}
			{private_.map((pledge) => (
				<PledgeCard
					key={pledge.id}
					pledge={pledge}
					busy={busy}
					onShare={mayPledge ? () => share(pledge) : undefined}
					onCue={
						mayPledge
							? () =>
									void run({
										type: pledge.state === "cued" ? "uncuePledge" : "cuePledge",
										pledgeId: pledge.id,
									})
							: undefined
					}
					onEdit={mayPledge ? () => edit(pledge) : undefined}
					onSubmit={
						mayPledge
							? () =>
									void run(
										{ type: "submitPledge", pledgeId: pledge.id },
										{ done: t("delegate.pledgeSubmitted") },
									)
							: undefined
					}
					onWithdraw={mayPledge && isAlive(pledge) ? () => withdraw(pledge) : undefined}
				/>
			))}
			{private_.length > 0 && (
				<p className="block-note">
					<Message id={mayPledge ? "delegate.pledgesGoPublic" : "delegate.noRightToPledge"} />
				</p>
			)}
			{partnered.length > 0 && (
				<>
					<h4 className="label pledges-made">
						<Message id="pledgebook.partnerPledges" />
					</h4>
					{partnered.map((pledge) => (
						<article key={pledge.id} className="pledge-card" aria-label={pledge.title}>
							<p className="pledge-lead">
								<DelegationName id={pledge.delegationId} />
							</p>
							<p dir="auto">{pledge.title}</p>
							<PledgeParts
								pledge={pledge}
								acts={
									mayPledge
										? (part) => <PartActs pledge={pledge} part={part} delegationId={delegationId} />
										: undefined
								}
							/>
						</article>
					))}
				</>
			)}
			{made.length > 0 && (
				<>
					<h4 className="label pledges-made">
						<Message id="delegate.announcedPledges" />
					</h4>
					{made.map((pledge) => (
						<PledgeCard
							key={pledge.id}
							pledge={pledge}
							busy={busy}
							onWithdraw={mayPledge && isAlive(pledge) ? () => withdraw(pledge) : undefined}
						/>
					))}
				</>
			)}
		</section>
	);
}
