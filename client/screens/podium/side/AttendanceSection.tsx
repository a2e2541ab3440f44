import { useMemo } from "react";
import { seating } from "../../../../shared/conference/selectors.ts";
import { sameItems, usePresence, useSelect } from "../../../conference/hooks.ts";
import { alphabetOf, nameOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Names } from "../../../i18n/Name.tsx";
import { type HallSeat, Hemicycle } from "../../../ui/Hemicycle.tsx";

/** Absent delegations are named while they are few. */
const mostNamed = 8;

/** Who is in the room: a seat is filled while somebody of the delegation is connected. */
export function AttendanceSection() {
	const { t, locale } = useSpeech();
	const present = usePresence();
	const speaker = useSelect((state) => state.floor.statement?.delegationId);
	const delegations = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const seats = useMemo(
		() =>
			delegations.map(
				(each): HallSeat => ({
					id: each.id,
					name: nameOf(each, each.id, locale),
					lit: present.has(each.id),
					now: each.id === speaker ? "floor" : undefined,
				}),
			),
		[delegations, present, speaker, locale],
	);
	const count = seats.filter(({ lit }) => lit).length;
	const away = seats.filter(({ lit }) => !lit).map(({ name }) => name);
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="podium.attendance" />
				</h3>
				<span className="strong">
					<Message id="common.countOfPlain" values={{ count, total: seats.length }} />
				</span>
			</div>
			<Hemicycle
				ground="light"
				seats={seats}
				label={t("hall.summaryPresent", { count, total: seats.length })}
			/>
			{away.length > 0 && away.length <= mostNamed && (
				<p className="block-note">
					<Message id="podium.away" values={{ names: <Names names={away} /> }} />
				</p>
			)}
		</section>
	);
}
