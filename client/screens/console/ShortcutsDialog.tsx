import { Message } from "../../i18n/intl.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { KeyCap } from "../../ui/KeyCap.tsx";
import { type Shortcut, switchShortcuts, useShortcutsOn } from "../../ui/shortcuts.ts";

/** Every key of this console, and the switch that turns single keys off. */
export function ShortcutsDialog({
	shortcuts,
	onClose,
}: {
	shortcuts: readonly Shortcut[];
	onClose: () => void;
}) {
	const on = useShortcutsOn();
	return (
		<Dialog title={<Message id="podium.allShortcuts" />} onClose={onClose}>
			<dl className="shortcut-list">
				{shortcuts.map(({ key, label }) => (
					<div key={key}>
						<dt>
							<KeyCap>{key}</KeyCap>
							<span className="visually-hidden">{key}</span>
						</dt>
						<dd>{label}</dd>
					</div>
				))}
			</dl>
			<label className="check-line">
				<input type="checkbox" checked={on} onChange={(event) => switchShortcuts(event.target.checked)} />
				<span>
					<Message id="console.singleKeys" />
					<small>
						<Message id="console.singleKeysNote" />
					</small>
				</span>
			</label>
		</Dialog>
	);
}
