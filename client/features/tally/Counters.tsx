import type { ReactNode } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { useMainInitiative } from "../initiatives/useMainInitiative.ts";

/** Four figures that are never added up, because one delegation is in several of them. */
export function Counters() {
	const { locale } = useSpeech();
	const { pledges, delegations, participants, needs, needsClosed } = useSelect(tally);
	const initiative = useMainInitiative();
	return (
		<ul className="counters">
			<Counter figure={pledges}>
				<Message id="audience.pledgesAnnounced" values={{ count: pledges }} />
			</Counter>
			<Counter figure={delegations}>
				<Message id="audience.delegationsPledging" values={{ count: delegations, total: participants }} />
			</Counter>
			{initiative !== undefined && (
				<Counter figure={initiative.supporters.size}>
					<Message
						id="audience.supportInitiative"
						values={{
							count: initiative.supporters.size,
							initiative: <bdi>{inLanguage(initiative.shortTitle, locale)}</bdi>,
						}}
					/>
				</Counter>
			)}
			{needs.length > 0 && (
				<Counter figure={needsClosed} isMinor>
					<Message id="audience.gapsClosed" values={{ count: needsClosed, total: needs.length }} />
				</Counter>
			)}
		</ul>
	);
}

/** `isMinor` is left out where there is room for three. */
function Counter({
	figure,
	isMinor = false,
	children,
}: {
	figure: number;
	isMinor?: boolean;
	children: ReactNode;
}) {
	const { number } = useSpeech();
	return (
		<li className={classes("counter", isMinor && "counter-minor")}>
			<b>
				<bdi>{number(figure)}</bdi>
			</b>
			<span>{children}</span>
		</li>
	);
}
