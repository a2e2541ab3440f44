import type { Pledge, PledgeContent } from "../../../shared/conference/pledge.ts";
import { contentOf } from "../../../shared/conference/pledge.ts";
import { plainContent } from "../../../shared/conference/pledgeFold.ts";
import type { State } from "../../../shared/conference/state.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { pick } from "../random.ts";
import type { PledgeTemplate } from "../script.ts";
import type { Scene } from "./scene.ts";

/**
 * What a delegation pledges next. Delegations look at what is still asked for: the more places a need has
 * open, the likelier it is chosen; when few are open, other commitments come to the fore.
 */
export function contentFor(scene: Scene, delegationId: string, number: number): PledgeContent {
	const { chance, pace, script, state } = scene;
	const key = `${delegationId}/${number}`;
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
	const kind = chance(`kind/${key}`);
	return {
		...plainContent,
		title: filled(template, pick(chance, `number/${key}`, template.numbers ?? [])),
		details: null,
		...(kind < 0.84
			? { kind: "new" as const }
			: { kind: kind < 0.96 ? ("enhanced" as const) : ("reaffirmed" as const), earlier: earlierOf(kind) }),
		category: template.category,
		needId: template.need ?? null,
		quantity: template.need === undefined ? 0 : 1,
		priorities: template.priority === undefined ? [] : [template.priority],
		contact: "Permanent Mission, military adviser, pledges@example.org",
	};
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

/** A pledge of an earlier ministerial, of which nothing closed the same need. */
function earlierOf(share: number): PledgeContent["earlier"] {
	const reference = earlierMinisterials[Math.floor(share * 1000) % earlierMinisterials.length] ?? null;
	return { pledgeId: null, reference, quantity: 0 };
}

const earlierMinisterials = ["New York 2015", "London 2016", "Vancouver 2017", "New York 2019"] as const;
