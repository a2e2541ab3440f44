import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { type Channel, channels, identifier, text } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** Who writes to whom. What is written to the operator is read at the secretariat's desk too. */
export type Party =
	| { readonly kind: "delegation"; readonly delegationId: string }
	| { readonly kind: "chair" }
	| { readonly kind: "secretariat" }
	| { readonly kind: "operator" }
	/** The interpreters and captioners of a channel. */
	| { readonly kind: "booth"; readonly channel: Channel };

/** A short private message; seen by its two parties and nobody else (ME1). */
export interface Message {
	readonly id: string;
	readonly at: number;
	readonly from: Party;
	readonly to: Party;
	/** Null for a reminder, which has words of its own in every language. */
	readonly text: string | null;
	/** Who of a booth wrote it, as several work in one. */
	readonly by?: string;
}

export interface MessagesState {
	/** By id, in the order in which they were written. */
	readonly messages: Map<string, Message>;
}

const words = text(600, "secret");
const recipient = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("delegation"), delegationId: identifier }),
	z.strictObject({ kind: z.literal("chair") }),
	z.strictObject({ kind: z.literal("secretariat") }),
	z.strictObject({ kind: z.literal("operator") }),
	z.strictObject({ kind: z.literal("booth"), channel: z.enum(channels) }),
]);

/** Schemas of the commands, by type. */
export const messagesCommands = {
	writeAsDelegation: z.strictObject({
		type: z.literal("writeAsDelegation"),
		delegationId: identifier,
		to: z.enum(["chair", "secretariat", "operator"]),
		text: words,
	}),
	writeAsChair: z.strictObject({ type: z.literal("writeAsChair"), to: recipient, text: words }),
	writeAsSecretariat: z.strictObject({ type: z.literal("writeAsSecretariat"), to: recipient, text: words }),
	/** Also to one's own booth: what its members tell each other while one of them is on the air. */
	writeAsBooth: z.strictObject({
		type: z.literal("writeAsBooth"),
		channel: z.enum(channels),
		to: z.enum(["booth", "operator", "secretariat"]),
		text: words,
	}),
	writeAsOperator: z.strictObject({ type: z.literal("writeAsOperator"), to: recipient, text: words }),
	/** Tells a delegation that its turn comes soon. */
	remindDelegation: z.strictObject({ type: z.literal("remindDelegation"), delegationId: identifier }),
};
export type MessagesCommand = z.infer<(typeof messagesCommands)[keyof typeof messagesCommands]>;

export type MessagesEvent = EventOf<"MessageSent", { readonly message: Message }>;

/** Before the first event. */
export function emptyMessages(): MessagesState {
	return { messages: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyMessages(subject: MessagesState): MessagesState {
	return { messages: new Map(subject.messages) };
}

/** Decides a command by the rules ME. */
export function decideMessages(
	command: MessagesCommand,
	state: State,
	context: Context,
): Decision<MessagesEvent> {
	const office: Party = { kind: context.actor.role === "chair" ? "chair" : "secretariat" };
	switch (command.type) {
		case "writeAsDelegation": {
			const { delegationId, to, text } = command;
			return send({ kind: "delegation", delegationId }, { kind: to }, text, state, context);
		}
		case "writeAsChair":
			return send({ kind: "chair" }, command.to, command.text, state, context);
		case "writeAsSecretariat":
			return send({ kind: "secretariat" }, command.to, command.text, state, context);
		case "writeAsBooth": {
			const { channel, to, text } = command;
			const booth: Party = { kind: "booth", channel };
			return send(booth, to === "booth" ? booth : { kind: to }, text, state, context);
		}
		case "writeAsOperator":
			return send({ kind: "operator" }, command.to, command.text, state, context);
		case "remindDelegation": {
			const { delegationId } = command;
			return send(office, { kind: "delegation", delegationId }, null, state, context);
		}
	}
}

function send(
	from: Party,
	to: Party,
	text: string | null,
	state: State,
	context: Context,
): Decision<MessagesEvent> {
	for (const party of [from, to])
		if (party.kind === "delegation" && !state.delegations.delegations.has(party.delegationId))
			return refuse("unknownDelegation", { delegationId: party.delegationId });
	// ME3: those who share a booth talk to each other; every other party is of one mind.
	if (from.kind === to.kind && from.kind !== "booth") return refuse("messageToSelf");
	const message: Message = {
		id: context.newId,
		at: context.now,
		from,
		to,
		text,
		...(from.kind === "booth" ? { by: context.actor.id } : {}),
	};
	return accept({ type: "MessageSent", at: context.now, data: { message } });
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveMessages(subject: MessagesState, event: MessagesEvent): void {
	subject.messages.set(event.data.message.id, event.data.message);
}
