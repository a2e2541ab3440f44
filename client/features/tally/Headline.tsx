import type { ReactNode } from "react";
import { figurePath } from "../../../shared/conference/figures.ts";
import type { State } from "../../../shared/conference/state.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { useIsChanged } from "../useIsChanged.ts";

/** Peacekeeping conferences say so in their title; the sentence then says who has asked. */
function scopeOf(state: State): "peacekeeping" | "other" {
	return /peacekeeping/i.test(state.profile.title.en) ? "peacekeeping" : "other";
}

const em = (parts: ReactNode[]) => <em>{parts}</em>;

/**
 * The result as one sentence, its figure set large: units where units were asked for, else pledges. The
 * figure is read as the beginning of the heading, although it stands beside it. It opens the pledges that it counts.
 */
export function Headline() {
	const { number } = useSpeech();
	const { conferenceId } = useConference();
	const { units, pledges, delegations } = useSelect(tally);
	const scope = useSelect(scopeOf);
	const hasNeeds = units.required > 0;
	const figure = hasNeeds ? units.counted : pledges;
	const isChanged = useIsChanged(String(figure));
	return (
		<div className="headline">
			<bdi
				className={classes("headline-figure", isChanged && "figure-ticks")}
				aria-hidden="true"
				key={figure}
			>
				{number(figure)}
			</bdi>
			<h1>
				<a href={figurePath(conferenceId, { kind: hasNeeds ? "filling" : "all" })}>
					<span className="visually-hidden">{number(figure)} </span>
					{hasNeeds ? (
						<Message
							id="audience.headline"
							values={{ scope, count: units.counted, needed: units.required, missing: units.open, em }}
						/>
					) : (
						<>
							<Message id="audience.headlinePledges" values={{ count: pledges }} />
							{pledges > 0 && (
								<>
									{" "}
									<em>
										<Message id="audience.headlineDelegations" values={{ count: delegations }} />
									</em>
								</>
							)}
						</>
					)}
				</a>
			</h1>
		</div>
	);
}
