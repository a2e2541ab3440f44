import { inLanguage } from "../../../shared/conference/common.ts";
import type { ProgrammeStep } from "../../../shared/conference/selectors.ts";
import { programmeSteps } from "../../../shared/conference/selectors.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { ProgressPart } from "../../ui/ProgressLine.tsx";
import { ProgressLine } from "../../ui/ProgressLine.tsx";
import { MeetingTime } from "./MeetingTime.tsx";
import { SessionName } from "./SessionName.tsx";

/** Where the conference stands: opening, sessions, closing, with how far each has come. */
export function SessionProgress() {
	const { locale } = useSpeech();
	const steps = useSelect(programmeSteps, sameSteps);
	if (steps.length === 0) return null;
	const now = steps.find(({ status }) => status === "now");
	const parts = steps.map(
		(step): ProgressPart => ({
			id: step.meeting.id,
			title: inLanguage(step.meeting.title, locale),
			detail: <StepDetail step={step} />,
			state: step.status === "planned" ? "ahead" : step.status,
			share: shareOf(step),
		}),
	);
	return <ProgressLine parts={parts} current={now && <CurrentStep step={now} />} />;
}

function sameSteps(a: readonly ProgrammeStep[], b: readonly ProgrammeStep[]): boolean {
	return (
		a.length === b.length &&
		a.every((step, index) => {
			const other = b[index];
			return (
				step.meeting === other?.meeting &&
				step.statements === other.statements &&
				step.speakers === other.speakers
			);
		})
	);
}

/** Of a meeting with a list, how many have spoken; of another, how many of its segments have begun. */
function shareOf({ meeting, statements, speakers }: ProgrammeStep): number {
	if (meeting.kind === "plenary" && speakers > 0) return statements / speakers;
	if (meeting.segments.length === 0) return 0;
	return meeting.segments.filter(({ status }) => status !== "planned").length / meeting.segments.length;
}

function StepDetail({ step }: { step: ProgrammeStep }) {
	const { meeting, status, statements, speakers } = step;
	const isPlenary = meeting.kind === "plenary";
	if (status === "planned") return <MeetingTime meeting={meeting} />;
	if (status === "done")
		return isPlenary && statements > 0 ? (
			<Message id="audience.statements" values={{ count: statements }} />
		) : (
			<MeetingTime meeting={meeting} />
		);
	if (isPlenary && speakers > 0)
		return <Message id="audience.speakerOf" values={{ count: statements, total: speakers }} />;
	return <Message id="programme.inProgress" />;
}

function CurrentStep({ step }: { step: ProgrammeStep }) {
	const { meeting, statements, speakers } = step;
	const session = <SessionName meeting={meeting} />;
	if (meeting.kind !== "plenary" || speakers === 0) return session;
	return <Message id="audience.sessionLine" values={{ session, count: statements, total: speakers }} />;
}
