import { useEffect, useRef, useState } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { ProjectedEvent } from "../../../shared/conference/decider.ts";
import { useConference, useEvents } from "../../conference/hooks.ts";
import type { Speech } from "../../i18n/intl.tsx";
import { useSpeech } from "../../i18n/intl.tsx";
import { nameOf } from "../delegations/delegation.ts";
import { announcedBy } from "./useFresh.ts";

const togetherMs = 1_000;

/** Says announcements aloud, politely; several within a second are said as a number. */
export function PledgeAnnouncer() {
	const client = useConference();
	const speech = useSpeech();
	const [said, say] = useState("");
	const waiting = useRef<string[]>([]);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);

	function sentence(event: ProjectedEvent, { t, locale }: Speech): string | undefined {
		const state = client.state();
		const nameOfId = (id: string) => nameOf(state.delegations.delegations.get(id), id, locale);
		if (event.type === "PledgeShown") {
			const { delegationId, title } = event.data.pledge;
			return t("audience.announcement", { delegation: nameOfId(delegationId), pledge: title });
		}
		if (event.type !== "SupportDeclared") return undefined;
		const { initiativeId, delegationId } = event.data;
		const initiative = state.initiatives.initiatives.get(initiativeId);
		return t("audience.supportAnnouncement", {
			delegation: nameOfId(delegationId),
			initiative: initiative === undefined ? initiativeId : inLanguage(initiative.shortTitle, locale),
		});
	}

	useEvents((events, live) => {
		if (!live) return;
		const sentences = events.flatMap((event) =>
			announcedBy(event) === undefined ? [] : (sentence(event, speech) ?? []),
		);
		if (sentences.length === 0) return;
		waiting.current.push(...sentences);
		clearTimeout(timer.current);
		timer.current = setTimeout(() => {
			const [only, ...others] = waiting.current;
			const count = waiting.current.length;
			waiting.current = [];
			say(others.length === 0 ? (only ?? "") : speech.t("audience.newAnnouncements", { count }));
		}, togetherMs);
	});
	return (
		<p className="visually-hidden" aria-live="polite">
			{said}
		</p>
	);
}
