import { useSpeech } from "../i18n/intl.tsx";
import { classes } from "./classes.ts";
import { type Emblem, Flag } from "./Flag.tsx";

/**
 * `new` lasts for a minute after the announcement; `beyond` is more than was asked for; `partly` waits for a partner's part,
 * and is still needed.
 */
export type SlotState = "announced" | "confirmed" | "new" | "gap" | "beyond" | "withdrawn" | "partly";

export type SlotItem =
	| { readonly state: "gap" }
	| (Emblem & { readonly state: Exclude<SlotState, "gap">; readonly name: string });

/** One slot. Alone it is named by its flag's label; a gap says nothing, since the figure beside it does. */
export function Slot({ slot, as: Tag = "span" }: { slot: SlotItem; as?: "span" | "li" | undefined }) {
	const { t } = useSpeech();
	if (slot.state === "gap") return <Tag className="slot slot-gap" aria-hidden="true" />;
	const label = t(`slots.${slot.state}`, { name: slot.name });
	return (
		<Tag className={classes("slot", slot.state !== "announced" && `slot-${slot.state}`)} title={label}>
			<Flag flag={slot.flag} monogram={slot.monogram} width={36} label={label} />
		</Tag>
	);
}

/** A gap drawn as places to fill: pledged ones first, then a dashed slot for each that is missing. */
export function Slots({
	slots,
	size = "row",
}: {
	slots: readonly SlotItem[];
	size?: "row" | "desk" | "key" | undefined;
}) {
	return (
		<ul className={classes("slots", size !== "row" && `slots-${size}`)}>
			{slots.map((slot, index) => (
				// Places have no identity of their own: the third slot is the third slot.
				// biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
				<Slot key={index} slot={slot} as="li" />
			))}
		</ul>
	);
}
