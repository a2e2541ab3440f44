/**
 * The tally a second time, from the records of the journal alone and by another way: each question is asked of
 * a pledge's own records, read backwards where the last word counts. It shares nothing with the product, so that
 * an error would have to be made twice to go unseen.
 */
export interface TallyRecord {
	readonly type: string;
	readonly time: number;
	// The data of every type of record, read field by field.
	readonly data: unknown;
}

interface Part {
	readonly id: string;
	readonly delegationId: string | null;
	readonly role: string;
	readonly text: string;
}

interface Content {
	readonly category: string;
	readonly needId: string | null;
	readonly quantity: number;
	readonly kind: string;
	readonly priority?: string | null;
	readonly priorities?: readonly string[];
	readonly classification?: string;
	readonly parts?: readonly Part[];
	readonly earlier?: { readonly pledgeId: string | null; readonly quantity: number } | null;
	readonly amount?: { readonly unit: string; readonly value: number; readonly currency?: string } | null;
}

interface Fields {
	readonly pledgeId?: string;
	readonly delegationId?: string;
	readonly partId?: string;
	readonly stage?: string;
	readonly meetingId?: string | null;
	readonly needId?: string;
	readonly quantity?: number;
	readonly content?: Content;
	readonly currency?: string;
	readonly rate?: { readonly dollars: number };
	readonly needs?: readonly { id: string; quantity: number }[];
	readonly delegations?: readonly { id: string; kind: string }[];
	readonly meetings?: readonly { id: string }[];
	readonly profile?: {
		readonly categories: readonly { id: string }[];
		readonly priorities: readonly { id: string }[];
	};
}

interface Entry {
	readonly type: string;
	readonly data: Fields;
	/** Position in the whole record. */
	readonly at: number;
}

const writes = new Set(["PledgeDrafted", "PledgeRevised", "PledgeCorrected", "PledgeImported"]);

/** Everything that was recorded about one pledge, in order. */
class History {
	readonly entries: Entry[] = [];

	get content(): Content | undefined {
		return this.entries.findLast(({ type }) => writes.has(type))?.data.content;
	}

	get lead(): string {
		return this.entries[0]?.data.delegationId ?? "";
	}

	/** The record that announced it, unless something ended it since. */
	get announcement(): Entry | undefined {
		if (this.entries.some(({ type }) => type === "PledgeWithdrawn" || type === "PledgeMerged"))
			return undefined;
		return this.entries.find(
			({ type, data }) =>
				type === "PledgeAnnounced" || (type === "PledgeImported" && data.stage === "announced"),
		);
	}

	get isConfirmed(): boolean {
		const last = this.entries.findLast(
			({ type }) => type === "PledgeConfirmed" || type === "PledgeCorrected",
		);
		return last?.type === "PledgeConfirmed";
	}

	/** When it first was public: announced with a public content, or made public by a correction. */
	get publicSince(): number {
		const began = this.announcement?.at ?? Number.POSITIVE_INFINITY;
		let content: Content | undefined;
		for (const { type, data, at } of this.entries) {
			if (writes.has(type)) content = data.content;
			if (at >= began && (content?.classification ?? "public") === "public") return at;
		}
		return Number.POSITIVE_INFINITY;
	}

	/** Who holds each part: by its last answer, if that came after the part was last written otherwise. */
	holders(): { readonly role: string; readonly holder: string | null }[] {
		return (this.content?.parts ?? []).map((part) => {
			let since = this.entries.length;
			for (let index = this.entries.length - 1; index >= 0; index -= 1) {
				const entry = this.entries[index];
				if (entry === undefined || !writes.has(entry.type)) continue;
				const then = entry.data.content?.parts?.find(({ id }) => id === part.id);
				if (JSON.stringify(then) !== JSON.stringify(part)) break;
				since = index;
			}
			const answer = this.entries
				.slice(since)
				.findLast(({ type, data }) => type.startsWith("Part") && data.partId === part.id);
			if (answer !== undefined)
				return {
					role: part.role,
					holder: answer.type === "PartConfirmed" ? (answer.data.delegationId ?? null) : null,
				};
			return { role: part.role, holder: part.delegationId === this.lead ? this.lead : null };
		});
	}
}

