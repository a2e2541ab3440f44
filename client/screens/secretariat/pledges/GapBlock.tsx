import { type NeedTally, tally } from "../../../../shared/conference/tally.ts";
import { useConference, useNowSelect, useSelect } from "../../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Check } from "../../../ui/icons.ts";
import { type SlotItem, Slots } from "../../../ui/Slots.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { UnitBar } from "../../../ui/UnitBar.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

/** More places than this are drawn as cells instead of flags. */
const mostSlots = 40;
const newForMs = 60_000;

/** The need that a pledge helps to close, as places to fill. */
export function GapBlock({ row }: { row: PledgeRow }) {
	const needId = row.pledge.needId;
	const gap = useSelect((state) => tally(state).needs.find(({ need }) => need.id === needId));
	return (
		<div className="block">
			<div className="block-head">
				<h3>
					<Message id="desk.gapItCloses" />
				</h3>
				{gap !== undefined &&
					(gap.open === 0 ? (
						<Tag tone="green" icon={Check}>
							<Message id="common.gapClosed" />
						</Tag>
					) : (
						<Tag tone="brass">
							<Message id="common.stillNeeded" values={{ count: gap.open }} />
						</Tag>
					))}
			</div>
			{gap === undefined ? (
				<p className="dim">
					<Message id="desk.noGap" />
				</p>
			) : (
				<Gap gap={gap} title={row.needTitle ?? gap.need.id} />
			)}
		</div>
	);
}

function Gap({ gap, title }: { gap: NeedTally; title: string }) {
	const { t, locale } = useSpeech();
	const client = useConference();
	const pledged = gap.counted + gap.surplus;
	/* Slots stand in the order of announcement, so that the new ones are the last. */
	const fresh = useNowSelect(
		(now) => gap.slots.filter(({ announcedAt }) => now - announcedAt < newForMs).length,
	);
	const slots = gap.slots.map((slot, place): SlotItem => {
		const delegation = client.state().delegations.delegations.get(slot.delegationId);
		const isNew = place >= gap.slots.length - fresh;
		return {
			...emblemOf(delegation),
			name: nameOf(delegation, slot.delegationId, locale),
			state: slot.beyond ? "beyond" : slot.confirmed ? "confirmed" : isNew ? "new" : "announced",
		};
	});
	const open = Array.from({ length: gap.open }, (): SlotItem => ({ state: "gap" }));
	return (
		<div className="detail-gap">
			<b>
				<bdi>{title}</bdi>
			</b>
			<span className="numeric record">
				<Message id="common.countOfPlain" values={{ count: pledged, total: gap.need.quantity }} />
			</span>
			{slots.length + open.length > mostSlots ? (
				<UnitBar
					pledged={gap.counted}
					needed={gap.need.quantity}
					label={t("common.countOfUnits", { count: gap.counted, total: gap.need.quantity })}
				/>
			) : (
				<Slots size="desk" slots={[...slots, ...open]} />
			)}
		</div>
	);
}
