import { listOf } from "../../../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../../../conference/hooks.ts";
import { nameOf } from "../../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { HostTime } from "../../parts/HostTime.tsx";

/** Exchanges of places that are proposed and not yet agreed (SL15): the delegations decide, the desk knows. */
export function Swaps({ segmentId }: { segmentId: string }) {
	const { locale } = useSpeech();
	const swaps = useSelect((state) => [...listOf(state, segmentId).swaps.values()], sameItems);
	const delegations = useSelect((state) => state.delegations.delegations);
	if (swaps.length === 0) return null;
	const name = (id: string) => <bdi>{nameOf(delegations.get(id), id, locale)}</bdi>;
	return (
		<section className="block" aria-labelledby="swaps">
			<div className="block-head">
				<h3 id="swaps">
					<Message id="secretariat.swaps" />
				</h3>
			</div>
			<ul>
				{swaps.map((swap) => (
					<li key={swap.id} className="desk-request">
						<p>
							<Message
								id="secretariat.swapProposed"
								values={{ delegation: name(swap.delegationId), other: name(swap.withDelegation) }}
							/>{" "}
							<small className="dim">
								<HostTime at={swap.at} full />
							</small>
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
