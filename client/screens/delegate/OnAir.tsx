import { inLanguage } from "../../../shared/conference/common.ts";
import type { FloorStatement } from "../../../shared/conference/floor.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { sameItems, useConnection, useNow, usePresence, useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { plateClock } from "../../features/floor/plateClock.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { duration } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { Clock } from "../../ui/Clock.tsx";
import { LogOut, Megaphone } from "../../ui/icons.ts";
import { Rail } from "../../ui/Rail.tsx";
import { Status } from "../../ui/Status.tsx";
import { DeclareButton } from "./Initiatives.tsx";
import { announcedIn } from "./pledgeStep.ts";
import type { FloorActs } from "./useFloorActs.ts";

/** The time of whoever has the floor at this seat, as large as it can be. */
export function YouHaveTheFloor({ statement }: { statement: FloorStatement }) {
	const now = useNow();
	const { status } = useConnection();
	const listening = usePresence().size;
	const lights = useSelect((state) => state.profile.procedure);
	const clock = plateClock(statement, now, status === "reconnecting" || status === "offline", lights);
	return (
		<section className="you-have">
			<h2>
				<Message id="delegate.youHaveFloor" />
			</h2>
			<FloorPurpose statement={statement} />
			<Clock clock={clock} className="you-have-clock" />
			<Rail clock={clock} />
			{listening > 0 && (
				<p className="you-have-foot">
					<Message id="delegate.listening" values={{ count: listening }} />
				</p>
			)}
		</section>
	);
}

/** What the floor is had for, where it is not a statement from the list. */
function FloorPurpose({ statement }: { statement: FloorStatement }) {
	const { locale } = useSpeech();
	const { kind, sourceId } = statement;
	const repliedTo = useSelect((state) => {
		const reply = sourceId === null ? undefined : state.replies.replies.get(sourceId);
		const id = state.statements.statements.get(reply?.statementId ?? "")?.delegationId ?? "";
		return nameOf(state.delegations.delegations.get(id), id, locale);
	});
	if (kind === "statement" || kind === "hand") return null;
	return (
		<p className="you-have-purpose">
			{kind === "pointOfOrder" ? (
				<Message id="delegate.forPoint" />
			) : (
				<Message id="delegate.forReply" values={{ delegation: <bdi>{repliedTo}</bdi> }} />
			)}
		</p>
	);
}

/** What a speaker presses while speaking. */
export function OnAirActs({
	delegationId,
	statement,
	acts,
	announcing,
	onAnnounce,
	mayPledge,
}: {
	delegationId: string;
	statement: FloorStatement;
	acts: FloorActs;
	/** Cleared pledges, the next to be announced first. */
	announcing: readonly Pledge[];
	onAnnounce: (pledge: Pledge) => void;
	mayPledge: boolean;
}) {
	const { locale } = useSpeech();
	const initiatives = useSelect(
		(state) =>
			[...state.initiatives.initiatives.values()].filter(
				({ supporters, versions }) => supporters.get(delegationId)?.version !== versions.length,
			),
		sameItems,
	);
	const announced = useSelect((state) => announcedIn(state, statement.id, delegationId), sameItems);
	const [first] = announcing;
	const hasMore = mayPledge && (announced.length + announcing.length > 0 || initiatives.length > 0);
	return (
		<>
			<div className="on-air-dock">
				{first !== undefined && (
					<div className="on-air-dock-pledge">
						<p dir="auto">{first.title}</p>
						<Button wide variant="brass" icon={Megaphone} onClick={() => onAnnounce(first)}>
							<Message id="delegate.announceThisPledge" />
						</Button>
					</div>
				)}
				{acts.yieldFloor !== undefined && (
					<Button
						wide
						icon={LogOut}
						mirrorIcon
						shortcut="Y"
						aria-busy={acts.busy ? true : undefined}
						onClick={acts.yieldFloor}
					>
						<Message id="delegate.yieldFloor" />
					</Button>
				)}
			</div>
			{hasMore && (
				<section className="block">
					<div className="block-head">
						<h3>
							<Message id="delegate.announceAsYouSpeak" />
						</h3>
						<span className="dim small">
							<Message id="delegate.goesPublic" />
						</span>
					</div>
					{/* In the page before the first announcement, so that a screen reader tells what comes into it. */}
					<div role="status" className="pledge-cards-public">
						{announced.map((pledge) => (
							<article key={pledge.id} className="pledge-card pledge-card-public" aria-label={pledge.title}>
								<p dir="auto">{pledge.title}</p>
								<Status tone="green">
									<span>
										{pledge.second === null ? (
											<Message id="pledgebook.public" />
										) : (
											<Message
												id="pledgebook.publicAt"
												values={{ second: <bdi>{duration(pledge.second * 1000)}</bdi> }}
											/>
										)}
									</span>
								</Status>
							</article>
						))}
					</div>
					{announcing.map((pledge, index) => (
						<article
							key={pledge.id}
							className={index === 0 ? "pledge-card pledge-card-now" : "pledge-card"}
							aria-label={pledge.title}
						>
							<p dir="auto">{pledge.title}</p>
							<Button
								wide
								variant={index === 0 ? "brass" : "plain"}
								icon={Megaphone}
								shortcut={index === 0 ? "A" : undefined}
								onClick={() => onAnnounce(pledge)}
							>
								<Message id="delegate.announceThisPledge" />
							</Button>
						</article>
					))}
					{initiatives.map((initiative) => (
						<article key={initiative.id} className="pledge-card pledge-card-line">
							<p>
								<Message
									id="delegate.supportFor"
									values={{ initiative: <bdi>{inLanguage(initiative.shortTitle, locale)}</bdi> }}
								/>
							</p>
							<DeclareButton initiative={initiative} delegationId={delegationId} />
						</article>
					))}
				</section>
			)}
		</>
	);
}
