import type { ConferenceDefinition } from "../../shared/conference/definition.ts";
import type { OrderCriterion, ProcedureRules } from "../../shared/conference/procedure.ts";
import { orderPresets, usualProcedure } from "../../shared/conference/procedure.ts";

type ProcedureDefinition = NonNullable<ConferenceDefinition["procedure"]>;

/** The rules of procedure that an organiser's file sets, the usual ones for what it leaves out. */
export function procedureOf(definition: ProcedureDefinition): ProcedureRules {
	const usual = usualProcedure;
	return {
		order: orderOf(definition.order),
		levels: definition.levels ?? usual.levels,
		rankedWithStates: definition.rankedWithStates ?? usual.rankedWithStates,
		yellowMs: ms(definition.yellowSeconds) ?? usual.yellowMs,
		stripedMs: ms(definition.stripedSeconds) ?? usual.stripedMs,
		pointOfOrderMs: ms(definition.pointOfOrderSeconds) ?? usual.pointOfOrderMs,
		askToWait: definition.askToWait ?? usual.askToWait,
		firstReplyMs: ms(definition.firstReplySeconds) ?? usual.firstReplyMs,
		furtherReplyMs: ms(definition.furtherReplySeconds) ?? usual.furtherReplyMs,
		repliesEach: definition.repliesEach ?? usual.repliesEach,
		majority: definition.majority ?? usual.majority,
	};
}

function orderOf(order: ProcedureDefinition["order"]): readonly OrderCriterion[] {
	if (order === undefined) return usualProcedure.order;
	return typeof order === "string" ? orderPresets[order] : order;
}

function ms(seconds: number | undefined): number | undefined {
	return seconds === undefined ? undefined : seconds * 1000;
}
