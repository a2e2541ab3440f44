/**
 * The tally a second time, from the records of the journal alone and by another way: it plays no events into
 * a state and shares nothing with the product, so that an error would have to be made twice to go unseen.
 */
export interface TallyRecord {
	readonly type: string;
	readonly time: number;
	// The data of every type of record, read field by field.
	readonly data: unknown;
}

interface Fields {
	readonly pledgeId?: string;
	readonly delegationId?: string;
	readonly needId?: string;
	readonly quantity?: number;
	readonly content?: { category: string; needId: string | null; quantity: number; kind: string };
	readonly needs?: readonly { id: string; quantity: number }[];
	readonly delegations?: readonly { id: string; kind: string }[];
	readonly profile?: { categories: readonly { id: string }[] };
}

export function secondTally(records: readonly TallyRecord[]) {
	const about = (type: string) =>
		records.flatMap((record) => (record.type === type ? [record.data as Fields] : []));
	const ids = (type: string) => new Set(about(type).map(({ pledgeId }) => pledgeId));

	const owner = new Map(about("PledgeDrafted").map((each) => [each.pledgeId, each.delegationId]));
	const latest = new Map<string | undefined, Fields["content"]>();
	for (const { type, data } of records)
		if (type === "PledgeDrafted" || type === "PledgeRevised")
			latest.set((data as Fields).pledgeId, (data as Fields).content);

	const withdrawn = ids("PledgeWithdrawn");
	const confirmed = ids("PledgeConfirmed");
	const counted = about("PledgeAnnounced")
		.map(({ pledgeId }) => pledgeId)
		.filter((pledgeId) => !withdrawn.has(pledgeId));

	const asked = new Map<string, number>();
	for (const { type, data } of records) {
		const { needs, needId, quantity } = data as Fields;
		if (type === "NeedsPublished") for (const need of needs ?? []) asked.set(need.id, need.quantity);
		if (type === "NeedChanged" && needId !== undefined) asked.set(needId, quantity ?? 0);
	}
	const needs = [...asked].map(([id, required]) => {
		let pledged = 0;
		for (const pledgeId of counted) {
			const promise = latest.get(pledgeId);
			if (promise?.needId === id && promise.kind !== "reaffirmed") pledged += promise.quantity;
		}
		const within = Math.min(pledged, required);
		return { id, counted: within, surplus: pledged - within, open: required - within };
	});

	const kinds = new Map(
		about("DelegationsImported").flatMap((each) =>
			(each.delegations ?? []).map(({ id, kind }) => [id, kind]),
		),
	);
	const categories = about("ConferenceDefined").flatMap((each) => each.profile?.categories ?? []);
	const total = (figure: "counted" | "surplus" | "open") =>
		needs.reduce((sum, each) => sum + each[figure], 0);
	return {
		pledges: counted.length,
		confirmed: counted.filter((pledgeId) => confirmed.has(pledgeId)).length,
		delegations: new Set(counted.map((pledgeId) => owner.get(pledgeId))).size,
		participants: [...kinds.values()].filter((kind) => kind !== "secretariat").length,
		needs,
		needsClosed: needs.filter(({ open }) => open === 0).length,
		units: {
			required: [...asked.values()].reduce((sum, each) => sum + each, 0),
			counted: total("counted"),
			open: total("open"),
			surplus: total("surplus"),
		},
		categories: categories.map(({ id }) => {
			const inside = counted.filter((pledgeId) => latest.get(pledgeId)?.category === id);
			return { id, delegations: new Set(inside.map((each) => owner.get(each))).size, pledges: inside.length };
		}),
	};
}
