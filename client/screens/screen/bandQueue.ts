/** What the band says at one time: a pledge, or how many came at once. */
export type BandItem =
	| { readonly kind: "pledge"; readonly pledgeId: string }
	| { readonly kind: "many"; readonly pledgeIds: readonly string[] };

/** The band at the foot of the screen, and what waits for it. Times are real ones, in ms. */
export interface Band {
	readonly shown: BandItem | null;
	readonly since: number;
	readonly waiting: readonly BandItem[];
	/** Not yet said pledges that came within a second of one another, with when the last of them came. */
	readonly burst: { readonly pledgeIds: readonly string[]; readonly at: number };
}

/** How long a pledge stays when nothing follows, and how long when others wait. */
const aloneMs = 20_000;
const amongOthersMs = 6_000;
/** Pledges within a second of one another are one burst: a statement has a few, an import thousands. */
const togetherMs = 1_000;
const mostOfBurst = 3;
/** The last of the queue waits half a minute at most; what more there is, is said as a number. */
const mostWaiting = 5;

export const emptyBand: Band = {
	shown: null,
	since: 0,
	waiting: [],
	burst: { pledgeIds: [], at: Number.NEGATIVE_INFINITY },
};

/** When the band moves on; null while it is empty. */
export function bandDue({ shown, since, waiting }: Band): number | null {
	return shown === null ? null : since + (waiting.length > 0 ? amongOthersMs : aloneMs);
}

/** With pledges that were just announced, in their order. */
export function announcedOn(before: Band, pledgeIds: readonly string[], now: number): Band {
	if (pledgeIds.length === 0) return before;
	const band = bandAt(before, now);
	const isTogether = now - band.burst.at < togetherMs;
	const burst = { pledgeIds: isTogether ? [...band.burst.pledgeIds, ...pledgeIds] : pledgeIds, at: now };
	if (burst.pledgeIds.length <= mostOfBurst) {
		const added = pledgeIds.map((pledgeId) => ({ kind: "pledge" as const, pledgeId }));
		return bandAt({ ...band, waiting: shortened([...band.waiting, ...added]), burst }, now);
	}
	const many: BandItem = { kind: "many", pledgeIds: burst.pledgeIds };
	const parts = new Set(burst.pledgeIds);
	const isPart = (item: BandItem) => idsOf(item).every((id) => parts.has(id));
	const waiting = band.waiting.filter((item) => !isPart(item));
	// What is shown of it becomes the number in its place, so that the same pledges are not said twice.
	if (band.shown !== null && isPart(band.shown)) return bandAt({ ...band, shown: many, waiting, burst }, now);
	return bandAt({ ...band, waiting: shortened([...waiting, many]), burst }, now);
}

/** Without a pledge that is taken back or out of sight. */
export function takenOff(band: Band, pledgeId: string, now: number): Band {
	const without = (item: BandItem): BandItem | null => {
		if (item.kind === "pledge") return item.pledgeId === pledgeId ? null : item;
		if (!item.pledgeIds.includes(pledgeId)) return item;
		const pledgeIds = item.pledgeIds.filter((id) => id !== pledgeId);
		return pledgeIds.length === 0 ? null : { kind: "many", pledgeIds };
	};
	return bandAt(
		{
			...band,
			shown: band.shown && without(band.shown),
			waiting: band.waiting.flatMap((item) => without(item) ?? []),
			burst: { ...band.burst, pledgeIds: band.burst.pledgeIds.filter((id) => id !== pledgeId) },
		},
		now,
	);
}

/** The band as it stands at a time: the next takes the place of what has been shown long enough. */
export function bandAt(band: Band, now: number): Band {
	const due = bandDue(band);
	if (due !== null && now < due) return band;
	const [next = null, ...waiting] = band.waiting;
	if (band.shown === null && next === null) return band;
	// What has left the band is said, and no part of a later number.
	const said = new Set(band.shown === null ? [] : idsOf(band.shown));
	const pledgeIds = band.burst.pledgeIds.filter((id) => !said.has(id));
	return { shown: next, since: now, waiting, burst: { ...band.burst, pledgeIds } };
}

function idsOf(item: BandItem): readonly string[] {
	return item.kind === "pledge" ? [item.pledgeId] : item.pledgeIds;
}

function shortened(waiting: readonly BandItem[]): readonly BandItem[] {
	if (waiting.length <= mostWaiting) return waiting;
	return [{ kind: "many", pledgeIds: waiting.flatMap(idsOf) }];
}
