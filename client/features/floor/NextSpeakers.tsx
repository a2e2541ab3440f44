import { runningSegment, speakersInOrder } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import type { FlagWidth } from "../../ui/Flag.tsx";
import { DelegationName } from "../delegations/DelegationName.tsx";

/** The delegations that follow, in the order of the list of the segment that runs. */
function nextSpeakers(state: State, count: number): string[] {
	const running = runningSegment(state);
	if (running === undefined) return [];
	return speakersInOrder(state, running.segment.id)
		.slice(0, count)
		.map(({ delegationId }) => delegationId);
}

/** The same, renewed only when somebody else is next. */
export function useNextSpeakers(count: number): readonly string[] {
	return useSelect((state) => nextSpeakers(state, count), sameItems);
}

/** One next speaker after the other; `as` is what the parent's layout asks for. */
export function NextSpeakers({
	count,
	width,
	as: Tag,
}: {
	count: number;
	width: FlagWidth;
	as: "b" | "div";
}) {
	return useNextSpeakers(count).map((id) => (
		<Tag key={id}>
			<DelegationName id={id} width={width} />
		</Tag>
	));
}
