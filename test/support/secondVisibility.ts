import type { Audience } from "../../shared/conference/audience.ts";
import type { Channel } from "../../shared/conference/common.ts";
import type { DomainEvent } from "../../shared/conference/decider.ts";
import type { Party } from "../../shared/conference/messages.ts";
import type { State } from "../../shared/conference/state.ts";

/**
 * Who hears of what a second time, from the rules as they are written and sharing nothing with the product:
 * the law VI6 alone would not see a row that is open or closed in the view and in the projection alike.
 */
export function hears(audience: Audience, before: State, event: DomainEvent): boolean | undefined {
	const isOwn = (...delegations: string[]) =>
		"delegationId" in audience && delegations.includes(audience.delegationId);
	const runs = audience.kind === "podium" || audience.kind === "secretariat";
	const serves = audience.kind === "booth" || audience.kind === "operator";
	const worksOn = (channel: Channel) =>
		audience.kind === "booth" ? audience.channel === channel : audience.kind === "operator";
	switch (event.type) {
		// Pledges and accreditations become other events on the way; `secondPledgeView.ts` judges what is seen of pledges.
		case "RepresentativesAccredited":
		case "AccreditationChanged":
		case "AccreditationWithdrawn":
		case "PledgeDrafted":
		case "PledgeRevised":
		case "PledgeShared":
		case "PartConfirmed":
		case "PartDeclined":
		case "PartReopened":
		case "PledgeRejected":
		case "PledgeCued":
		case "PledgeUncued":
		case "PledgeImported":
		case "PledgeDelivered":
		case "PledgeCorrected":
		case "PledgeMerged":
		case "DeliveryReported":
		case "PledgeSubmitted":
		case "PledgeChangeRequested":
		case "PledgeAccepted":
		case "PledgeAnnounced":
		case "PledgeConfirmed":
		case "PledgeWithdrawn":
			return undefined;
		// SL15
		case "SwapProposed":
			return runs || isOwn(event.data.swap.delegationId, event.data.swap.withDelegation);
		case "SwapDropped": {
			const swap = before.speakersLists.lists.get(event.data.segmentId)?.swaps.get(event.data.swapId);
			return swap !== undefined && (runs || isOwn(swap.delegationId, swap.withDelegation));
		}
		// SL17
		case "LateRequestMade":
			return runs || isOwn(event.data.request.delegationId);
		case "LateRequestDeclined":
		case "LateRequestWithdrawn": {
			const { segmentId, requestId } = event.data;
			const request = before.speakersLists.lists.get(segmentId)?.lateRequests.get(requestId);
			return request !== undefined && (runs || isOwn(request.delegationId));
		}
		// MO4
		case "VoteCast": {
			const ballot = before.motions.motions.get(event.data.motionId)?.ballot;
			return ballot?.method === "rollCall" || runs || isOwn(event.data.delegationId);
		}
		// TX1
		case "TextFiled":
			return audience.kind === "booth" || isOwn(event.data.text.delegationId);
		case "TextWithdrawn":
			return (
				audience.kind === "booth" || isOwn(before.texts.texts.get(event.data.textId)?.delegationId ?? "")
			);
		// RC4
		case "RecordingFiled":
			return runs || serves || isOwn(event.data.recording.delegationId);
		case "RecordingWithdrawn":
		case "CaptionsFiled":
		case "CaptionsWithdrawn":
		case "PosterFiled": {
			const recording = before.recordings.recordings.get(event.data.recordingId);
			return recording?.played !== null || runs || serves || isOwn(recording.delegationId);
		}
		// TX4
		case "DocumentAdded":
		case "DocumentRemoved":
			return audience.kind !== "public";
		// ME1
		case "MessageSent": {
			const isParty = (party: Party) => {
				if (party.kind === "delegation") return isOwn(party.delegationId);
				if (party.kind === "booth") return audience.kind === "booth" && worksOn(party.channel);
				if (party.kind === "operator" && audience.kind === "operator") return true;
				return audience.kind === (party.kind === "chair" ? "podium" : "secretariat");
			};
			return isParty(event.data.message.from) || isParty(event.data.message.to);
		}
		// IP4, IP6
		case "HandOverOffered":
			return audience.kind === "secretariat" || worksOn(event.data.channel);
		case "SlowDownAsked":
			return runs || serves || isOwn(event.data.delegationId);
		default:
			return true;
	}
}

/** Words of a random session that are told in the room, not to the public (VI3, VI5, ME1). */
const unheard = /secret (reason|point|message|question|contact|answer|rejection|delivered)/;

/** Whether the public would read what is not for it. */
export function tellsSecret(told: unknown): boolean {
	return unheard.test(JSON.stringify(told));
}

/** Whether everybody in the room reads the reason that the public does not (VI5). */
export function keepsReason(told: unknown, event: DomainEvent): boolean {
	const words = /secret (reason|point) \w+/;
	return words.test(JSON.stringify(event)) === words.test(JSON.stringify(told));
}
