import { Message } from "../../../i18n/intl.tsx";
import type { Shortcut } from "../../../ui/shortcuts.ts";
import type { RowKeys } from "./useRowKeys.ts";

/** The keys that go from row to row wherever the focus is. */
export function rowShortcuts(keys: RowKeys): readonly Shortcut[] {
	return [
		{ key: "J", label: <Message id="desk.nextRow" />, run: () => keys.step(1) },
		{ key: "K", label: <Message id="desk.previousRow" />, run: () => keys.step(-1) },
	];
}
