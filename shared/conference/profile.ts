import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Language, Localized } from "./common.ts";
import { identifier, languages, localized } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { ProcedureRules } from "./procedure.ts";
import { procedureRules, usualProcedure } from "./procedure.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { marked } from "./secrecy.ts";
import type { State } from "./state.ts";

/** What a conference is, and how fast its clock runs. */
export interface ProfileState {
	readonly id: string;
	readonly title: Localized;
	/** Delegation that hosts. */
	readonly host: string;
	/** Delegations that co-organise and preside. */
	readonly coChairs: readonly string[];
	readonly city: Localized;
	/** IANA time zone of the host city; all times on screen are the host's. */
	readonly timeZone: string;
	readonly languages: readonly Language[];
	/** True where delegations are simulated; then "Rehearsal data" stands on every screen. */
	readonly rehearsal: boolean;
	readonly clock: ClockSetting;
	readonly categories: readonly Category[];
	readonly priorities: readonly { readonly id: string; readonly name: Localized }[];
	readonly procedure: ProcedureRules;
}

/** What pledges are about, with a finer division where the conference has one. */
export interface Category {
	readonly id: string;
	readonly name: Localized;
	readonly subcategories?: readonly { readonly id: string; readonly name: Localized }[] | undefined;
}

/** Conference time = `conferenceAt` + (journal time - `journalAt`) * `rate`; all in ms. */
export interface ClockSetting {
	readonly rate: number;
	readonly journalAt: number;
	readonly conferenceAt: number;
}

const realTime: ClockSetting = { rate: 1, journalAt: 0, conferenceAt: 0 };

/** Reads the conference's clock off the journal's real time (TM1). */
export function conferenceTime(clock: ClockSetting, journalNow: number): number {
	return Math.round(clock.conferenceAt + (journalNow - clock.journalAt) * clock.rate);
}

const named = z.strictObject({ id: identifier, name: localized(120, "open") });

/** Schemas of the commands, by type. */
export const profileCommands = {
	/** Gives an empty journal its conference; once only. The rest of the definition follows in the same command. */
	defineConference: z.strictObject({
		type: z.literal("defineConference"),
		profile: z.strictObject({
			id: identifier,
			title: localized(160, "open"),
			host: identifier,
			coChairs: z.array(identifier),
			city: localized(80, "open"),
			timeZone: marked("open", z.string()),
			languages: z.array(z.enum(languages)),
			rehearsal: z.boolean(),
			categories: z.array(z.extend(named, { subcategories: z.optional(z.array(named)) })),
			priorities: z.array(named),
			/** The usual ones where absent. */
			procedure: z.optional(procedureRules),
		}),
	}),
	/** Sets the rules of procedure for what is still to come; lists that wait are ordered anew. */
	setProcedure: z.strictObject({ type: z.literal("setProcedure"), procedure: procedureRules }),
	/** Lets a rehearsal's clock run faster, 1 to 60 times. */
	setClockRate: z.strictObject({
		type: z.literal("setClockRate"),
		rate: z.number().check(z.gte(1), z.lte(60)),
		/** The journal's real time in ms; filled in by the server, so that the domain needs no clock. */
		journalAt: z.number(),
	}),
};
export type ProfileCommand = z.infer<(typeof profileCommands)[keyof typeof profileCommands]>;

export type ProfileEvent =
	| EventOf<
			"ConferenceDefined",
			{
				readonly profile: Omit<ProfileState, "clock" | "procedure"> & {
					/** Absent in records older than rules of procedure of a conference's own. */
					readonly procedure?: ProcedureRules | undefined;
				};
			}
	  >
	| EventOf<"ProcedureSet", { readonly procedure: ProcedureRules }>
	| EventOf<"ClockRateSet", { readonly clock: ClockSetting }>;

/** Before the first event. */
export function emptyProfile(): ProfileState {
	return {
		id: "",
		title: { en: "" },
		host: "",
		coChairs: [],
		city: { en: "" },
		timeZone: "UTC",
		languages: ["en"],
		rehearsal: false,
		clock: realTime,
		categories: [],
		priorities: [],
		procedure: usualProcedure,
	};
}

/** Decides a command by the rules CO. */
export function decideProfile(
	command: ProfileCommand,
	state: State,
	context: Context,
): Decision<ProfileEvent> {
	switch (command.type) {
		case "defineConference":
			if (state.profile.id !== "") return refuse("alreadyDefined");
			return accept({ type: "ConferenceDefined", at: context.now, data: { profile: command.profile } });
		case "setProcedure": {
			const { procedure } = command;
			const stranger = procedure.rankedWithStates.find((id) => !state.delegations.delegations.has(id));
			if (stranger !== undefined) return refuse("unknownDelegation", { delegationId: stranger });
			return accept({ type: "ProcedureSet", at: context.now, data: { procedure } });
		}
		case "setClockRate":
			if (!state.profile.rehearsal) return refuse("rehearsalOnly");
			return accept({
				type: "ClockRateSet",
				at: context.now,
				data: { clock: { rate: command.rate, journalAt: command.journalAt, conferenceAt: context.now } },
			});
	}
}

/** Folds one event in, into a new value. */
export function evolveProfile(profile: ProfileState, event: ProfileEvent): ProfileState {
	switch (event.type) {
		case "ConferenceDefined":
			return {
				...event.data.profile,
				procedure: event.data.profile.procedure ?? usualProcedure,
				clock: profile.clock,
			};
		case "ProcedureSet":
			return { ...profile, procedure: event.data.procedure };
		case "ClockRateSet":
			return { ...profile, clock: event.data.clock };
	}
}
