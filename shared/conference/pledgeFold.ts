import type {
	Part,
	PartContent,
	Pledge,
	PledgeContent,
	PledgesEvent,
	PledgesProjection,
	PledgesState,
	RatesEvent,
	RecordedContent,
} from "./pledge.ts";
import { contentOf, partnersOf } from "./pledge.ts";

/** Before the first event. */
export function emptyPledges(): PledgesState {
	return { pledges: new Map(), announced: 0, restricted: 0, rates: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyPledges(subject: PledgesState): PledgesState {
	return { ...subject, pledges: new Map(subject.pledges), rates: new Map(subject.rates) };
}

/** Content with nothing said beyond what is always needed. */
export const plainContent = {
	language: "en",
	earlier: null,
	form: "unilateral",
	parts: [],
	matches: null,
	offeredTo: null,
	subcategory: null,
	priorities: [],
	plannedFor: null,
	amount: null,
	conditions: null,
	availableFrom: null,
	availableTo: null,
	readinessDays: null,
	classification: "public",
	evidence: [],
} as const satisfies Partial<PledgeContent>;

/** Content of a record in the shape of today. */
function contentBefore({ priority, ...recorded }: RecordedContent): PledgeContent {
	const priorities = recorded.priorities ?? (priority == null ? [] : [priority]);
	return { ...plainContent, ...recorded, priorities };
}

/** Folds one event in; the maps are changed in place (see `Fork`), the counts are returned. */
export function evolvePledges(
	subject: PledgesState,
	event: PledgesEvent | PledgesProjection | RatesEvent,
): PledgesState {
	const { pledges } = subject;
	switch (event.type) {
		case "RateGiven":
			subject.rates.set(event.data.currency, event.data.rate);
			return subject;
		case "PledgeShown":
			pledges.set(event.data.pledge.id, event.data.pledge);
			return subject;
		case "PledgeHidden":
			pledges.delete(event.data.pledgeId);
			return subject;
		default: {
			const was = pledges.get(event.data.pledgeId);
			const next = pledgeAfter(was, event, subject);
			if (next === undefined) return subject;
			pledges.set(next.id, next);
			if (next.series === null || next.series === was?.series) return subject;
			return next.series === "public"
				? { ...subject, announced: subject.announced + 1 }
				: { ...subject, restricted: subject.restricted + 1 };
		}
	}
}

type Counts = Pick<PledgesState, "announced" | "restricted">;

/** One pledge after one of its events; pure, so that `project` can look ahead without a second state. */
export function pledgeAfter(
	pledge: Pledge | undefined,
	event: PledgesEvent,
	counts: Counts,
): Pledge | undefined {
	const { at } = event;
	if (event.type === "PledgeDrafted") {
		const { pledgeId: id, delegationId, content } = event.data;
		return { ...undecided, ...written(content, delegationId, [], at), id, delegationId, draftedAt: at };
	}
	if (event.type === "PledgeImported") return imported(event, counts);
	if (pledge === undefined) return undefined;
	switch (event.type) {
		case "PledgeRevised":
			return { ...pledge, ...written(event.data.content, pledge.delegationId, pledge.parts, at) };
		case "PledgeShared":
			return { ...pledge, sharedWith: told(pledge.parts, pledge.delegationId) };
		case "PartConfirmed": {
			const { partId, delegationId: heldBy, matchedBy } = event.data;
			return withPart(pledge, partId, { status: "confirmed", heldBy, matchedBy, at });
		}
		case "PartDeclined":
			return withPart(pledge, event.data.partId, { status: "declined", heldBy: null, matchedBy: null, at });
		case "PartReopened":
			return withPart(pledge, event.data.partId, { status: "open", heldBy: null, matchedBy: null, at: null });
		case "PledgeSubmitted": {
			const sharedWith = told(pledge.parts, pledge.delegationId);
			const questions = pledge.questions.map((each) =>
				each.answeredAt === null ? { ...each, answeredAt: at, answer: event.data.answer ?? null } : each,
			);
			return { ...pledge, state: "submitted", submittedAt: at, sharedWith, question: null, questions };
		}
		case "PledgeChangeRequested": {
			const { question } = event.data;
			const asked = { askedAt: at, text: question, answeredAt: null, answer: null };
			return { ...pledge, state: "changeRequested", question, questions: [...pledge.questions, asked] };
		}
		case "PledgeAccepted":
			return { ...pledge, state: "accepted", acceptedAt: at };
		case "PledgeRejected":
			return { ...pledge, state: "rejected", rejection: event.data.reason, rejectedAt: at };
		case "PledgeCued":
			return { ...pledge, state: "cued", cuedAt: at };
		case "PledgeUncued":
			return { ...pledge, state: "accepted", cuedAt: null };
		case "PledgeAnnounced": {
			const { announcement, statementId, meetingId, second = null } = event.data;
			const announced = { announcement, statementId, meetingId, second, announcedAt: at };
			return numbered({ ...pledge, ...announced, state: "announced" }, counts);
		}
		case "PledgeConfirmed":
			return { ...pledge, state: "confirmed", confirmedAt: at };
		case "PledgeDelivered":
			return { ...pledge, delivered: event.data.words };
		case "PledgeCorrected": {
			const { content, reason } = event.data;
			const corrections = [...pledge.corrections, { at, reason, before: contentOf(pledge) }];
			const corrected = written(content, pledge.delegationId, pledge.parts, at);
			const next = {
				...pledge,
				...corrected,
				sharedWith: told(corrected.parts, pledge.delegationId),
				corrections,
			};
			// What was confirmed in writing were other words.
			return numbered({ ...next, state: "announced", confirmedAt: null }, counts);
		}
		case "PledgeMerged":
			return { ...pledge, state: "merged", mergedInto: event.data.intoId, mergedAt: at };
		case "DeliveryReported":
			return { ...pledge, delivery: { ...event.data.delivery, at } };
		case "PledgeWithdrawn":
			return { ...pledge, state: "withdrawn", withdrawnAt: at };
	}
}

/** The fields written by the delegation, each part standing as it did where nothing of it was changed. */
function written(recorded: RecordedContent, lead: string, before: readonly Part[], at: number) {
	const content = contentBefore(recorded);
	const parts = content.parts.map((part): Part => {
		const was = before.find(({ id }) => id === part.id);
		const isSame =
			was !== undefined &&
			was.delegationId === part.delegationId &&
			was.role === part.role &&
			was.text === part.text;
		if (isSame) return was;
		// The lead confirms its own part by writing it.
		if (part.delegationId === lead)
			return { ...part, status: "confirmed", heldBy: lead, matchedBy: null, at };
		return { ...part, status: "open", heldBy: null, matchedBy: null, at: null };
	});
	return { ...content, parts };
}

/** The partners that a pledge names, beside who leads it. */
function told(parts: readonly PartContent[], lead: string): readonly string[] {
	return partnersOf(parts).filter((delegationId) => delegationId !== lead);
}

function withPart(pledge: Pledge, partId: string, change: Omit<Part, keyof PartContent>): Pledge {
	return {
		...pledge,
		parts: pledge.parts.map((part) => (part.id === partId ? { ...part, ...change } : part)),
	};
}

/** Gives the next number of its series; a public number, once given, is kept (PL6). */
function numbered(pledge: Pledge, { announced, restricted }: Counts): Pledge {
	if (pledge.series === "public") return pledge;
	if (pledge.classification === "public") return { ...pledge, series: "public", number: announced + 1 };
	if (pledge.series === "restricted") return pledge;
	return { ...pledge, series: "restricted", number: restricted + 1 };
}

function imported(event: Extract<PledgesEvent, { type: "PledgeImported" }>, counts: Counts): Pledge {
	const { pledgeId: id, delegationId, content, stage } = event.data;
	const { at } = event;
	const fields = written(content, delegationId, [], at);
	const sharedWith = told(fields.parts, delegationId);
	const submitted: Pledge = {
		...undecided,
		...fields,
		...{ id, delegationId, sharedWith, state: "submitted", submittedAt: at },
	};
	if (stage === "submitted") return submitted;
	const accepted: Pledge = { ...submitted, state: "accepted", acceptedAt: at };
	if (stage === "accepted") return accepted;
	return numbered({ ...accepted, state: "announced", announcedAt: at, announcement: "writing" }, counts);
}

const undecided = {
	sharedWith: [],
	question: null,
	questions: [],
	rejection: null,
	state: "draft" as const,
	number: null,
	series: null,
	announcement: null,
	statementId: null,
	meetingId: null,
	second: null,
	delivered: null,
	corrections: [],
	mergedInto: null,
	delivery: null,
	draftedAt: null,
	submittedAt: null,
	acceptedAt: null,
	cuedAt: null,
	announcedAt: null,
	confirmedAt: null,
	withdrawnAt: null,
	rejectedAt: null,
	mergedAt: null,
};
