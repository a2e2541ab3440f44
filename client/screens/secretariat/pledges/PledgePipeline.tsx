import { Message } from "../../../i18n/intl.tsx";
import type { MessageId } from "../../../i18n/loadMessages.ts";
import type { StepCounts } from "./pledgeRows.ts";

type Step = keyof StepCounts;

const figures: readonly { readonly step: Step; readonly look: string; readonly label: MessageId }[] = [
	{ step: "all", look: "all", label: "desk.allPledges" },
	{ step: "submitted", look: "submitted", label: "desk.submittedToClear" },
	{ step: "announced", look: "announced", label: "desk.announcedToConfirm" },
	{ step: "confirmed", look: "confirmed", label: "desk.confirmedInWriting" },
	{ step: "query", look: "queries", label: "desk.queries" },
];

/** How many pledges wait at each step of the desk's work; each figure shows its own pledges. */
export function PledgePipeline({
	counts,
	step,
	onStep,
}: {
	counts: StepCounts;
	step: Step;
	onStep: (step: Step) => void;
}) {
	return (
		<div className="pipeline">
			{figures.map((figure) => (
				<button
					key={figure.step}
					type="button"
					className={`pipeline-${figure.look}`}
					aria-pressed={step === figure.step}
					onClick={() => onStep(figure.step)}
				>
					<b>
						<bdi>{counts[figure.step]}</bdi>
					</b>
					<Message id={figure.label} />
				</button>
			))}
		</div>
	);
}
