import { Button as TriggerButton } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Ellipsis } from "../../ui/icons.ts";
import { KeyCap } from "../../ui/KeyCap.tsx";
import type { PodiumActs } from "./usePodiumActs.ts";

/** The rarer acts on whoever speaks. */
export function MoreActs({ acts, onAbsent }: { acts: PodiumActs; onAbsent: (() => void) | undefined }) {
	const { t } = useSpeech();
	const { extendBriefly, reset } = acts;
	if (extendBriefly === undefined && reset === undefined && onAbsent === undefined) return null;
	return (
		<MenuTrigger>
			<TriggerButton className="button chair-bar-more" aria-label={t("podium.moreActs")}>
				<Icon icon={Ellipsis} size={20} />
			</TriggerButton>
			<Popover className="menu-popover" placement="bottom end">
				<Menu className="menu-list" aria-label={t("podium.moreActs")}>
					{extendBriefly !== undefined && (
						<MenuItem className="menu-item" onAction={extendBriefly}>
							<Message id="podium.addSeconds" values={{ count: 30 }} />
						</MenuItem>
					)}
					{reset !== undefined && (
						<MenuItem className="menu-item" onAction={reset}>
							<Message id="podium.resetClock" />
						</MenuItem>
					)}
					{onAbsent !== undefined && (
						<MenuItem
							className="menu-item menu-item-key"
							textValue={t("podium.markAbsent")}
							onAction={onAbsent}
						>
							<Message id="podium.markAbsent" />
							<span aria-hidden="true">
								<KeyCap>X</KeyCap>
							</span>
						</MenuItem>
					)}
				</Menu>
			</Popover>
		</MenuTrigger>
	);
}
