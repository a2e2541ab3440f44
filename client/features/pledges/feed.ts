import type { Initiative, Support } from "../../../shared/conference/initiatives.ts";
import type { Need } from "../../../shared/conference/needs.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { isCounted } from "../../../shared/conference/pledge.ts";
import type { State } from "../../../shared/conference/state.ts";
import { isWhole, unitsOf } from "../../../shared/conference/tally.ts";
import { supportKey } from "./useFresh.ts";

/** One line of the feed of announcements. */
export type FeedItem = {
	readonly key: string;
	readonly at: number;
	readonly delegationId: string;
} & (
	| {
			readonly kind: "pledge";
			readonly pledge: Pledge;
			/** The need and how far it was filled with this pledge; null where it closes none. */
			readonly effect: { readonly need: Need; readonly count: number } | null;
	  }
	| { readonly kind: "withdrawal"; readonly pledge: Pledge }
	/** `count` is the number of supporters with this one. */
	| { readonly kind: "support"; readonly initiative: Initiative; readonly count: number }
);

/** Everything that was announced, newest first. */
export function feedItems(state: Pick<State, "pledges" | "needs" | "initiatives">): FeedItem[] {
	const items = [...pledgeItems(state), ...supportItems(state)];
	return items.sort((a, b) => b.at - a.at);
}

function pledgeItems({ pledges, needs }: Pick<State, "pledges" | "needs">): FeedItem[] {
	const announced = [...pledges.pledges.values()]
		.filter(({ announcedAt }) => announcedAt !== null)
		.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
	const filled = new Map<string, number>();
	return announced.flatMap((pledge): FeedItem[] => {
		const { id, delegationId, needId, announcedAt, withdrawnAt } = pledge;
		const units = isCounted(pledge) && isWhole(pledge) ? unitsOf(pledge, pledges.pledges) : 0;
		const need = needId === null || units === 0 ? undefined : needs.needs.get(needId);
		if (need !== undefined) filled.set(need.id, (filled.get(need.id) ?? 0) + units);
		const effect = need === undefined ? null : { need, count: filled.get(need.id) ?? 0 };
		const item: FeedItem = { key: id, at: announcedAt ?? 0, delegationId, kind: "pledge", pledge, effect };
		if (withdrawnAt === null) return [item];
		return [item, { key: `${id} withdrawn`, at: withdrawnAt, delegationId, kind: "withdrawal", pledge }];
	});
}

function supportItems({ initiatives }: Pick<State, "initiatives">): FeedItem[] {
	return [...initiatives.initiatives.values()].flatMap((initiative) =>
		inOrder(initiative.supporters.values()).flatMap(({ delegationId, how, at }, index): FeedItem[] =>
			how === "sponsor"
				? []
				: [
						{
							key: supportKey(initiative.id, delegationId),
							at,
							delegationId,
							kind: "support",
							initiative,
							count: index + 1,
						},
					],
		),
	);
}

/** Who supports a new version anew is among the last, though not in the roll. */
function inOrder(supports: Iterable<Support>): Support[] {
	return [...supports].sort((a, b) => a.at - b.at);
}
