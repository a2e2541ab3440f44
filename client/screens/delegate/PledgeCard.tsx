import type { Pledge } from "../../../shared/conference/pledge.ts";
import { isAlive, isCleared, partnersOf } from "../../../shared/conference/pledge.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useNowSelect, useSelect } from "../../conference/hooks.ts";
import { PledgeParts } from "../../features/pledges/PledgeParts.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, sameDay, shortDate } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { Status } from "../../ui/Status.tsx";
import { isEditable, stateTones, stateWords } from "./pledgeStep.ts";

/** One pledge with its state in words and what can be done with it now. */
export function PledgeCard({
	pledge,
	busy,
	onEdit,
	onSubmit,
	onWithdraw,
	onShare,
	onCue,
}: {
	pledge: Pledge;
	busy: boolean;
	onEdit?: (() => void) | undefined;
	onSubmit?: (() => void) | undefined;
	onWithdraw?: (() => void) | undefined;
	onShare?: (() => void) | undefined;
	onCue?: (() => void) | undefined;
}) {
	const isOpen = isEditable(pledge);
	const acts = isOpen ? onEdit !== undefined : onWithdraw !== undefined;
	const partners = partnersOf(pledge.parts).filter((id) => id !== pledge.delegationId);
	const isShared = partners.every((id) => pledge.sharedWith.includes(id));
	const isRestricted = isCleared(pledge.state) && pledge.classification !== "public";
	return (
		<article className="pledge-card" aria-label={pledge.title}>
			<p dir="auto">{pledge.title}</p>
			<div className="pledge-card-foot">
				<Status tone={stateTones[pledge.state]}>
					<StateWord pledge={pledge} />
				</Status>
				<Gap pledge={pledge} />
			</div>
			{pledge.state === "changeRequested" && pledge.question !== null && (
				<blockquote className="pledge-question">
					<span className="label">
						<Message id="delegate.deskAsks" />
					</span>
					<span dir="auto">{pledge.question}</span>
				</blockquote>
			)}
			{pledge.parts.length > 0 && <PledgeParts pledge={pledge} />}
			{isRestricted && (
				<p className="block-note">
					<Message id="pledgebook.restricted" />
				</p>
			)}
			{isCleared(pledge.state) && !isRestricted && (
				<p className="block-note">
					<Message id="pledgebook.needsFloor" />
				</p>
			)}
			<Past pledge={pledge} />
			{acts && (
				<div className="pledge-card-acts">
					{onWithdraw !== undefined && (
						<Button variant="quiet" small className="quiet-dim" onClick={onWithdraw}>
							<Message id="delegate.takeBack" />
						</Button>
					)}
					{isAlive(pledge) && !isShared && onShare !== undefined && (
						<Button variant="quiet" small onClick={onShare}>
							<Message id="pledgebook.share" />
						</Button>
					)}
					{isCleared(pledge.state) && !isRestricted && onCue !== undefined && (
						<Button variant="quiet" small onClick={onCue}>
							<Message id={pledge.state === "cued" ? "pledgebook.uncue" : "pledgebook.cue"} />
						</Button>
					)}
					{isOpen && onEdit !== undefined && (
						<Button variant="quiet" small onClick={onEdit}>
							<Message id={pledge.state === "draft" ? "delegate.edit" : "delegate.answer"} />
						</Button>
					)}
					{isOpen && onSubmit !== undefined && (
						<Button
							variant="quiet"
							small
							aria-busy={busy ? true : undefined}
							onClick={busy ? undefined : onSubmit}
						>
							<Message id="delegate.submit" />
						</Button>
					)}
				</div>
			)}
		</article>
	);
}

/** What the desk said of it, and what became of it. */
function Past({ pledge }: { pledge: Pledge }) {
	const into = useSelect((state) => state.pledges.pledges.get(pledge.mergedInto ?? "")?.title ?? null);
	const answered = pledge.questions.filter(({ answeredAt }) => answeredAt !== null);
	return (
		<>
			{pledge.rejection !== null && (
				<blockquote className="pledge-question">
					<span className="label">
						<Message id="pledgebook.rejection" />
					</span>
					<span dir="auto">{pledge.rejection}</span>
				</blockquote>
			)}
			{into !== null && (
				<p className="block-note">
					<Message id="pledgebook.mergedInto" values={{ pledge: <bdi>{into}</bdi> }} />
				</p>
			)}
			{answered.length > 0 && (
				<details className="pledge-answers">
					<summary>
						<Message id="pledgebook.asked" />
					</summary>
					<dl>
						{answered.map(({ askedAt, text, answer }) => (
							<div key={askedAt}>
								<dt dir="auto">{text}</dt>
								<dd dir="auto">{answer ?? "–"}</dd>
							</div>
						))}
					</dl>
				</details>
			)}
		</>
	);
}

function StateWord({ pledge }: { pledge: Pledge }) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { locale } = useSpeech();
	const at = pledge.announcedAt ?? 0;
	const isToday = useNowSelect((now) => sameDay(at, now, timeZone));
	if (pledge.state === "announced" && pledge.announcedAt !== null)
		return isToday ? (
			<Message id="podium.announcedAt" values={{ time: <bdi>{clockTime(at, timeZone)}</bdi> }} />
		) : (
			<Message id="delegate.announcedOn" values={{ date: <bdi>{shortDate(at, timeZone, locale)}</bdi> }} />
		);
	return <Message id={stateWords[pledge.state]} />;
}

/** How far the need that it helps to close is filled, with places and never per cent. */
function Gap({ pledge }: { pledge: Pledge }) {
	const need = useSelect((state) => tally(state).needs.find((each) => each.need.id === pledge.needId));
	if (need === undefined || pledge.announcedAt !== null) return null;
	return (
		<b>
			<Message id="delegate.gap" values={{ count: need.counted, total: need.need.quantity }} />
		</b>
	);
}
