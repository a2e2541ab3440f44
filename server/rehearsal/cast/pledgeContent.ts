import type { Pledge, PledgeContent } from "../../../shared/conference/pledge.ts";
import { contentOf, isCounted } from "../../../shared/conference/pledge.ts";
import { plainContent } from "../../../shared/conference/pledgeFold.ts";
import type { State } from "../../../shared/conference/state.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { pick } from "../random.ts";
import type { PledgeTemplate } from "../script.ts";
import { matchingContent, partsFor } from "./partners.ts";
import type { Scene } from "./scene.ts";

/**
 * What a delegation pledges next. Delegations look at what is still asked for: the more places a need has
 * open, the likelier it is chosen; when few are open, other commitments come to the fore.
 */
export function contentFor(scene: Scene, delegationId: string, number: number): PledgeContent {
	const { chance, pace, script, state } = scene;
	const key = `${delegationId}/${number}`;
	const matching = matchingContent(scene, delegationId);
	if (matching !== undefined) return matching;
	const mine = new Set<string>();
	for (const pledge of state.pledges.pledges.values())
		if (pledge.delegationId === delegationId) mine.add(stem(pledge.title));
	const open = new Map(tally(state).needs.map((each) => [each.need.id, each.open]));
	const { units } = tally(state);
	const candidates = script.pledges.filter(
		({ by, title, need }) =>
			(by === undefined || by.includes(delegationId)) &&
			!mine.has(stem(title)) &&
			(need === undefined || open.has(need)),
	);
	const share = units.required === 0 ? 0 : units.open / units.required;
	// Before a live rehearsal needs come first; in it the last places are to be filled over hours, not in minutes.
	const forNeed = chance(`forNeed/${key}`) < (pace.epoch === null ? 0.35 + 0.9 * share : 0.3 * share);
	// A need weighs by its open places, not by how many ways there are to meet it; what few can give they give.
	const ways = new Map<string | undefined, number>();
	for (const { need } of candidates) ways.set(need, (ways.get(need) ?? 0) + 1);
	const weight = ({ need, by }: PledgeTemplate) => {
		if ((need !== undefined) !== forNeed) return 0;
		const places = need === undefined ? 1 : (open.get(need) ?? 0) ** 1.5 / (ways.get(need) ?? 1);
		return by === undefined ? places : 2.5 * places;
	};
	const draw = chance(`template/${key}`);
	const template =
		weighted(candidates, weight, draw) ??
		weighted(candidates, ({ need }) => (need === undefined ? 1 : 0), draw) ??
		anything(state);
	const figure = pick(chance, `number/${key}`, template.numbers ?? []);
	const joint = partsFor(scene, delegationId, template, key);
	return {
		...plainContent,
		...novelty(scene, delegationId, template, key),
		title: filled(template, figure),
		details: null,
		category: template.category,
		subcategory: subcategoryOf(state, template),
		needId: template.need ?? null,
		priorities: template.priority === undefined ? [] : [template.priority],
		amount: amountOf(template, figure),
		...(joint === undefined ? {} : { form: "joint" as const, parts: joint }),
		...availability(scene, template, key),
		contact: "Permanent Mission, military adviser, pledges@example.org",
	};
}

/** New, more than was promised before, or promised once more. */
function novelty(scene: Scene, delegationId: string, { need }: PledgeTemplate, key: string) {
	const share = scene.chance(`kind/${key}`);
	const quantity = need === undefined ? 0 : 1;
	if (share < 0.84) return { kind: "new" as const, earlier: null, quantity };
	const kind = share < 0.96 ? ("enhanced" as const) : ("reaffirmed" as const);
	const own = [...scene.state.pledges.pledges.values()].find(
		(each) => each.delegationId === delegationId && each.needId === need && isCounted(each),
	);
	if (own !== undefined && need !== undefined && kind === "enhanced")
		return {
			kind,
			earlier: { pledgeId: own.id, reference: null, quantity: own.quantity },
			quantity: own.quantity + quantity,
		};
	const reference = pick(scene.chance, `earlier/${key}`, earlierMinisterials) ?? null;
	return { kind, earlier: { pledgeId: null, reference, quantity: 0 }, quantity };
}

const earlierMinisterials = ["New York 2015", "London 2016", "Vancouver 2017", "New York 2019"] as const;

/** A conference may divide its categories otherwise than the script does. */
function subcategoryOf(state: State, { category, subcategory }: PledgeTemplate): string | null {
	const known = state.profile.categories.find(({ id }) => id === category)?.subcategories;
	return known?.find(({ id }) => id === subcategory)?.id ?? null;
}

function amountOf({ amount }: PledgeTemplate, number = 1): PledgeContent["amount"] {
	if (amount === undefined) return null;
	const value = number * (amount.times ?? 1);
	const { unit, currency = "USD" } = amount;
	return unit === "money" ? { unit, value, currency } : { unit, value };
}

/** Some say from which quarter, some how many days after a request; about one in three says neither. */
function availability({ chance }: Scene, { category }: PledgeTemplate, key: string) {
	const share = chance(`available/${key}`);
	if (category === "finance" || share < 0.35) return {};
	if (share < 0.7) {
		const month = 1 + 3 * Math.floor(chance(`from/${key}`) * 4);
		return { availableFrom: `2022-${String(month).padStart(2, "0")}` };
	}
	return { readinessDays: pick(chance, `ready/${key}`, [30, 60, 90, 180]) ?? 60 };
}

/** For a delegation that has given all that the script has. */
function anything(state: State): PledgeTemplate {
	return { category: state.profile.categories[0]?.id ?? "", title: "Support to United Nations peacekeeping" };
}

/** The answer to a question of the desk: the same pledge with a word on it. */
export function answered(scene: Scene, pledge: Pledge): PledgeContent {
	const details = pick(scene.chance, `answer/${pledge.id}`, answers) ?? null;
	return { ...contentOf(pledge), details };
}

export const questions = [
	"How many days after a request could it be deployed?",
	"Is the number of personnel for one rotation or for all of them?",
	"Please say from which date it is available.",
	"Is this in addition to the pledge of the last ministerial?",
] as const;

const answers = [
	"Deployable within 90 days of a formal request.",
	"The number is for each rotation of twelve months.",
	"Available from the second quarter of next year.",
	"It is in addition to all earlier pledges.",
] as const;

function filled({ title }: PledgeTemplate, number: number | undefined): string {
	return title.replace("{n}", String(number ?? 2));
}

/** A title without its numbers, so that a delegation does not pledge the same thing twice. */
function stem(title: string): string {
	return title.replace("{n}", "#").replace(/\d+/, "#");
}

/** A candidate chosen by weight with a number in [0, 1); nothing where all weights are 0. */
function weighted<T>(from: readonly T[], weight: (each: T) => number, share: number): T | undefined {
	const total = from.reduce((sum, each) => sum + weight(each), 0);
	let left = share * total;
	for (const each of from) {
		left -= weight(each);
		if (left < 0) return each;
	}
	return undefined;
}
