import type { Audience } from "./audience.ts";
import { isOwn } from "./audience.ts";
import type { Correction, Pledge, PledgesEvent } from "./pledge.ts";
import { isCleared, isPartyTo } from "./pledge.ts";
import { pledgeAfter } from "./pledgeFold.ts";
import type { State } from "./state.ts";
import type { Projector } from "./visibility.ts";

/** A pledge as an audience may see it, or nothing (VI2, VI3). Everything private is taken out here and nowhere else. */
export function visiblePledge(audience: Audience, pledge: Pledge): Pledge | undefined {
	if (isOwn(audience, pledge.delegationId)) return pledge;
	if (audience.kind === "secretariat")
		return pledge.submittedAt === null && pledge.announcedAt === null ? undefined : pledge;
	const isPartner = "delegationId" in audience && isPartyTo(pledge, audience.delegationId);
	const isAnnounced = pledge.announcedAt !== null && isFor(audience, pledge.classification);
	// The podium knows what is about to be announced before it.
	const isForPodium =
		audience.kind === "podium" && isCleared(pledge.state) && isFor(audience, pledge.classification);
	if (!isPartner && !isAnnounced && !isForPodium) return undefined;
	return {
		...pledge,
		contact: null,
		sharedWith: isPartner ? [audience.delegationId] : [],
		question: null,
		questions: [],
		rejection: null,
		delivered: null,
		corrections: pledge.corrections.flatMap((each) => visibleCorrection(each, audience, isPartner)),
		draftedAt: null,
		submittedAt: null,
		acceptedAt: null,
		cuedAt: null,
		rejectedAt: null,
	};
}

/** PL16: who may see an announced pledge beside its parties and the secretariat. */
function isFor(audience: Audience, classification: Pledge["classification"]): boolean {
	if (classification === "public") return true;
	return classification === "participants" && audience.kind !== "public";
}

/** What was not for an audience before a correction stays hidden after it. */
function visibleCorrection(correction: Correction, audience: Audience, isPartner: boolean): Correction[] {
	if (!isPartner && !isFor(audience, correction.before.classification)) return [];
	return [{ ...correction, before: { ...correction.before, contact: null } }];
}

/** A pledge's events become the pledge itself as it is now visible, or its disappearance; else silence. */
export function projectPledge(before: State, event: PledgesEvent): Projector {
	const was = before.pledges.pledges.get(event.data.pledgeId);
	const is = pledgeAfter(was, event, before.pledges);
	return (audience) => {
		const visible = is === undefined ? undefined : visiblePledge(audience, is);
		const visibleBefore = was === undefined ? undefined : visiblePledge(audience, was);
		if (visible === undefined) {
			if (visibleBefore === undefined) return undefined;
			return { type: "PledgeHidden", at: event.at, data: { pledgeId: visibleBefore.id } };
		}
		if (visibleBefore !== undefined && JSON.stringify(visibleBefore) === JSON.stringify(visible))
			return undefined;
		return { type: "PledgeShown", at: event.at, data: { pledge: visible } };
	};
}
