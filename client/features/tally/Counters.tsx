import type { ReactNode } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import { figurePath } from "../../../shared/conference/figures.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { useMainInitiative } from "../initiatives/useMainInitiative.ts";

/**
 * Four figures that are never added up, because one delegation is in several of them.
 *
 * @param page where the board and the Initiative stand; this page unless another is named.
 */
export function Counters({ page = "" }: { page?: string | undefined }) {
	const { locale } = useSpeech();
	const { conferenceId } = useConference();
	const all = figurePath(conferenceId, { kind: "all" });
	const { pledges, delegations, participants, needs, needsClosed } = useSelect(tally);
	const initiative = useMainInitiative();
	return (
		<ul className="counters">
			<Counter figure={pledges} href={all}>
				<Message id="audience.pledgesAnnounced" values={{ count: pledges }} />
			</Counter>
			<Counter figure={delegations} href={all}>
				<Message id="audience.delegationsPledging" values={{ count: delegations, total: participants }} />
			</Counter>
			{initiative !== undefined && (
				<Counter figure={initiative.supporters.size} href={`${page}#initiatives`}>
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
				<Counter figure={needsClosed} href={`${page}#board`} isMinor>
					<Message id="audience.gapsClosed" values={{ count: needsClosed, total: needs.length }} />
				</Counter>
			)}
		</ul>
	);
}

/** `isMinor` is left out where there is room for three. */
function Counter({
	figure,
	href,
	isMinor = false,
	children,
}: {
	figure: number;
	/** Of what it counts. */
	href: string;
	isMinor?: boolean;
	children: ReactNode;
}) {
	const { number } = useSpeech();
	return (
		<li className={classes("counter", isMinor && "counter-minor")}>
			<b>
				<bdi>{number(figure)}</bdi>
			</b>
			<a href={href}>{children}</a>
		</li>
	);
}
