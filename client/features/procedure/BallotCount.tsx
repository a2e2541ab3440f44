import type { Ballot, BallotResult } from "../../../shared/conference/motions.ts";
import { votes } from "../../../shared/conference/motions.ts";
import { Message } from "../../i18n/intl.tsx";
import { voteWords } from "./motionWords.ts";

/** How many delegations voted in which way: as counted so far by whoever may count, or as declared. */
export function BallotCount({ ballot }: { ballot: Ballot }) {
	const counted = ballot.result ?? countOf(ballot);
	return (
		<dl className="ballot-count">
			{votes.map((vote) => (
				<div key={vote}>
					<dt>
						<Message id={voteWords[vote]} />
					</dt>
					<dd>{counted[vote]}</dd>
				</div>
			))}
		</dl>
	);
}

function countOf({ votes: cast }: Ballot): Omit<BallotResult, "adopted" | "at"> {
	const count = { yes: 0, no: 0, abstain: 0, notParticipating: 0 };
	for (const vote of cast.values()) count[vote] += 1;
	return count;
}
