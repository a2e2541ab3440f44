import { inLanguage } from "../../../shared/conference/common.ts";
import { delegationPath, pledgePath } from "../../../shared/conference/figures.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { classes } from "../../ui/classes.ts";
import { Flag } from "../../ui/Flag.tsx";
import { emblemOf, languageOf, nameOf } from "../delegations/delegation.ts";
import type { FeedItem } from "./feed.ts";

/** One announcement: who, when, what was promised, and what it does to the tally. */
export function FeedEntry({
	item,
	isNew,
	target,
}: {
	item: FeedItem;
	isNew: boolean;
	/** Of its links. */
	target: "_blank" | undefined;
}) {
	const { locale } = useSpeech();
	const { conferenceId } = useConference();
	const delegation = useSelect((state) => state.delegations.delegations.get(item.delegationId));
	return (
		<li className={classes("feed-entry", isNew && "feed-entry-new")}>
			<Flag {...emblemOf(delegation)} width={36} />
			<bdi className="feed-delegation" lang={delegation && languageOf(delegation.name, locale)}>
				<a href={delegationPath(conferenceId, item.delegationId)} target={target}>
					{nameOf(delegation, item.delegationId, locale)}
				</a>
			</bdi>
			<When item={item} isNew={isNew} />
			<What item={item} target={target} />
			<Effect item={item} />
		</li>
	);
}

function When({ item, isNew }: { item: FeedItem; isNew: boolean }) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	if (isNew && item.kind !== "withdrawal")
		return (
			<span className="feed-now">
				<Message id={item.kind === "support" ? "audience.supportDeclared" : "audience.pledgeAnnounced"} />
			</span>
		);
	return (
		<time dateTime={new Date(item.at).toISOString()}>
			<bdi>{clockTime(item.at, timeZone)}</bdi>
		</time>
	);
}

function What({ item, target }: { item: FeedItem; target: "_blank" | undefined }) {
	const { locale } = useSpeech();
	const { conferenceId } = useConference();
	if (item.kind === "support")
		return (
			<p>
				<Message
					id="audience.declaresSupport"
					values={{ initiative: <bdi>{inLanguage(item.initiative.shortTitle, locale)}</bdi> }}
				/>
			</p>
		);
	const { title, state, number } = item.pledge;
	// A pledge stands in the language in which the delegation made it, whatever the page's.
	const name = <bdi>{title}</bdi>;
	const words =
		number === null ? (
			name
		) : (
			<a href={pledgePath(conferenceId, number)} target={target}>
				{name}
			</a>
		);
	return <p>{item.kind === "pledge" && state === "withdrawn" ? <s>{words}</s> : words}</p>;
}

function Effect({ item }: { item: FeedItem }) {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	switch (item.kind) {
		case "support":
			return (
				<span className="feed-effect">
					<span>
						<Message
							id="audience.supportEffect"
							values={{
								initiative: <bdi>{inLanguage(item.initiative.shortTitle, locale)}</bdi>,
								count: item.count,
							}}
						/>
					</span>
				</span>
			);
		case "withdrawal":
			return (
				<span className="feed-effect feed-withdrawn">
					<Message id="audience.pledgeWithdrawn" />
				</span>
			);
		case "pledge": {
			const { state, withdrawnAt } = item.pledge;
			if (state === "withdrawn" && withdrawnAt !== null)
				return (
					<span className="feed-effect feed-withdrawn">
						<Message
							id="audience.withdrawnAt"
							values={{ time: <bdi>{clockTime(withdrawnAt, timeZone)}</bdi> }}
						/>
					</span>
				);
			if (item.effect === null) return null;
			const { need, count } = item.effect;
			return (
				<span className="feed-effect">
					<span>
						<Message
							id="audience.tallyEffect"
							values={{ need: <bdi>{inLanguage(need.title, locale)}</bdi>, count, total: need.quantity }}
						/>
					</span>
				</span>
			);
		}
	}
}
