import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Pledge } from "../../../../shared/conference/pledge.ts";
import { isCleared } from "../../../../shared/conference/pledge.ts";
import { heardIn } from "../../../../shared/conference/selectors.ts";
import type { State } from "../../../../shared/conference/state.ts";
import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { useFresh } from "../../../features/pledges/useFresh.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Megaphone } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import type { Podium } from "../usePodium.ts";
import type { PodiumActs } from "../usePodiumActs.ts";

/** Cleared pledges: those of whoever speaks first, then of who has just spoken, then in the order of the list. */
function pledgesToAnnounce(state: State, segmentId: string, order: readonly string[]): Pledge[] {
	const speaker = state.floor.statement?.delegationId;
	const spoken = new Set(heardIn(state, segmentId).map(({ delegationId }) => delegationId));
	const rank = ({ delegationId }: Pledge) => {
		if (delegationId === speaker) return -2;
		if (spoken.has(delegationId)) return -1;
		const place = order.indexOf(delegationId);
		return place < 0 ? order.length : place;
	};
	// Of one delegation what it has put next comes first.
	const cued = (pledge: Pledge) => (pledge.state === "cued" ? 0 : 1);
	return [...state.pledges.pledges.values()]
		.filter((pledge) => isCleared(pledge.state) && pledge.classification === "public")
		.sort((a, b) => rank(a) - rank(b) || cued(a) - cued(b));
}

/** The pledge that `A` reads out: one of whoever speaks, or of who has spoken in this segment (PL4). */
export function useReadable(podium: Podium, pledges: readonly Pledge[]): ReadonlySet<string> {
	const { running, statement } = podium;
	const spoken = useSelect(
		(state) => (running === undefined ? [] : heardIn(state, running.id).map((each) => each.delegationId)),
		sameItems,
	);
	return new Set(
		pledges
			.filter(({ delegationId }) => delegationId === statement?.delegationId || spoken.includes(delegationId))
			.map(({ id }) => id),
	);
}

export function usePledgesToAnnounce(podium: Podium): readonly Pledge[] {
	const { place, rows } = podium;
	const segmentId = place?.segment.id ?? "";
	const order = rows.waiting.map(({ entry }) => entry.delegationId);
	return useSelect((state) => pledgesToAnnounce(state, segmentId, order), sameItems);
}

const announcedShown = 3;
/** The rest folds away, so that the acts on the meeting stay in sight. */
const shown = 3;

/** What is to be made public next, and what has just been. */
export function PledgesSection({
	podium,
	acts,
	pledges,
	readable,
}: {
	podium: Podium;
	acts: PodiumActs;
	pledges: readonly Pledge[];
	readable: ReadonlySet<string>;
}) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { now } = useFresh();
	const lately = useSelect(
		(state) => [...state.pledges.pledges.values()].filter(({ id }) => now.has(id)).slice(-announcedShown),
		sameItems,
	);
	const waiting = new Set(podium.rows.waiting.map(({ entry }) => entry.delegationId));
	const first = pledges.find(({ id }) => readable.has(id));
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="podium.pledgesToAnnounce" />
				</h3>
				{pledges.length > 0 && <span className="dim small">{pledges.length}</span>}
			</div>
			{lately.map((pledge) => (
				<div key={pledge.id} className="queue-item queue-item-now">
					<Who delegationId={pledge.delegationId} />
					<Tag tone="brass">
						<Message
							id="podium.announcedAt"
							values={{ time: <bdi>{clockTime(pledge.announcedAt ?? 0, timeZone)}</bdi> }}
						/>
					</Tag>
					<span className="record" dir="auto">
						{pledge.title}
					</span>
				</div>
			))}
			{pledges.length === 0 && lately.length === 0 && (
				<p className="block-note">
					<Message id="podium.noPledges" />
				</p>
			)}
			{pledges.slice(0, shown).map((pledge) => (
				<Waiting
					key={pledge.id}
					pledge={pledge}
					first={first}
					waiting={waiting}
					{...{ podium, acts, readable }}
				/>
			))}
			{pledges.length > shown && (
				<details className="queue-more">
					<summary>
						<Message id="podium.morePledges" values={{ count: pledges.length - shown }} />
					</summary>
					{pledges.slice(shown).map((pledge) => (
						<Waiting
							key={pledge.id}
							pledge={pledge}
							first={first}
							waiting={waiting}
							{...{ podium, acts, readable }}
						/>
					))}
				</details>
			)}
		</section>
	);
}

/** One cleared pledge: whose it is, how it will become public, and the act where it is possible now. */
function Waiting({
	pledge,
	podium,
	acts,
	readable,
	first,
	waiting,
}: {
	pledge: Pledge;
	podium: Podium;
	acts: PodiumActs;
	readable: ReadonlySet<string>;
	first: Pledge | undefined;
	waiting: ReadonlySet<string>;
}) {
	const { locale } = useSpeech();
	const need = useSelect((state) => state.needs.needs.get(pledge.needId ?? ""));
	return (
		<div className="queue-item">
			<Who delegationId={pledge.delegationId} />
			<span className="dim small">
				{pledge.delegationId === podium.statement?.delegationId ? (
					<Message id="delegate.speaking" />
				) : readable.has(pledge.id) ? (
					<Message id="podium.forChair" />
				) : (
					waiting.has(pledge.delegationId) && <Message id="podium.inStatement" />
				)}
			</span>
			<span className="record" dir="auto">
				{pledge.title}
			</span>
			{need !== undefined && (
				<small>
					<Message
						id="podium.pledgeUnits"
						values={{ need: <bdi>{inLanguage(need.title, locale)}</bdi>, count: pledge.quantity }}
					/>
				</small>
			)}
			{readable.has(pledge.id) && (acts.readOut !== undefined || acts.cue !== undefined) && (
				<span className="queue-action">
					{acts.readOut !== undefined && (
						<Button
							small
							icon={Megaphone}
							shortcut={pledge === first ? "A" : undefined}
							onClick={() => acts.readOut?.(pledge)}
						>
							<Message id="podium.readOut" />
						</Button>
					)}
					{acts.cue !== undefined && (
						<Button
							variant="quiet"
							small
							aria-busy={acts.busy ? true : undefined}
							onClick={() => acts.cue?.(pledge)}
						>
							<Message id={pledge.state === "cued" ? "pledgebook.uncue" : "pledgebook.cue"} />
						</Button>
					)}
				</span>
			)}
		</div>
	);
}

function Who({ delegationId }: { delegationId: string }) {
	return (
		<span className="queue-who">
			<DelegationName id={delegationId} />
		</span>
	);
}
