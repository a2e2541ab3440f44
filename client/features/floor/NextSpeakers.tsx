import { nextSpeakers } from "../../../shared/conference/following.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import type { FlagWidth } from "../../ui/Flag.tsx";
import { DelegationName } from "../delegations/DelegationName.tsx";

/** The delegations that follow, by whichever right; renewed only when somebody else is next. */
export function useNextSpeakers(count: number): readonly string[] {
	return useSelect((state) => nextSpeakers(state, count).delegationIds, sameItems);
}

const labels = { list: "audience.next", hands: "floor.hands", replies: "floor.replies" } as const;

/** Who follows, under the plate: the list, the hands that are up, or the replies that come after the list. */
export function NextLine({
	count,
	width,
	className,
}: {
	count: number;
	width: FlagWidth;
	className: string;
}) {
	const next = useSelect(
		(state) => nextSpeakers(state, count),
		(a, b) => a.kind === b.kind && sameItems(a.delegationIds, b.delegationIds),
	);
	if (next.delegationIds.length === 0) return null;
	return (
		<div className={className}>
			<span>
				<Message id={labels[next.kind]} />
			</span>
			{next.delegationIds.map((id) => (
				<b key={id}>
					<DelegationName id={id} width={width} />
				</b>
			))}
		</div>
	);
}
