import { listOf } from "../../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { Message } from "../../../i18n/intl.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { ArrowLeftRight, Check } from "../../../ui/icons.ts";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";
import type { PodiumActs } from "../usePodiumActs.ts";

/** Delegations that ask to be added to a list that takes no more: the chair answers each (SL17). */
export function LateRequests({ segmentId, acts }: { segmentId: string; acts: PodiumActs }) {
	const open = usePodiumDialog();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const requests = useSelect(
		(state) =>
			[...listOf(state, segmentId).lateRequests.values()].filter(({ declined }) => declined === null),
		sameItems,
	);
	if (requests.length === 0) return null;
	return (
		<section className="list-block">
			<h3>
				<Message id="podium.lateRequests" values={{ count: requests.length }} />
			</h3>
			{requests.map(({ id, delegationId, requestedAt, reason }) => (
				<div key={id} className="list-block-row">
					<span className="list-block-who">
						<DelegationName id={delegationId} />
					</span>
					<small>
						<Message
							id="podium.askedLate"
							values={{
								reason: <bdi dir="auto">{reason}</bdi>,
								time: <bdi>{clockTime(requestedAt, timeZone)}</bdi>,
							}}
						/>
					</small>
					{acts.grantLate !== undefined && (
						<span className="list-block-acts">
							<Button small icon={Check} onClick={() => acts.grantLate?.(id)}>
								<Message id="podium.addToList" />
							</Button>
							<Button
								small
								onClick={() =>
									open({
										kind: "decline",
										what: "late",
										delegationId,
										command: (why) => ({ type: "declineLate", segmentId, requestId: id, reason: why }),
									})
								}
							>
								<Message id="podium.decline" />
							</Button>
						</span>
					)}
				</div>
			))}
		</section>
	);
}

/** Exchanges of places that wait for the other delegation; the chair sees them and has nothing to do (SL15). */
export function SwapProposals({ segmentId }: { segmentId: string }) {
	const swaps = useSelect((state) => [...listOf(state, segmentId).swaps.values()], sameItems);
	const timeZone = useSelect((state) => state.profile.timeZone);
	if (swaps.length === 0) return null;
	return (
		<ul className="swap-lines">
			{swaps.map(({ id, at, delegationId, withDelegation }) => (
				<li key={id}>
					<Icon icon={ArrowLeftRight} size={16} />
					<span>
						<Message
							id="podium.swapProposed"
							values={{
								delegation: <DelegationName id={delegationId} />,
								other: <DelegationName id={withDelegation} />,
								time: <bdi>{clockTime(at, timeZone)}</bdi>,
							}}
						/>
					</span>
				</li>
			))}
		</ul>
	);
}
