import { useState } from "react";
import type { Representative } from "../../../../shared/conference/delegations.ts";
import { sameItems, usePresence, useSelect } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { usePersonNames } from "../../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Gavel } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { type Act, ActDialog } from "../dialogs/ActDialog.tsx";
import type { Podium } from "../usePodium.ts";

/** The co-chairs of the meeting, who of them presides, and the way the gavel goes on (GV1 to GV4). */
export function GavelSection({ podium }: { podium: Podium }) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const [act, setAct] = useState<Act | null>(null);
	const nameOfPerson = usePersonNames();
	const present = usePresence();
	const { meeting, presides, seat } = podium;
	const holder = useSelect((state) => state.gavel.holder?.representativeId);
	const chairs = useSelect(
		(state) =>
			[...state.delegations.representatives.values()].filter(
				({ role, delegationId }) =>
					role === "chair" && delegationId !== null && (meeting?.coChairs.includes(delegationId) ?? false),
			),
		sameItems,
	);
	if (meeting === undefined || chairs.length === 0) return null;
	const sits = meeting.status === "open" || meeting.status === "suspended";
	const mayTake = sits && holder === undefined && chairs.some(({ id }) => id === seat.representativeId);
	const hand = (to: Representative) => () =>
		setAct({
			command: { type: "handGavel", to: to.id },
			title: <Message id="podium.handGavel" />,
			detail: (
				<Message
					id="podium.handGavelDetail"
					values={{ person: <bdi>{nameOfPerson(to.id)?.name ?? t("podium.coChair")}</bdi> }}
				/>
			),
			submit: <Message id="podium.handGavel" />,
			done: t("podium.gavelHanded"),
		});
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
							<Tag tone="brass" icon={Gavel}>
								<Message id="podium.hasGavel" />
							</Tag>
						) : presides ? (
							<Button small onClick={hand(chair)}>
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
			{mayTake && (
				<Button
					wide
					icon={Gavel}
					aria-busy={busy ? true : undefined}
					onClick={() =>
						void run(
							{ type: "takeGavel", representativeId: seat.representativeId },
							{ done: t("podium.gavelTaken") },
						)
					}
				>
					<Message id="podium.takeGavel" />
				</Button>
			)}
			{act !== null && <ActDialog act={act} onClose={() => setAct(null)} />}
		</section>
	);
}
