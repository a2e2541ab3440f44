import type { Ballot } from "../../../shared/conference/motions.ts";
import { votes } from "../../../shared/conference/motions.ts";
import { useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { voteWords } from "../../features/procedure/motionWords.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Names } from "../../i18n/Name.tsx";

/** Who voted in which way: in a roll call everybody hears each vote. */
export function RollCall({ ballot }: { ballot: Ballot }) {
	const { locale } = useSpeech();
	const delegations = useSelect((state) => state.delegations.delegations);
	const cast = [...ballot.votes];
	if (cast.length === 0) return null;
	return (
		<details className="roll-call">
			<summary>
				<Message id="delegate.votesCast" values={{ count: cast.length }} />
			</summary>
			<dl>
				{votes.map((vote) => {
					const names = cast
						.filter(([, each]) => each === vote)
						.map(([id]) => nameOf(delegations.get(id), id, locale));
					if (names.length === 0) return null;
					return (
						<div key={vote}>
							<dt>
								<Message id={voteWords[vote]} />
							</dt>
							<dd>
								<Names names={names} />
							</dd>
						</div>
					);
				})}
			</dl>
		</details>
	);
}
