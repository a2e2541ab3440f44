import { usePresence } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { usePersonNames } from "../../../features/speakersList/person.ts";
import { Message } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Gavel as GavelIcon } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import type { Gavel } from "../useGavel.tsx";

/** The co-chairs of the meeting, who of them presides, and the way the gavel goes on (GV1 to GV6). */
export function GavelSection({ gavel }: { gavel: Gavel }) {
	const nameOfPerson = usePersonNames();
	const present = usePresence();
	const { chairs, holder, take, hand, away, takeOver } = gavel;
	if (chairs.length === 0) return null;
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="podium.coChairs" />
				</h3>
			</div>
			<ul className="chairs">
				{chairs.map((chair) => (
					<li key={chair.id}>
						<DelegationName id={chair.delegationId ?? ""} />
						{chair.id === holder ? (
							<Tag tone="brass" icon={GavelIcon}>
								<Message id="podium.hasGavel" />
							</Tag>
						) : hand !== undefined ? (
							<Button small onClick={() => hand(chair)}>
								<Message id="podium.hand" />
							</Button>
						) : (
							<span className="dim small">
								<Message id={present.has(chair.delegationId ?? "") ? "podium.present" : "podium.notJoined"} />
							</span>
						)}
						<small>
							<bdi>{nameOfPerson(chair.id)?.name}</bdi>
						</small>
					</li>
				))}
			</ul>
			{away !== undefined && <Away away={away} />}
			{takeOver !== undefined && (
				<Button wide icon={GavelIcon} shortcut="G" onClick={takeOver}>
					<Message id="podium.takeOverGavel" />
				</Button>
			)}
			{take !== undefined && (
				<Button wide icon={GavelIcon} shortcut="G" onClick={take}>
					<Message id="podium.takeGavel" />
				</Button>
			)}
		</section>
	);
}

/** The holder is out of reach; counted for the eye, said aloud once. */
function Away({ away }: { away: NonNullable<Gavel["away"]> }) {
	const { delegationId, seconds, leftSeconds } = away;
	const delegation = (
		<b className="inline-name">
			<DelegationName id={delegationId} />
		</b>
	);
	return (
		<p className="gavel-away" aria-live="off">
			<Message
				id={leftSeconds > 0 ? "podium.holderAway" : "podium.holderGone"}
				values={{ delegation, seconds, left: leftSeconds }}
			/>
		</p>
	);
}
