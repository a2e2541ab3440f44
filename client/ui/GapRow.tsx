import { Message } from "../i18n/intl.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { Check } from "./icons.ts";
import { type SlotItem, Slots } from "./Slots.tsx";

/** One need of the public board: its name, its slots, "5 of 8", and what is still needed. */
export function GapRow({
	name,
	slots,
	pledged,
	needed,
	partly = 0,
	href,
	fresh = false,
}: {
	name: string;
	slots: readonly SlotItem[];
	/** Units pledged and units asked for; more may be pledged than asked for ("7 of 6"). */
	pledged: number;
	needed: number;
	/** Of the missing units those that a joint pledge fills once its last partner confirms. */
	partly?: number | undefined;
	/** Of the pledges that fill it. */
	href?: string | undefined;
	/** A pledge was announced within the last six seconds. */
	fresh?: boolean | undefined;
}) {
	const closed = pledged >= needed;
	return (
		<li className={classes("gap-row", closed && "gap-row-closed", fresh && "gap-row-fresh")}>
			<span className="gap-name">{href === undefined ? name : <a href={href}>{name}</a>}</span>
			<Slots slots={slots} />
			<span className="gap-figure">
				<span className="gap-count">
					<Message
						id="common.countOf"
						values={{ count: pledged, total: needed, b: (parts) => <b>{parts}</b> }}
					/>
				</span>
				<span className="gap-state">
					{closed && <Icon icon={Check} size={15} />}
					<GapState beyond={pledged - needed} partly={partly} fresh={fresh} />
				</span>
			</span>
		</li>
	);
}

/** One line whatever happens, so that no row grows under the eyes of who reads the next. */
function GapState({ beyond, partly, fresh }: { beyond: number; partly: number; fresh: boolean }) {
	if (beyond > 0) return <Message id="audience.beyondNeed" values={{ count: beyond }} />;
	if (beyond === 0) return <Message id="common.gapClosed" />;
	if (fresh) return <Message id="audience.newStillNeeded" values={{ count: -beyond }} />;
	if (partly > 0) return <Message id="audience.partnerMissing" values={{ count: partly }} />;
	return <Message id="common.stillNeeded" values={{ count: -beyond }} />;
}
