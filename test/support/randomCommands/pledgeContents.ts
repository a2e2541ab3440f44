import type { Pledge, PledgeContent } from "../../../shared/conference/pledge.ts";
import { isCounted } from "../../../shared/conference/pledge.ts";
import { content } from "../factories.ts";
import type { Scene } from "./scene.ts";
import { ids } from "./scene.ts";

/** What a delegation may write down: of every kind and form, now and then what cannot stand. */
export function pledged(scene: Scene, delegationId: string): PledgeContent {
	const { random } = scene;
	const needId = random.chance(0.6) ? scene.choose([...scene.state.needs.needs.keys()]) : null;
	const secret = (what: string) => (random.chance(0.7) ? scene.secret(what) : null);
	return content({
		title: `Pledge ${scene.newId("title")}`,
		details: secret("details"),
		category: scene.choose(ids(scene.state.profile.categories)),
		needId,
		quantity: random.below(4) + (needId === null || scene.isWild ? 0 : 1),
		priorities: random.chance(0.3) ? [scene.choose(ids(scene.state.profile.priorities))] : [],
		amount: amount(scene),
		classification: random.pick([
			"public",
			"public",
			"public",
			"public",
			"public",
			"participants",
			"secretariat",
		]),
		conditions: secret("conditions"),
		contact: secret("contact"),
		...kind(scene, delegationId),
		...form(scene, delegationId),
	});
}

function amount(scene: Scene): PledgeContent["amount"] {
	const { random } = scene;
	const value = scene.isWild ? random.below(3) : 1 + random.below(40);
	if (random.chance(0.6)) return null;
	if (random.chance(0.5)) return { unit: random.pick(["persons", "aircraft"] as const), value };
	const currency = scene.isWild && random.chance(0.2) ? "XYZ" : random.pick(["USD", "KRW", "EUR"]);
	return { unit: "money", value, currency };
}

function kind(scene: Scene, delegationId: string): Pick<PledgeContent, "kind" | "earlier"> {
	const { random } = scene;
	const of = random.pick(["new", "new", "new", "enhanced", "reaffirmed"] as const);
	if (of === "new") return { kind: of, earlier: null };
	const own = [...scene.state.pledges.pledges.values()].filter(
		(each) => each.delegationId === delegationId && each.series === "public",
	);
	if (own.length > 0 && random.chance(0.6))
		return { kind: of, earlier: { pledgeId: random.pick(own).id, reference: null, quantity: 0 } };
	return { kind: of, earlier: { pledgeId: null, reference: "An earlier one", quantity: random.below(3) } };
}

function form(scene: Scene, delegationId: string): Partial<PledgeContent> {
	const { random } = scene;
	const share = random.next();
	if (share < 0.55) return {};
	if (share < 0.85) return { form: "joint", parts: parts(scene, delegationId) };
	const open = [...scene.state.pledges.pledges.values()]
		.filter((each) => isCounted(each) && each.delegationId !== delegationId)
		.flatMap((each) =>
			each.parts.filter(({ status }) => status !== "confirmed").map(({ id }) => ({ each, id })),
		);
	if (open.length === 0) return {};
	const { each, id } = random.pick(open);
	return { form: "matching", matches: { pledgeId: each.id, partId: id } };
}

function parts(scene: Scene, delegationId: string): PledgeContent["parts"] {
	const { random } = scene;
	const roles = ["gives", "receives", "hosts", "trains", "finances", "un"] as const;
	const own = { id: "lead", delegationId, role: "gives" as const, text: "The lead’s own" };
	const others = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
		id: `part-${index}`,
		delegationId: random.chance(0.25)
			? null
			: random.pick(["idn", "rwa", "usa", "kor", "ury", ...scene.delegations]),
		role: random.pick(roles),
		text: `Part ${random.below(3)}`,
	}));
	return random.chance(0.5) ? [own, ...others] : others;
}

/** The content of a pledge with something changed in it, as the desk corrects it. */
export function corrected(scene: Scene, pledge: Pledge | undefined, delegationId: string): PledgeContent {
	const next = pledged(scene, delegationId);
	if (pledge === undefined || scene.isWild) return next;
	const isKept = scene.random.chance(0.8) && pledge.series === "public";
	return isKept ? { ...next, classification: "public" } : next;
}
