import type { Part, Pledge } from "../../../shared/conference/pledge.ts";
import { Message } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { useCommand } from "../console/useCommand.ts";

/** A partner's answer for its own part; what a matching pledge completed is not answered for here (PL15). */
export function PartActs({
	pledge,
	part,
	delegationId,
}: {
	pledge: Pledge;
	part: Part;
	delegationId: string;
}) {
	const { run, busy } = useCommand();
	if (part.delegationId !== delegationId || part.matchedBy !== null) return null;
	const about = { pledgeId: pledge.id, partId: part.id, delegationId };
	const pending = busy ? true : undefined;
	return (
		<span className="part-acts">
			{part.status !== "declined" && (
				<Button
					variant="quiet"
					small
					className="quiet-dim"
					aria-busy={pending}
					onClick={() => void run({ type: "declinePart", ...about })}
				>
					<Message id="pledgebook.declinePart" />
				</Button>
			)}
			{part.status !== "confirmed" && (
				<Button
					variant="quiet"
					small
					aria-busy={pending}
					onClick={() => void run({ type: "confirmPart", ...about })}
				>
					<Message id="pledgebook.confirmPart" />
				</Button>
			)}
		</span>
	);
}
