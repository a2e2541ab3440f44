import type { Pledge } from "../../../shared/conference/pledge.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { Message } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { useCommand } from "../console/useCommand.ts";

/** The parts of a joint pledge with where each stands; a missing one stays visible (PL12). */
export function PledgeParts({
	pledge,
	delegationId,
	mayPledge,
}: {
	pledge: Pledge;
	/** Whose part can be answered for here; who leads answers for none by pressing. */
	delegationId: string | null;
	mayPledge: boolean;
}) {
	const { run, busy } = useCommand();
	return (
		<ul className="pledge-parts">
			{pledge.parts.map((part) => {
				const holder = part.heldBy ?? part.delegationId;
				const isMine = mayPledge && delegationId !== null && part.delegationId === delegationId;
				const about = { pledgeId: pledge.id, partId: part.id, delegationId: delegationId ?? "" };
				return (
					<li key={part.id} data-status={part.status}>
						<span className="part-who">
							{holder === null ? <Message id="pledgebook.sought" /> : <DelegationName id={holder} />}
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
						{isMine && part.matchedBy === null && (
							<span className="part-acts">
								{part.status !== "declined" && (
									<Button
										variant="quiet"
										small
										className="quiet-dim"
										aria-busy={busy ? true : undefined}
										onClick={() => void run({ type: "declinePart", ...about })}
									>
										<Message id="pledgebook.declinePart" />
									</Button>
								)}
								{part.status !== "confirmed" && (
									<Button
										variant="quiet"
										small
										aria-busy={busy ? true : undefined}
										onClick={() => void run({ type: "confirmPart", ...about })}
									>
										<Message id="pledgebook.confirmPart" />
									</Button>
								)}
							</span>
						)}
					</li>
				);
			})}
		</ul>
	);
}
