import { type ReactNode, useEffect, useRef, useState } from "react";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { partyKey, threadsOf } from "../../features/messages/threads.ts";
import { useRead } from "../../features/messages/useRead.ts";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { aboutMinutes, clockTime } from "../../i18n/time.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { ArrowLeftRight, Bell, Clock, TriangleAlert, X } from "../../ui/icons.ts";
import { useFeedback } from "../console/feedback.tsx";
import type { Standing } from "./useStanding.ts";
import { useSwapActs } from "./useSwaps.ts";
import { useTurnCalls } from "./useTurnCalls.ts";

/** What a waiting delegation must know at once: its turn comes, a reminder, a proposal to exchange places, an absence. */
export function SeatBanners({
	delegationId,
	segmentId,
	standing,
	rows,
	maySpeak,
	children,
}: {
	delegationId: string;
	segmentId: string;
	standing: Standing;
	rows: ListRows;
	maySpeak: boolean;
	/** A vote and its result, which everybody in the hall must see. */
	children?: ReactNode;
}) {
	const isWaiting = standing.kind === "inList" || standing.kind === "next";
	return (
		<div className="seat-banners">
			{children}
			<TurnBanner standing={standing} rows={rows} />
			<ReminderBanner delegationId={delegationId} standing={standing} />
			{isWaiting && standing.entry.absentAt !== null && <AbsentBanner at={standing.entry.absentAt} />}
			{maySpeak && <SwapBanners delegationId={delegationId} segmentId={segmentId} rows={rows} />}
		</div>
	);
}

function TurnBanner({ standing, rows }: { standing: Standing; rows: ListRows }) {
	const { t } = useSpeech();
	const { isCalled, waitMs, dismiss } = useTurnCalls(standing, rows);
	if (!isCalled || standing.kind !== "inList") return null;
	return (
		<Banner
			silent
			tone="blue"
			icon={Clock}
			title={<Message id="delegate.turnIn" values={{ minutes: aboutMinutes(waitMs) }} />}
			action={<IconButton small icon={X} label={t("common.close")} onClick={dismiss} />}
		>
			<Message id="delegate.turnInNext" values={{ position: standing.place + 1 }} />
		</Banner>
	);
}

/** The chair or the secretariat reminds the delegation; said once aloud, shown until it was seen. */
function ReminderBanner({ delegationId, standing }: { delegationId: string; standing: Standing }) {
	const { t } = useSpeech();
	const { announce } = useFeedback();
	const client = useConference();
	const { newIn } = useRead();
	const [closed, setClosed] = useState<string>();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const reminder = useSelect((state) =>
		[...state.messages.messages.values()].findLast(
			({ to, text }) => text === null && to.kind === "delegation" && to.delegationId === delegationId,
		),
	);
	const known = useRef(reminder?.id);
	useEffect(() => {
		if (known.current === reminder?.id) return;
		known.current = reminder?.id;
		if (reminder !== undefined) announce(t("messages.reminder"), "polite");
	}, [reminder, announce, t]);
	if (reminder === undefined || (standing.kind !== "inList" && standing.kind !== "next")) return null;
	const thread = threadsOf(client.state(), { kind: "delegation", delegationId }).find(
		(each) => partyKey(each.with) === partyKey(reminder.from),
	);
	const isNew = thread !== undefined && newIn(thread) > 0 && reminder.at >= standing.entry.inscribedAt;
	if (!isNew || closed === reminder.id) return null;
	return (
		<Banner
			silent
			tone="brass"
			icon={Bell}
			title={
				<Message
					id={reminder.from.kind === "chair" ? "delegate.reminderChair" : "delegate.reminderDesk"}
					values={{ time: <bdi>{clockTime(reminder.at, timeZone)}</bdi> }}
				/>
			}
			action={
				<Button small onClick={() => setClosed(reminder.id)}>
					<Message id="delegate.understood" />
				</Button>
			}
		>
			<Message id="delegate.reminderNext" />
		</Banner>
	);
}

function AbsentBanner({ at }: { at: number }) {
	const timeZone = useSelect((state) => state.profile.timeZone);
	return (
		<Banner
			tone="red"
			icon={TriangleAlert}
			title={<Message id="delegate.absent" values={{ time: <bdi>{clockTime(at, timeZone)}</bdi> }} />}
		>
			<Message id="delegate.absentNext" />
		</Banner>
	);
}

function SwapBanners({
	delegationId,
	segmentId,
	rows,
}: {
	delegationId: string;
	segmentId: string;
	rows: ListRows;
}) {
	const { locale } = useSpeech();
	const { asked, agree, decline, busy } = useSwapActs(segmentId, delegationId);
	const delegations = useSelect((state) => state.delegations.delegations);
	return asked.map((swap) => {
		const { delegationId: other } = swap;
		const theirs = rows.list.order.indexOf(swap.entryId) + 1;
		const mine = rows.list.order.indexOf(swap.withEntryId) + 1;
		return (
			<Banner
				key={swap.id}
				tone="blue"
				icon={ArrowLeftRight}
				title={
					<Message
						id="delegate.swapAsked"
						values={{ delegation: <bdi>{nameOf(delegations.get(other), other, locale)}</bdi> }}
					/>
				}
				action={
					<span className="banner-acts">
						<Button small aria-busy={busy ? true : undefined} onClick={() => decline(swap.id)}>
							<Message id="delegate.decline" />
						</Button>
						<Button
							small
							variant="primary"
							aria-busy={busy ? true : undefined}
							onClick={() => agree(swap.id)}
						>
							<Message id="delegate.agree" />
						</Button>
					</span>
				}
			>
				<Message id="delegate.swapPlaces" values={{ theirs, mine }} />
			</Banner>
		);
	});
}