export function secondTally(records: readonly TallyRecord[]) {
	const about = (type: string) =>
		records.flatMap((record) => (record.type === type ? [record.data as Fields] : []));
	const histories = new Map<string, History>();
	for (const [at, { type, data }] of records.entries()) {
		const { pledgeId } = data as Fields;
		if (pledgeId === undefined) continue;
		const history = histories.get(pledgeId) ?? new History();
		history.entries.push({ type, data: data as Fields, at });
		histories.set(pledgeId, history);
	}

	const secretariats = new Set(
		about("DelegationsImported")
			.flatMap((each) => each.delegations ?? [])
			.flatMap(({ id, kind }) => (kind === "secretariat" ? [id] : [])),
	);
	const everybody = new Set(
		about("DelegationsImported").flatMap((each) => (each.delegations ?? []).map(({ id }) => id)),
	);

	const counted = [...histories.values()]
		.flatMap((history) => {
			const { content, announcement } = history;
			if (content === undefined || announcement === undefined) return [];
			if ((content.classification ?? "public") !== "public") return [];
			const parts = history.holders();
			const held = parts.flatMap(({ holder }) => holder ?? []);
			const givers = parts.flatMap(({ role, holder }) =>
				holder === null || role === "receives" || role === "un" ? [] : [holder],
			);
			return [
				{
					...{ history, content, since: history.publicSince },
					isWhole: held.length === parts.length,
					involved: [...new Set([history.lead, ...held])].sort(),
					givers: [history.lead, ...givers].filter((id) => !secretariats.has(id)),
					meetingId: announcement.data.meetingId ?? null,
					priorities: content.priorities ?? (content.priority == null ? [] : [content.priority]),
				},
			];
		})
		.sort((a, b) => a.since - b.since);

	const before = (content: Content) => {
		const { earlier } = content;
		return earlier?.pledgeId == null ? undefined : histories.get(earlier.pledgeId)?.content;
	};
	const unitsFor = (content: Content) => {
		if (content.kind === "reaffirmed") return 0;
		if (content.kind === "new" || content.earlier == null) return content.quantity;
		const was = before(content);
		const promised =
			content.earlier.pledgeId === null
				? content.earlier.quantity
				: was?.needId === content.needId
					? was?.quantity
					: 0;
		return Math.max(0, content.quantity - (promised ?? 0));
	};

	const asked = new Map<string, number>();
	for (const { type, data } of records) {
		const { needs, needId, quantity } = data as Fields;
		if (type === "NeedsPublished") for (const need of needs ?? []) asked.set(need.id, need.quantity);
		if (type === "NeedChanged" && needId !== undefined) asked.set(needId, quantity ?? 0);
	}
	const needs = [...asked].map(([id, required]) => {
		const sumOf = (isWhole: boolean) =>
			counted
				.filter((each) => each.content.needId === id && each.isWhole === isWhole)
				.reduce((sum, { content }) => sum + unitsFor(content), 0);
		const pledged = sumOf(true);
		const within = Math.min(pledged, required);
		const open = required - within;
		return { id, counted: within, surplus: pledged - within, open, partly: Math.min(open, sumOf(false)) };
	});

	const profile = about("ConferenceDefined")[0]?.profile;
	const figures = (inside: typeof counted) => ({
		delegations: new Set(inside.flatMap(({ givers }) => givers)).size,
		pledges: inside.length,
	});
	const total = (figure: "counted" | "surplus" | "open" | "partly") =>
		needs.reduce((sum, each) => sum + each[figure], 0);
	const meetings = [
		...new Set(about("ProgrammeAdopted").flatMap((each) => (each.meetings ?? []).map(({ id }) => id))),
	];
	return {
		...figures(counted),
		confirmed: counted.filter(({ history }) => history.isConfirmed).length,
		participants: [...everybody].filter((id) => !secretariats.has(id)).length,
		needs,
		needsClosed: needs.filter(({ open }) => open === 0).length,
		units: {
			required: [...asked.values()].reduce((sum, each) => sum + each, 0),
			counted: total("counted"),
			open: total("open"),
			surplus: total("surplus"),
			partly: total("partly"),
		},
		categories: (profile?.categories ?? []).map(({ id }) => ({
			id,
			...figures(counted.filter(({ content }) => content.category === id)),
		})),
		priorities: (profile?.priorities ?? []).map(({ id }) => ({
			id,
			...figures(counted.filter(({ priorities }) => priorities.includes(id))),
		})),
		sessions: [...meetings, null]
			.map((meetingId) => ({
				meetingId,
				...figures(counted.filter((each) => each.meetingId === meetingId)),
			}))
			.filter(({ pledges }) => pledges > 0),
		quantities: quantities(counted, before, about("RateGiven")),
		pairs: together(counted, 2),
		triangles: together(counted, 3),
		incomplete: counted.filter(({ isWhole }) => !isWhole).length,
	};
}

function quantities(
	counted: readonly { readonly content: Content; readonly isWhole: boolean }[],
	before: (content: Content) => Content | undefined,
	rates: readonly Fields[],
) {
	const name = (amount: NonNullable<Content["amount"]>) => `${amount.unit} ${amount.currency ?? ""}`;
	const given = counted.filter(
		({ content, isWhole }) => isWhole && content.amount != null && content.kind !== "reaffirmed",
	);
	const names = [
		...new Set(given.flatMap(({ content }) => (content.amount == null ? [] : [name(content.amount)]))),
	];
	return names.sort().map((each) => {
		let value = 0;
		let pledges = 0;
		for (const { content } of given) {
			const { amount } = content;
			if (amount == null || name(amount) !== each) continue;
			const was = content.kind === "enhanced" ? before(content)?.amount : null;
			value += was != null && name(was) === each ? Math.max(0, amount.value - was.value) : amount.value;
			pledges += 1;
		}
		const [unit = "", currency = ""] = each.split(" ");
		const rate = currency === "USD" ? 1 : rates.findLast((one) => one.currency === currency)?.rate?.dollars;
		const dollars = currency === "" || rate === undefined ? null : Math.round(value * rate);
		return { unit, currency: currency === "" ? null : currency, value, pledges, dollars };
	});
}

function together(counted: readonly { readonly involved: readonly string[] }[], size: number) {
	const shared = new Map<string, number>();
	for (const { involved } of counted)
		for (const a of involved)
			for (const b of involved)
				for (const c of size === 3 ? involved : [""]) {
					if (a >= b || (size === 3 && b >= c)) continue;
					const key = size === 3 ? `${a} ${b} ${c}` : `${a} ${b}`;
					shared.set(key, (shared.get(key) ?? 0) + 1);
				}
	return [...shared]
		.map(([key, pledges]) => ({ delegationIds: key.split(" "), pledges }))
		.sort(
			(a, b) => b.pledges - a.pledges || (a.delegationIds.join(" ") < b.delegationIds.join(" ") ? -1 : 1),
		);
}
