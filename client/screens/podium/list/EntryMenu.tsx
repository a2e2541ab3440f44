import { useState } from "react";
import { Button as TriggerButton } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { useSelect } from "../../../conference/hooks.ts";
import { nameOf } from "../../../features/delegations/delegation.ts";
import { useSpeakersOf } from "../../../features/speakersList/person.ts";
import type { Waiting } from "../../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { ChevronDown } from "../../../ui/icons.ts";
import { ChangeSpeakerDialog } from "../../console/ChangeSpeakerDialog.tsx";
import { ActDialog } from "../dialogs/ActDialog.tsx";
import type { Move } from "../dialogs/MoveDialog.tsx";

/** What the chair can do with an entry, as words: every move that dragging can make, and more. */
export function EntryMenu({
	segmentId,
	waiting,
	order,
	onMove,
}: {
	segmentId: string;
	waiting: Waiting;
	order: readonly string[];
	onMove: (move: Move) => void;
}) {
	const { t, locale } = useSpeech();
	const [dialog, setDialog] = useState<"speaker" | "withdraw" | null>(null);
	const { entry, place } = waiting;
	const delegation = useSelect((state) => state.delegations.delegations.get(entry.delegationId));
	const name = nameOf(delegation, entry.delegationId, locale);
	const others = useSpeakersOf(entry.delegationId).filter(({ id }) => id !== entry.speakerId);
	const last = order.length - 1;
	const move = (before: string | null | undefined) => () => onMove({ segmentId, entryId: entry.id, before });
	const close = () => setDialog(null);
	return (
		<>
			<MenuTrigger>
				<TriggerButton
					className="button button-small entry-menu"
					aria-label={t("podium.moveName", { delegation: name })}
				>
					<Message id="podium.move" />
					<Icon icon={ChevronDown} size={16} />
				</TriggerButton>
				<Popover className="menu-popover" placement="bottom end">
					<Menu className="menu-list" aria-label={t("podium.moveName", { delegation: name })}>
						{place > 0 && (
							<MenuItem className="menu-item" onAction={move(order[place - 1] ?? null)}>
								<Message id="podium.moveUpOne" />
							</MenuItem>
						)}
						{place < last && (
							<MenuItem className="menu-item" onAction={move(order[place + 2] ?? null)}>
								<Message id="podium.moveDownOne" />
							</MenuItem>
						)}
						{place > 0 && (
							<MenuItem className="menu-item" onAction={move(order[0] ?? null)}>
								<Message id="podium.moveFirst" />
							</MenuItem>
						)}
						{place < last && (
							<MenuItem className="menu-item" onAction={move(null)}>
								<Message id="podium.moveLast" />
							</MenuItem>
						)}
						{order.length > 2 && (
							<MenuItem className="menu-item" onAction={move(undefined)}>
								<Message id="podium.moveBeforeOther" />
							</MenuItem>
						)}
						<Separator className="menu-separator" />
						{others.length > 0 && (
							<MenuItem className="menu-item" onAction={() => setDialog("speaker")}>
								<Message id="delegate.changeSpeaker" />
							</MenuItem>
						)}
						<MenuItem className="menu-item" onAction={() => setDialog("withdraw")}>
							<Message id="podium.takeOff" />
						</MenuItem>
					</Menu>
				</Popover>
			</MenuTrigger>
			{dialog === "speaker" && <ChangeSpeakerDialog segmentId={segmentId} entry={entry} onClose={close} />}
			{dialog === "withdraw" && (
				<ActDialog
					act={{
						command: { type: "withdrawInscription", segmentId, entryId: entry.id },
						title: <Message id="podium.takeOffTitle" values={{ delegation: <bdi>{name}</bdi> }} />,
						detail: <Message id="podium.takeOffDetail" />,
						submit: <Message id="podium.takeOff" />,
						done: t("podium.takenOff", { delegation: name }),
						variant: "outlineRed",
					}}
					onClose={close}
				/>
			)}
		</>
	);
}
