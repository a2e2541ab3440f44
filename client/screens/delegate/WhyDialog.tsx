import { listOf } from "../../../shared/conference/selectors.ts";
import { useSelect } from "../../conference/hooks.ts";
import { PlacementWords } from "../../features/speakersList/PlacementWords.tsx";
import { Message } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** Why the delegation stands where it stands, in words (SL12). */
export function WhyDialog({
	segmentId,
	entryId,
	onClose,
}: {
	segmentId: string;
	entryId: string;
	onClose: () => void;
}) {
	const index = useSelect((state) => listOf(state, segmentId).order.indexOf(entryId));
	const sequence = useSelect((state) => state.profile.procedure.order);
	return (
		<Dialog
			title={<Message id="delegate.why" values={{ position: index + 1 }} />}
			onClose={onClose}
			actions={
				<Button variant="primary" onClick={onClose}>
					<Message id="common.close" />
				</Button>
			}
		>
			{index < 0 ? (
				<p>
					<Message id="delegate.noLongerWaiting" />
				</p>
			) : (
				<p className="why-reason">
					<PlacementWords segmentId={segmentId} entryId={entryId} />
				</p>
			)}
			<p className="dim small">
				<Message id="delegate.whySequence" />
			</p>
			<ol className="why-sequence">
				{sequence.map((criterion) => (
					<li key={criterion}>
						<Message id={criterionWords[criterion]} />
					</li>
				))}
			</ol>
		</Dialog>
	);
}

const criterionWords = {
	slot: "delegate.orderSlot",
	category: "delegate.orderCategory",
	group: "delegate.orderGroup",
	level: "delegate.orderLevel",
	draw: "delegate.orderDraw",
	time: "delegate.orderTime",
} as const;
