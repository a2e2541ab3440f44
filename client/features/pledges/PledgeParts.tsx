import type { ReactNode } from "react";
import type { Part, Pledge } from "../../../shared/conference/pledge.ts";
import { Message } from "../../i18n/intl.tsx";
import { DelegationName } from "../delegations/DelegationName.tsx";

/** The parts of a joint pledge with where each stands; a missing one stays visible (PL12). */
export function PledgeParts({
	pledge,
	acts,
}: {
	pledge: Pledge;
	/** What can be done about a part here, if anything. */
	acts?: ((part: Part) => ReactNode) | undefined;
}) {
	return (
		<ul className="pledge-parts">
			{pledge.parts.map((part) => {
				const holder = part.heldBy ?? part.delegationId;
				return (
					<li key={part.id} data-status={part.status}>
						<span className="part-who">
							{holder === null ? <Message id="partstatus.sought" /> : <DelegationName id={holder} />}
						</span>
						<span className="part-what">
							<span className="label">
								<Message id={`partrole.${part.role}`} />
							</span>{" "}
							<span dir="auto">{part.text}</span>
						</span>
						<span className="part-status">
							<Message id={`partstatus.${part.status}`} />
						</span>
						{acts?.(part)}
					</li>
				);
			})}
		</ul>
	);
}
