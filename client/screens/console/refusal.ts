import { useCallback } from "react";
import { inLanguage, type Localized } from "../../../shared/conference/common.ts";
import type { Rejection, RejectionCode } from "../../../shared/conference/rejection.ts";
import { rejectionCodes } from "../../../shared/conference/rejection.ts";
import type { State } from "../../../shared/conference/state.ts";
import { useConference } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { duration } from "../../i18n/time.ts";

/** A refusal as it comes over the wire: a newer server may know codes that this page does not. */
export interface Refused {
	readonly code: string;
	readonly params: Rejection["params"];
}

/** The words of a refusal: what happened, whether it counted, what to do. Ids in it become names. */
export function useRefusalWords(): (refused: Refused) => string {
	const client = useConference();
	const { t, locale } = useSpeech();
	return useCallback(
		({ code, params }) => {
			const names = namesOf(params, client.state(), client.directory.get(), locale);
			return t(messageOf(code), { ...params, ...names });
		},
		[client, t, locale],
	);
}

function messageOf(code: string): MessageId {
	return isCode(code) ? `refusal.${code}` : "refusal.unknown";
}

function isCode(code: string): code is RejectionCode {
	return (rejectionCodes as readonly string[]).includes(code);
}

function namesOf(
	params: Rejection["params"],
	state: State,
	persons: ReadonlyMap<string, { readonly name: string }>,
	locale: string,
): Record<string, string> {
	const text = (value: Localized | undefined, id: string) =>
		value === undefined ? id : inLanguage(value, locale);
	const id = (key: string) => String(params[key] ?? "");
	const { delegationId, meetingId, representativeId } = {
		delegationId: id("delegationId"),
		meetingId: id("meetingId"),
		representativeId: id("representativeId"),
	};
	return {
		delegation: text(state.delegations.delegations.get(delegationId)?.name, delegationId),
		meeting: text(state.programme.meetings.get(meetingId)?.title, meetingId),
		duration: duration(Number(params.durationMs)),
		limit: duration(Number(params.limitMs)),
		person: persons.get(representativeId)?.name ?? representativeId,
	};
}
