import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { figurePath } from "../../../shared/conference/figures.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { type Chosen, FilterSelects } from "../figures/FilterSelects.tsx";
import { FeedEntry } from "./FeedEntry.tsx";
import { type FeedItem, feedItems } from "./feed.ts";
import { NoPledgeYet } from "./NoPledgeYet.tsx";
import type { Fresh } from "./useFresh.ts";
import { useReadingHold } from "./useReadingHold.ts";

const newestShown = 8;
/** Ten thousand lines would be most of the page; what is older still stands on a page of its own. */
const olderShown = 60;

/**
 * What was announced, newest first; what is older than the newest folds away without a script. In a seat its
 * links open beside it (`target`), so that nobody leaves the seat by one.
 */
export function PledgeFeed({
	fresh,
	filters = false,
	target,
}: {
	fresh: Fresh;
	/** Whether it can be narrowed by category and session. */
	filters?: boolean | undefined;
	target?: "_blank" | undefined;
}) {
	const { conferenceId } = useConference();
	const pledges = useSelect((state) => state.pledges);
	const needs = useSelect((state) => state.needs);
	const initiatives = useSelect((state) => state.initiatives);
	const { pledges: count } = useSelect(tally);
	const [chosen, setChosen] = useState<Chosen>(anything);
	const all = useMemo(() => feedItems({ pledges, needs, initiatives }), [pledges, needs, initiatives]);
	const items = useMemo(() => all.filter((item) => isChosen(item, chosen)), [all, chosen]);
	const list = useRef<HTMLUListElement>(null);
	const { shown, waiting, release } = useReadingHold(items, list);
	const newest = shown.slice(0, newestShown);
	const older = shown.slice(newestShown, newestShown + olderShown);
	return (
		<section className="feed" id="pledges" aria-labelledby="feed-title">
			<div className="feed-head">
				<h2 id="feed-title">
					<Message id="audience.feedTitle" />
				</h2>
				{count > 0 && (
					<a href={figurePath(conferenceId, { kind: "all" })} target={target}>
						<Message id="audience.allPledges" values={{ count }} />
					</a>
				)}
			</div>
			{filters && all.length > 0 && (
				<form className="feed-filters" action={figurePath(conferenceId, { kind: "all" })} target={target}>
					<FilterSelects chosen={chosen} onChoose={setChosen} />
					<noscript>
						<button type="submit" className="button">
							<Message id="rows.show" />
						</button>
					</noscript>
				</form>
			)}
			{waiting > 0 && (
				<p className="feed-waiting">
					<Button small onClick={release}>
						<Message id="audience.newPledges" values={{ count: waiting }} />
					</Button>
				</p>
			)}
			{all.length === 0 && <NoPledgeYet />}
			{all.length > 0 && items.length === 0 && (
				<p className="feed-none">
					<Message id="rows.none" />
				</p>
			)}
			<ul ref={list}>
				{newest.map((item) => (
					<FeedEntry key={item.key} item={item} isNew={fresh.now.has(item.key)} target={target} />
				))}
			</ul>
			{older.length > 0 && <OlderEntries items={older} target={target} />}
		</section>
	);
}

const anything: Chosen = { category: "", session: "" };

/** Support for an initiative belongs to no category or session. */
function isChosen(item: FeedItem, { category, session }: Chosen): boolean {
	if (category === "" && session === "") return true;
	if (item.kind === "support") return false;
	const { pledge } = item;
	return (
		(category === "" || pledge.category === category) && (session === "" || pledge.meetingId === session)
	);
}

function OlderEntries({ items, target }: { items: readonly FeedItem[]; target: "_blank" | undefined }) {
	const details = useRef<HTMLDetailsElement>(null);
	const [isOpen, setIsOpen] = useState(false);
	// A reader without a script may have opened it before the page came alive.
	useLayoutEffect(() => setIsOpen(details.current?.open ?? false), []);
	return (
		<details
			ref={details}
			className="feed-older"
			open={isOpen}
			onToggle={(event) => setIsOpen(event.currentTarget.open)}
		>
			<summary>
				<Message id="audience.olderAnnouncements" values={{ count: items.length }} />
			</summary>
			<ul>
				{items.map((item) => (
					<FeedEntry key={item.key} item={item} isNew={false} target={target} />
				))}
			</ul>
		</details>
	);
}
