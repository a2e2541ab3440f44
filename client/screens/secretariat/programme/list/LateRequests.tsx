import { useState } from "react";
import { listOf } from "../../../../../shared/conference/selectors.ts";
import type { LateRequest } from "../../../../../shared/conference/speakersList.ts";
import { sameItems, useSelect } from "../../../../conference/hooks.ts";
import { DelegationName } from "../../../../features/delegations/DelegationName.tsx";
import { Message } from "../../../../i18n/intl.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { HostTime } from "../../parts/HostTime.tsx";

/** Delegations that ask to be added to a list that takes no more (SL17). */
export function LateRequests({ segmentId }: { segmentId: string }) {
	const { run, busy } = useCommand();
	const [declining, setDeclining] = useState<LateRequest | null>(null);
	const requests = useSelect(
		(state) =>
			[...listOf(state, segmentId).lateRequests.values()].filter(({ declined }) => declined === null),
		sameItems,
	);
	if (requests.length === 0) return null;
	return (
		<section className="block" aria-labelledby="late-requests">
			<div className="block-head">
				<h3 id="late-requests">
					<Message id="secretariat.lateRequests" values={{ count: requests.length }} />
				</h3>
			</div>
			<ul>
				{requests.map((request) => (
					<li key={request.id} className="desk-request">
						<div>
							<b className="desk-name">
								<DelegationName id={request.delegationId} width={24} />
							</b>
							<p>
								<bdi dir="auto">{request.reason}</bdi>
							</p>
							<small className="dim">
								<HostTime at={request.requestedAt} full />
							</small>
						</div>
						<div className="representative-actions">
							<Button
								small
								variant="primary"
								aria-busy={busy ? true : undefined}
								onClick={() =>
									void run(
										{ type: "grantLate", segmentId, requestId: request.id },
										{ done: { title: <Message id="secretariat.lateGranted" /> } },
									)
								}
							>
								<Message id="secretariat.lateGrant" />
							</Button>
							<Button small onClick={() => setDeclining(request)}>
								<Message id="secretariat.decline" />
							</Button>
						</div>
					</li>
				))}
			</ul>
			{declining !== null && (
				<DeclineDialog segmentId={segmentId} request={declining} onClose={() => setDeclining(null)} />
			)}
		</section>
	);
}

function DeclineDialog({
	segmentId,
	request,
	onClose,
}: {
	segmentId: string;
	request: LateRequest;
	onClose: () => void;
}) {
	const { run } = useCommand();
	const [reason, setReason] = useState("");
	const decline = async () => {
		const outcome = await run(
			{ type: "declineLate", segmentId, requestId: request.id, reason: reason.trim() },
			{ quiet: true, done: { title: <Message id="secretariat.lateDeclined" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.lateDeclineTitle" />}
			act={<Message id="secretariat.decline" />}
			onAct={decline}
			onClose={onClose}
		>
			<label className="field">
				<Message id="secretariat.reason" />
				<input
					className="input"
					required
					pattern=".*\S.*"
					maxLength={300}
					dir="auto"
					value={reason}
					onChange={(event) => setReason(event.target.value)}
				/>
				<small>
					<Message id="secretariat.lateDeclineNote" />
				</small>
			</label>
		</ActDialog>
	);
}
