import type { LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { Icon } from "../../ui/Icon.tsx";
import { CalendarDays, ChartColumn, Megaphone, Sofa } from "../../ui/icons.ts";

const tabs: readonly { readonly part: string; readonly icon: LucideIcon; readonly label: MessageId }[] = [
	{ part: "tally", icon: ChartColumn, label: "audience.tabTally" },
	{ part: "pledges", icon: Megaphone, label: "audience.viewPledges" },
	{ part: "hall", icon: Sofa, label: "audience.tabHall" },
	{ part: "programme", icon: CalendarDays, label: "audience.tabProgramme" },
];

/** The parts of the page at the foot of a phone: plain links, so that they work before any script. */
export function PhoneTabs() {
	const { t } = useSpeech();
	const inSight = usePartInSight();
	return (
		<nav className="phone-tabs" aria-label={t("audience.tabs")}>
			{tabs.map(({ part, icon, label }) => (
				<a key={part} href={`#${part}`} aria-current={part === inSight ? "true" : undefined}>
					<Icon icon={icon} size={21} />
					<Message id={label} />
				</a>
			))}
		</nav>
	);
}

/** The part that the middle of the window is in. */
function usePartInSight(): string {
	const [inSight, setInSight] = useState("tally");
	useEffect(() => {
		const observer = new IntersectionObserver(
			(entries) => {
				for (const { isIntersecting, target } of entries) if (isIntersecting) setInSight(target.id);
			},
			{ rootMargin: "-45% 0px -50% 0px" },
		);
		for (const { part } of tabs) {
			const element = document.getElementById(part);
			if (element !== null) observer.observe(element);
		}
		return () => observer.disconnect();
	}, []);
	return inSight;
}
