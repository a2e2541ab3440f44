import type { ReactNode } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Pledge } from "../../../../shared/conference/pledge.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { sessionNumber } from "../../../features/programme/awaited.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Stepper } from "../../../ui/Stepper.tsx";
import { HostTime } from "../parts/HostTime.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

const reached = {
	draft: -1,
	submitted: 0,
	query: 0,
	cleared: 0,
	announced: 1,
	confirmed: 2,
	cued: 0,
	withdrawn: -1,
	rejected: -1,
	merged: -1,
} as const;

/** Submitted, announced, confirmed: when each was done, and what is due next. */
export function PledgeStepper({ row }: { row: PledgeRow }) {
	const { pledge, step } = row;
	/* A withdrawn pledge has come as far as it had; nothing is due any more. */
	const place =
		reached[step] < 0
			? pledge.confirmedAt !== null
				? 2
				: pledge.announcedAt !== null
					? 1
					: 0
			: reached[step];
	const stateOf = (index: number) => {
		if (index > place) return "ahead" as const;
		return index === place && index < 2 && reached[step] >= 0 ? ("now" as const) : ("done" as const);
	};
	return (
		<Stepper
			steps={[
				{
					id: "submitted",
					title: <Message id="pledge.submitted" />,
					state: stateOf(0),
					details: submission(pledge),
				},
				{
					id: "announced",
					title: <Message id="pledge.announced" />,
					state: stateOf(1),
					details: announcement(pledge),
				},
				{
					id: "confirmed",
					title: <Message id="pledge.confirmed" />,
					state: stateOf(2),
					details: confirmation(pledge),
				},
			]}
		/>
	);
}

function submission(pledge: Pledge): ReactNode[] {
	return [
		...(pledge.submittedAt === null ? [] : [<HostTime key="at" at={pledge.submittedAt} full />]),
		...(pledge.acceptedAt === null
			? []
			: [
					<Message
						key="cleared"
						id="desk.clearedAt"
						values={{ time: <HostTime at={pledge.acceptedAt} full /> }}
					/>,
				]),
	];
}

const ways = { floor: "desk.fromTheFloor", desk: "desk.forDelegation", writing: "desk.inWriting" } as const;

function announcement(pledge: Pledge): ReactNode[] {
	if (pledge.announcedAt === null) return [];
	return [
		<Message
			key="at"
			id={ways[pledge.announcement ?? "floor"]}
			values={{ time: <HostTime at={pledge.announcedAt} full /> }}
		/>,
		...(pledge.meetingId === null ? [] : [<Session key="session" id={pledge.meetingId} />]),
	];
}

function confirmation(pledge: Pledge): ReactNode[] {
	if (pledge.confirmedAt !== null) return [<HostTime key="at" at={pledge.confirmedAt} full />];
	return pledge.state === "announced" ? [<Message key="due" id="desk.noteDue" />] : [];
}

function Session({ id }: { id: string }) {
	const { locale } = useSpeech();
	const meeting = useSelect((state) => state.programme.meetings.get(id));
	const number = useSelect((state) => (meeting === undefined ? null : sessionNumber(state, meeting)));
	if (meeting === undefined) return null;
	if (number === null) return <bdi>{inLanguage(meeting.shortTitle, locale)}</bdi>;
	return <Message id="desk.sessionNumber" values={{ number }} />;
}
