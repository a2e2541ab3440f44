import type { Audience } from "../../shared/conference/audience.ts";

/** A record as it stands in a journal; nothing of the product's own types is relied on. */
export interface RawRecord {
	readonly type: string;
	readonly data: unknown;
}

interface RawContent {
	readonly classification?: string;
	readonly parts?: readonly { readonly delegationId: string | null }[];
}

interface Known {
	readonly leader: string;
	content: RawContent;
	/** Partners that an act has told of it. */
	readonly told: Set<string>;
	wasSubmitted: boolean;
	isCleared: boolean;
	wasAnnounced: boolean;
}

const partners = ({ parts = [] }: RawContent) =>
	parts.flatMap(({ delegationId }) => (delegationId === null ? [] : [delegationId]));

/**
 * Which pledges each audience may know, a second time, from the records and the rules as they are written (VI2, VI3,
 * PL11, PL12, PL16). The law alone would not see a pledge that is open in the view and in the projection alike.
 */
export class SecondPledgeView {
	readonly #pledges = new Map<string, Known>();

	take({ type, data }: RawRecord): void {
		const about = data as { pledgeId: string; delegationId: string; content: RawContent; stage: string };
		if (type === "PledgeDrafted" || type === "PledgeImported") {
			const isImported = type === "PledgeImported";
			this.#pledges.set(about.pledgeId, {
				leader: about.delegationId,
				content: about.content,
				told: new Set(isImported ? partners(about.content) : []),
				wasSubmitted: isImported,
				isCleared: isImported && about.stage === "accepted",
				wasAnnounced: isImported && about.stage === "announced",
			});
			return;
		}
		const pledge = this.#pledges.get(about.pledgeId);
		if (pledge === undefined) return;
		const tell = () => {
			for (const partner of partners(pledge.content)) pledge.told.add(partner);
		};
		switch (type) {
			case "PledgeRevised":
				pledge.content = about.content;
				break;
			case "PledgeCorrected":
				pledge.content = about.content;
				tell();
				break;
			case "PledgeShared":
				tell();
				break;
			case "PledgeSubmitted":
				pledge.wasSubmitted = true;
				tell();
				break;
			case "PledgeAccepted":
				pledge.isCleared = true;
				break;
			case "PledgeChangeRequested":
			case "PledgeRejected":
				pledge.isCleared = false;
				break;
			case "PledgeAnnounced":
				pledge.wasAnnounced = true;
				break;
			case "PledgeMerged":
			case "PledgeWithdrawn":
				pledge.isCleared = false;
				break;
		}
	}

	/** Ids of the pledges that an audience may know. */
	known(audience: Audience): Set<string> {
		return new Set([...this.#pledges].flatMap(([id, pledge]) => (knows(audience, pledge) ? [id] : [])));
	}

	/** Whether an audience may read the contact and the desk's questions, reasons and notes of a pledge. */
	isPrivy(audience: Audience, pledgeId: string): boolean {
		const pledge = this.#pledges.get(pledgeId);
		if (audience.kind === "secretariat") return true;
		return "delegationId" in audience && audience.delegationId === pledge?.leader;
	}
}

function knows(audience: Audience, pledge: Known): boolean {
	if (audience.kind === "secretariat") return pledge.wasSubmitted || pledge.wasAnnounced;
	if ("delegationId" in audience) {
		const { delegationId } = audience;
		if (delegationId === pledge.leader) return true;
		if (pledge.told.has(delegationId) && partners(pledge.content).includes(delegationId)) return true;
	}
	const { classification = "public" } = pledge.content;
	if (classification === "secretariat") return false;
	if (classification === "participants" && audience.kind === "public") return false;
	return pledge.wasAnnounced || (audience.kind === "podium" && pledge.isCleared);
}
