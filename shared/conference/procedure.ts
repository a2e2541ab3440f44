import * as z from "zod/mini";
import type { Level } from "./common.ts";
import { identifier, levels } from "./common.ts";

/**
 * What may put one waiting delegation before another. `slot`: a place fixed by the secretariat (host, United
 * Nations, guests). `category`: Member States, then observers, then organisations. `group`: a statement on
 * behalf of several before one's own. `level`: the speaker's rank. `draw`: the number drawn by lot. `time`: of
 * the inscription.
 */
export const orderCriteria = ["slot", "category", "group", "level", "draw", "time"] as const;
export type OrderCriterion = (typeof orderCriteria)[number];

/** The sequences that conferences commonly agree on. */
export const orderPresets = {
	inscription: ["slot", "time"],
	byLevel: ["slot", "category", "group", "level", "time"],
	draw: ["slot", "category", "group", "level", "draw", "time"],
} as const satisfies { readonly [name: string]: readonly OrderCriterion[] };

/** Rules of procedure that a conference sets for itself. Durations in ms. */
export interface ProcedureRules {
	/** Which criteria order a speakers' list, and in which sequence. Whoever is still equal stands by time. */
	readonly order: readonly OrderCriterion[];
	/** Ranks, highest first. */
	readonly levels: readonly Level[];
	/** Organisations that speak among the Member States, such as those of regional integration. */
	readonly rankedWithStates: readonly string[];
	/** How long before the limit the light turns yellow, and striped. */
	readonly yellowMs: number;
	readonly stripedMs: number;
	readonly pointOfOrderMs: number;
	/** Whether the chair may ask a point of order to wait for the end of a statement. */
	readonly askToWait: boolean;
	/** Rights of reply: the limits of the first and of every further one, and how many a delegation has for an item. */
	readonly firstReplyMs: number;
	readonly furtherReplyMs: number;
	readonly repliesEach: number;
	/** What adopts a motion, of those present and voting. A challenged ruling always needs a simple majority to fall. */
	readonly majority: "simple" | "twoThirds";
}

const duration = z.int().check(z.gte(10_000), z.lte(3_600_000));
const unique = <T>(all: readonly T[]) => new Set(all).size === all.length;

/** Schema of `ProcedureRules`, as a definition or the secretariat gives them. */
export const procedureRules = z
	.strictObject({
		order: z.array(z.enum(orderCriteria)).check(z.minLength(1), z.refine(unique)),
		levels: z
			.array(z.enum(levels))
			.check(z.refine((all: readonly Level[]) => unique(all) && all.length === levels.length)),
		rankedWithStates: z.array(identifier).check(z.maxLength(50)),
		yellowMs: duration,
		stripedMs: duration,
		pointOfOrderMs: duration,
		askToWait: z.boolean(),
		firstReplyMs: duration,
		furtherReplyMs: duration,
		repliesEach: z.int().check(z.gte(1), z.lte(10)),
		majority: z.enum(["simple", "twoThirds"]),
	})
	.check(z.refine(({ yellowMs, stripedMs }) => stripedMs <= yellowMs));

/** What holds where a conference has set nothing else. */
export const usualProcedure: ProcedureRules = {
	order: orderPresets.inscription,
	levels,
	rankedWithStates: [],
	yellowMs: 60_000,
	stripedMs: 30_000,
	pointOfOrderMs: 60_000,
	askToWait: false,
	firstReplyMs: 600_000,
	furtherReplyMs: 300_000,
	repliesEach: 2,
	majority: "simple",
};
