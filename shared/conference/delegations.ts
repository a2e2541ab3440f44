import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Channel, Level, Localized, Region, Right, Role } from "./common.ts";
import { channels, identifier, levels, localized, regions, rights, roles } from "./common.ts";
import type { DelegationKind } from "./definition.ts";
import { delegationKinds } from "./definition.ts";
import type { EventOf } from "./event.ts";
import { type InterpretationEvent, offAirOf } from "./interpretation.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { marked } from "./secrecy.ts";
import type { State } from "./state.ts";

/** The right to speak and to pledge is a delegation's; a representative exercises it (DR1). */
export interface Delegation {
	readonly id: string;
	readonly kind: DelegationKind;
	readonly flag: string | null;
	readonly monogram: string | null;
	readonly name: Localized;
	readonly formalName: Localized;
	/** Regional group, for the statistics; null for who is in none. */
	readonly region: Region | null;
	/** False where a rehearsal added the delegation to those that the record names. */
	readonly named: boolean;
}

/** A person by id only: name, title and contact stand in the directory beside the journal. */
export interface Representative {
	readonly id: string;
	readonly delegationId: string | null;
	readonly role: Role;
	readonly level: Level;
	readonly rights: readonly Right[];
	/** What an interpreter works into, or the language in which a captioner writes; null for everybody else. */
	readonly channel: Channel | null;
}

/** A representative as accredited; records older than booths name no channel. */
export type AccreditedRepresentative = Omit<Representative, "channel"> & {
	readonly channel?: Channel | null | undefined;
};

/** A delegation as it is imported; records older than regional groups name none. */
export type ImportedDelegation = Omit<Delegation, "region"> & { readonly region?: Region | null | undefined };

export interface DelegationsState {
	readonly delegations: Map<string, Delegation>;
	readonly representatives: Map<string, Representative>;
}

const delegation = z.strictObject({
	id: identifier,
	kind: z.enum(delegationKinds),
	flag: z.nullable(marked("open", z.string().check(z.regex(/^[a-z]{2}$/)))),
	monogram: z.nullable(marked("open", z.string().check(z.maxLength(6)))),
	name: localized(80, "open"),
	formalName: localized(120, "open"),
	region: z.optional(z.nullable(z.enum(regions))),
	named: z.boolean(),
});

const representative = z.strictObject({
	id: identifier,
	delegationId: z.nullable(identifier),
	role: z.enum(roles),
	level: z.enum(levels),
	rights: z.array(z.enum(rights)).check(z.maxLength(3)),
	channel: z.optional(z.nullable(z.enum(channels))),
});

/** Schemas of the commands, by type. */
export const delegationsCommands = {
	importDelegations: z.strictObject({
		type: z.literal("importDelegations"),
		delegations: z.array(delegation).check(z.minLength(1), z.maxLength(1000)),
	}),
	accreditRepresentatives: z.strictObject({
		type: z.literal("accreditRepresentatives"),
		representatives: z.array(representative).check(z.minLength(1), z.maxLength(20000)),
	}),
	changeAccreditation: z.strictObject({
		type: z.literal("changeAccreditation"),
		representativeId: identifier,
		level: z.enum(levels),
		rights: z.array(z.enum(rights)).check(z.maxLength(3)),
	}),
	withdrawAccreditation: z.strictObject({
		type: z.literal("withdrawAccreditation"),
		representativeId: identifier,
	}),
};
export type DelegationsCommand = z.infer<(typeof delegationsCommands)[keyof typeof delegationsCommands]>;

export type DelegationsEvent =
	| EventOf<"DelegationsImported", { readonly delegations: readonly ImportedDelegation[] }>
	| EventOf<"RepresentativesAccredited", { readonly representatives: readonly AccreditedRepresentative[] }>
	| EventOf<"AccreditationChanged", { readonly representative: AccreditedRepresentative }>
	| EventOf<"AccreditationWithdrawn", { readonly representativeId: string }>;

