import type { LucideIcon } from "lucide-react";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { CalendarDays, Handshake, ListOrdered, Presentation } from "../../ui/icons.ts";

/** What a seat looks at. In a wide window all but the side column is always there; a phone shows one at a time. */
export type SeatTab = "floor" | "speakers" | "programme" | "pledges";

const sideTabs = ["speakers", "programme", "pledges"] as const;
const words = {
	floor: "delegate.tabFloor",
	speakers: "delegate.tabSpeakers",
	programme: "delegate.tabProgramme",
	pledges: "delegate.tabPledges",
} as const;
const phoneTabs: readonly { readonly tab: SeatTab; readonly icon: LucideIcon }[] = [
	{ tab: "floor", icon: Presentation },
	{ tab: "speakers", icon: ListOrdered },
	{ tab: "pledges", icon: Handshake },
	{ tab: "programme", icon: CalendarDays },
];

/** On a wide window the seat's own tab "floor" means that the side column shows the speakers. */
export function sideOf(tab: SeatTab): (typeof sideTabs)[number] {
	return tab === "floor" ? "speakers" : tab;
}

export function SideTabs({ tab, onChange }: { tab: SeatTab; onChange: (tab: SeatTab) => void }) {
	const { t } = useSpeech();
	return (
		<nav className="tabs" aria-label={t("delegate.parts")}>
			{sideTabs.map((each) => (
				<button
					key={each}
					type="button"
					aria-current={sideOf(tab) === each ? "true" : undefined}
					onClick={() => onChange(each)}
				>
					<Message id={words[each]} />
				</button>
			))}
		</nav>
	);
}

export function PhoneTabs({ tab, onChange }: { tab: SeatTab; onChange: (tab: SeatTab) => void }) {
	const { t } = useSpeech();
	return (
		<nav className="seat-tabs" aria-label={t("delegate.parts")}>
			{phoneTabs.map(({ tab: each, icon }) => (
				<button
					key={each}
					type="button"
					aria-current={tab === each ? "page" : undefined}
					onClick={() => onChange(each)}
				>
					<Icon icon={icon} size={21} />
					<Message id={words[each]} />
				</button>
			))}
		</nav>
	);
}
