import { useState } from "react";
import { listOf } from "../../../../../shared/conference/selectors.ts";
import { useSelect } from "../../../../conference/hooks.ts";
import { Message } from "../../../../i18n/intl.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { HostTime } from "../../parts/HostTime.tsx";

/** Lots drawn for a list, with the seed from which anybody can draw the same order again (SL14). */
export function DrawBlock({ segmentId, isOver }: { segmentId: string; isOver: boolean }) {
	const draw = useSelect((state) => listOf(state, segmentId).draw);
	const isInRules = useSelect((state) => state.profile.procedure.order.includes("draw"));
	const [isAsked, setAsked] = useState(false);
	if (!isInRules && draw === null) return null;
	return (
		<section className="block" aria-labelledby="draw">
			<div className="block-head">
				<h3 id="draw">
					<Message id="secretariat.draw" />
				</h3>
				{isInRules && !isOver && (
					<Button small onClick={() => setAsked(true)}>
						<Message id={draw === null ? "secretariat.drawLots" : "secretariat.drawAgain"} />
					</Button>
				)}
			</div>
			{draw === null ? (
				<p>
					<Message id="secretariat.drawNone" />
				</p>
			) : (
				<dl className="desk-facts">
					<dt>
						<Message id="secretariat.drawnAt" />
					</dt>
					<dd>
						<HostTime at={draw.at} full />
					</dd>
					<dt>
						<Message id="secretariat.seed" />
					</dt>
					<dd>
						<code dir="ltr">{draw.seed}</code>
						<small>
							<Message id="secretariat.seedNote" />
						</small>
					</dd>
				</dl>
			)}
			{isAsked && <DrawDialog segmentId={segmentId} onClose={() => setAsked(false)} />}
		</section>
	);
}

function DrawDialog({ segmentId, onClose }: { segmentId: string; onClose: () => void }) {
	const { run } = useCommand();
	const draw = async () => {
		/* The server fills in the seed, so that nobody can choose it. */
		const outcome = await run(
			{ type: "drawLots", segmentId, seed: "" },
			{ quiet: true, done: { title: <Message id="secretariat.drawnDone" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.drawLots" />}
			act={<Message id="secretariat.drawLots" />}
			startsAt="cancel"
			onAct={draw}
			onClose={onClose}
		>
			<p>
				<Message id="secretariat.drawNote" />
			</p>
		</ActDialog>
	);
}