/** Before the first event. */
export function emptyDelegations(): DelegationsState {
	return { delegations: new Map(), representatives: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyDelegations(subject: DelegationsState): DelegationsState {
	return { delegations: new Map(subject.delegations), representatives: new Map(subject.representatives) };
}

/** Decides a command by the rules DR. */
export function decideDelegations(
	command: DelegationsCommand,
	state: State,
	context: Context,
): Decision<DelegationsEvent | InterpretationEvent> {
	const { delegations, representatives } = state.delegations;
	switch (command.type) {
		case "importDelegations":
			return accept({
				type: "DelegationsImported",
				at: context.now,
				data: { delegations: command.delegations },
			});
		case "accreditRepresentatives": {
			const seen = new Set<string>();
			for (const next of command.representatives) {
				if (representatives.has(next.id) || seen.has(next.id))
					return refuse("representativeExists", { representativeId: next.id });
				seen.add(next.id);
				if (next.delegationId !== null && !delegations.has(next.delegationId))
					return refuse("unknownDelegation", { delegationId: next.delegationId });
				// DR2: who speaks or pledges does so for a delegation, and a delegate without one has no seat.
				if (next.delegationId === null && (next.role === "delegate" || next.role === "chair"))
					return refuse("unknownDelegation", { delegationId: "" });
				if (!hasItsChannel(next)) return refuse("channelNeeded", { representativeId: next.id });
			}
			return accept({
				type: "RepresentativesAccredited",
				at: context.now,
				data: { representatives: command.representatives },
			});
		}
		case "changeAccreditation": {
			const present = representatives.get(command.representativeId);
			if (present === undefined)
				return refuse("unknownRepresentative", { representativeId: command.representativeId });
			const changed = { ...present, level: command.level, rights: command.rights };
			return accept({ type: "AccreditationChanged", at: context.now, data: { representative: changed } });
		}
		case "withdrawAccreditation": {
			const { representativeId } = command;
			if (!representatives.has(representativeId))
				return refuse("unknownRepresentative", { representativeId });
			// DR4: the gavel must first be in other hands, or nobody could preside.
			if (state.gavel.holder?.representativeId === representativeId) return refuse("alreadyHoldsGavel");
			return accept<DelegationsEvent | InterpretationEvent>(
				...offAirOf(state, representativeId, context.now),
				{
					type: "AccreditationWithdrawn",
					at: context.now,
					data: { representativeId },
				},
			);
		}
	}
}

/** IP1: an interpreter has a channel, a captioner a language, and nobody else has either. */
export function hasItsChannel({
	role,
	channel,
}: Pick<AccreditedRepresentative, "role" | "channel">): boolean {
	if (role === "interpreter") return channel != null;
	if (role === "captioner") return channel != null && channel !== "sign";
	return channel == null;
}

/** Changes a subject that the caller owns (see `Fork`). */
export function evolveDelegations(subject: DelegationsState, event: DelegationsEvent): void {
	switch (event.type) {
		case "DelegationsImported":
			for (const next of event.data.delegations)
				subject.delegations.set(next.id, { ...next, region: next.region ?? null });
			return;
		case "RepresentativesAccredited":
			for (const next of event.data.representatives)
				subject.representatives.set(next.id, { ...next, channel: next.channel ?? null });
			return;
		case "AccreditationChanged": {
			const { representative } = event.data;
			subject.representatives.set(representative.id, {
				...representative,
				channel: representative.channel ?? null,
			});
			return;
		}
		case "AccreditationWithdrawn":
			subject.representatives.delete(event.data.representativeId);
			return;
	}
}

/**
 * Who may speak for a delegation (DR3): a representative of that delegation with the right to speak.
 * Gives the refusal, or nothing when the person may.
 */
export function speakerRefusal(state: State, delegationId: string, speakerId: string | null) {
	if (speakerId === null) return undefined;
	const speaker = state.delegations.representatives.get(speakerId);
	// VI8: whether somebody else's representative exists is not told apart.
	if (speaker?.delegationId !== delegationId)
		return refuse("notOfDelegation", { representativeId: speakerId });
	if (!speaker.rights.includes("speak")) return refuse("cannotSpeak", { representativeId: speakerId });
	return undefined;
}
