import { useRef, useState } from "react";
import { Button as TriggerButton } from "react-aria-components/Button";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { listOf } from "../../../../shared/conference/selectors.ts";
import type { Entry } from "../../../../shared/conference/speakersList.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { nameOf } from "../../../features/delegations/delegation.ts";
import { PlacementWords } from "../../../features/speakersList/PlacementWords.tsx";
import { useSpeakersOf } from "../../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { ChevronDown } from "../../../ui/icons.ts";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";
import { useMarkAbsent } from "../useMarkAbsent.tsx";

/** What the chair can do with an entry, as words: every move that dragging can make, and more. Made only when it is opened. */
export function EntryMenu({ segmentId, entry, name }: { segmentId: string; entry: Entry; name: string }) {
	const { t } = useSpeech();
	const trigger = useRef<HTMLButtonElement>(null);
	const [isOpen, setIsOpen] = useState(false);
	return (
		<>
			<TriggerButton
				ref={trigger}
				className="button button-small entry-menu"
				aria-label={t("podium.moveName", { delegation: name })}
				aria-haspopup="menu"
				aria-expanded={isOpen}
				onPress={() => setIsOpen(true)}
			>
				<Message id="podium.move" />
				<Icon icon={ChevronDown} size={16} />
			</TriggerButton>
			{isOpen && (
				<Popover
					className="menu-popover"
					placement="bottom end"
					triggerRef={trigger}
					isOpen
					onOpenChange={setIsOpen}
				>
					<EntryActs segmentId={segmentId} entry={entry} onClose={() => setIsOpen(false)} />
				</Popover>
			)}
		</>
	);
}

function EntryActs({ segmentId, entry, onClose }: { segmentId: string; entry: Entry; onClose: () => void }) {
	const { t, locale } = useSpeech();
	const open = usePodiumDialog();
	const markAbsent = useMarkAbsent();
	const order = useSelect((state) => listOf(state, segmentId).order);
	const delegation = useSelect((state) => state.delegations.delegations.get(entry.delegationId));
	const name = nameOf(delegation, entry.delegationId, locale);
	const others = useSpeakersOf(entry.delegationId).filter(({ id }) => id !== entry.speakerId);
	const place = order.indexOf(entry.id);
	const last = order.length - 1;
	const move = (before: string | null | undefined) => () =>
		open({ kind: "move", move: { segmentId, entryId: entry.id, before } });
	const withdraw = () =>
		open({
			kind: "act",
			act: {
				command: { type: "withdrawInscription", segmentId, entryId: entry.id },
				title: <Message id="podium.takeOffTitle" values={{ delegation: <bdi>{name}</bdi> }} />,
				detail: <Message id="podium.takeOffDetail" />,
				submit: <Message id="podium.takeOff" />,
				done: t("podium.takenOff", { delegation: name }),
				variant: "outlineRed",
			},
		});
	return (
		<>
			<p className="menu-why">
				<b>
					<Message id="podium.whyHere" />
				</b>{" "}
				<PlacementWords segmentId={segmentId} entryId={entry.id} />
			</p>
			<Menu
				className="menu-list"
				autoFocus="first"
				aria-label={t("podium.moveName", { delegation: name })}
				onClose={onClose}
			>
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
				<MenuItem className="menu-item" onAction={() => markAbsent(segmentId, entry.id)}>
					<Message id="podium.markAbsent" />
				</MenuItem>
				{others.length > 0 && (
					<MenuItem
						className="menu-item"
						onAction={() => open({ kind: "speaker", segmentId, entryId: entry.id })}
					>
						<Message id="delegate.changeSpeaker" />
					</MenuItem>
				)}
				<MenuItem
					className="menu-item"
					onAction={() =>
						open({ kind: "messages", to: { kind: "delegation", delegationId: entry.delegationId } })
					}
				>
					<Message id="podium.writeTo" />
				</MenuItem>
				<MenuItem className="menu-item" onAction={withdraw}>
					<Message id="podium.takeOff" />
				</MenuItem>
			</Menu>
		</>
	);
}
