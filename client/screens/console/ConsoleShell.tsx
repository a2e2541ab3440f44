import { type ReactNode, useState } from "react";
import { useSelect } from "../../conference/hooks.ts";
import { FloorAnnouncer } from "../../features/floor/FloorAnnouncer.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { KeyCap } from "../../ui/KeyCap.tsx";
import { KeyHints } from "../../ui/KeyHints.tsx";
import { Stamp } from "../../ui/Stamp.tsx";
import { type Shortcut, useShortcuts, useShortcutsOn } from "../../ui/shortcuts.ts";
import { useConnectionBar } from "./ConnectionBar.tsx";
import { ConsoleHeader } from "./ConsoleHeader.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";

export interface ConsoleShellProps {
	/** The present meeting, or what the console is: the serif line of the header. */
	readonly title: ReactNode;
	/** Beside the title, small: the co-chairs, "Statement 14 of 21". */
	readonly detail?: ReactNode;
	/** What the person is here: "Delegate", "Co-chair, presiding". */
	readonly role: ReactNode;
	/** Keys of this console, bound here and shown in the foot and in the list of all shortcuts. */
	readonly shortcuts: readonly Shortcut[];
	/** What interrupts: a bar under the header, which pushes the page down and takes no focus. */
	readonly interruption?: ReactNode;
	/** The console turns brass: this seat has the floor. */
	readonly onAir?: boolean | undefined;
	/** At the end of the foot, before the list of all keys: whom to call. */
	readonly footEnd?: ReactNode;
	/** Columns, as one element; they scroll by themselves. */
	readonly children: ReactNode;
}

/**
 * The frame of every console: who and where at the top, the connection when it matters, the columns, and
 * the keys at the foot. It fills the window and does not scroll as a page.
 */
export function ConsoleShell({
	title,
	detail,
	role,
	shortcuts,
	interruption = null,
	onAir = false,
	footEnd,
	children,
}: ConsoleShellProps) {
	const [listsKeys, setListsKeys] = useState(false);
	const isRehearsal = useSelect((state) => state.profile.rehearsal);
	const { t } = useSpeech();
	const keysOn = useShortcutsOn();
	const bar = useConnectionBar();
	const all: readonly Shortcut[] = [
		...shortcuts,
		{ key: "?", label: <Message id="podium.allShortcuts" />, run: () => setListsKeys(true), inFoot: false },
	];
	useShortcuts(all);
	const hasBars = bar !== null || interruption !== null;
	const inFoot = keysOn ? shortcuts.filter(({ run, inFoot = true }) => inFoot && run !== undefined) : [];
	return (
		<div className={classes("console", hasBars && "console-with-bar", onAir && "on-air")}>
			{isRehearsal && (
				<aside className="console-notice" aria-label={t("console.notice")}>
					<Stamp place="console" />
				</aside>
			)}
			<FloorAnnouncer />
			<ConsoleHeader title={title} detail={detail} role={role} />
			{hasBars && (
				<div className="console-bars">
					{bar}
					{interruption}
				</div>
			)}
			{children}
			<KeyHints
				hints={inFoot.map(({ key, label, foot }) => foot ?? { keys: [key], label })}
				end={
					<>
						{footEnd}
						<button type="button" className="key-hints-all" onClick={() => setListsKeys(true)}>
							<Message id="podium.allShortcuts" />
							<KeyCap>?</KeyCap>
						</button>
					</>
				}
			/>
			{listsKeys && <ShortcutsDialog shortcuts={all} onClose={() => setListsKeys(false)} />}
		</div>
	);
}
