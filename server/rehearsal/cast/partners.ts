import type { Part, PartContent, Pledge, PledgeContent } from "../../../shared/conference/pledge.ts";
import { isAlive, isCounted } from "../../../shared/conference/pledge.ts";
import { plainContent } from "../../../shared/conference/pledgeFold.ts";
import { between, pick } from "../random.ts";
import type { PledgeTemplate } from "../script.ts";
import type { Act, Scene } from "./scene.ts";
import { at, takenUpAt } from "./scene.ts";

const minute = 60_000;

/** The parts of a joint pledge: the lead's own, and those of partners that take part; a part of nobody is sought. */
export function partsFor(
	scene: Scene,
	delegationId: string,
	{ parts }: PledgeTemplate,
	key: string,
): PartContent[] | undefined {
	if (parts === undefined) return undefined;
	const taken = new Set([delegationId]);
	return parts.map(({ role, text, by = [] }, index) => {
		const id = `part-${index + 1}`;
		if (index === 0) return { id, delegationId, role, text };
		const free = by.filter((each) => !taken.has(each) && scene.state.delegations.delegations.has(each));
		const partner = pick(scene.chance, `partner/${key}/${index}`, free) ?? null;
		if (partner !== null) taken.add(partner);
		return { id, delegationId: partner, role, text };
	});
}

/** What a delegation does about its parts in the pledges of others: most partners confirm theirs, some not yet. */
export function partnerActs(scene: Scene, delegationId: string, headId: string): Act[] {
	return [...scene.state.pledges.pledges.values()].flatMap((pledge) => {
		if (pledge.submittedAt === null || !isAlive(pledge)) return [];
		return pledge.parts
			.filter((part) => part.delegationId === delegationId && part.status === "open")
			.flatMap((part) => confirmation(scene, pledge, part, headId));
	});
}

function confirmation(scene: Scene, pledge: Pledge, part: Part, headId: string): Act[] {
	const key = `confirmPart/${pledge.id}/${part.id}`;
	if (part.delegationId === null || pledge.submittedAt === null || scene.chance(key) > 0.8) return [];
	const delay = between(scene.chance, `confirmPartAt/${pledge.id}/${part.id}`, [4 * minute, 90 * minute]);
	const found = takenUpAt(scene, `part/${pledge.id}`, pledge.submittedAt, 40 * minute);
	return [
		at(scene, key, headId, Math.max(pledge.submittedAt + delay, found), {
			type: "confirmPart",
			pledgeId: pledge.id,
			partId: part.id,
			delegationId: part.delegationId,
		}),
	];
}

/**
 * A pledge that completes a part which is sought in an announced one. One delegation is meant for each such part,
 * so that no two of them are disappointed.
 */
export function matchingContent(scene: Scene, delegationId: string): PledgeContent | undefined {
	const { pledges } = scene.state.pledges;
	const mine = [...pledges.values()].filter((each) => each.delegationId === delegationId);
	for (const pledge of pledges.values()) {
		if (!isCounted(pledge) || pledge.delegationId === delegationId) continue;
		for (const part of pledge.parts) {
			if (part.delegationId !== null || part.status !== "open") continue;
			if (meantFor(scene, pledge, part) !== delegationId) continue;
			if (mine.some(({ matches }) => matches?.pledgeId === pledge.id)) continue;
			return completing(pledge, part);
		}
	}
	return undefined;
}

function meantFor(scene: Scene, pledge: Pledge, part: Part): string | undefined {
	const others = [...scene.state.delegations.delegations.values()].filter(
		({ id, kind }) => kind === "memberState" && id !== pledge.delegationId,
	);
	return pick(scene.chance, `match/${pledge.id}/${part.id}`, others)?.id;
}

function completing(pledge: Pledge, part: Part): PledgeContent {
	return {
		...plainContent,
		title: `${part.text} for “${pledge.title}”`.slice(0, 200),
		details: null,
		kind: "new",
		form: "matching",
		matches: { pledgeId: pledge.id, partId: part.id },
		category: pledge.category,
		needId: null,
		quantity: 0,
		priorities: pledge.priorities,
		contact: "Permanent Mission, military adviser, pledges@example.org",
	};
}
