import { createContext, use } from "react";
import type { Channel } from "../../../shared/conference/common.ts";
import type { Party } from "../../../shared/conference/messages.ts";
import type { MonitoredFeed } from "../../../shared/protocol/monitor.ts";

/** What the operator is asked. It holds what it is about as it stood when it was opened, so that no figure disturbs it. */
export type OperatorDialog =
	| { readonly kind: "write" }
	| { readonly kind: "messages"; readonly to: Party }
	| { readonly kind: "restart"; readonly feed: MonitoredFeed }
	| { readonly kind: "booth"; readonly channel: Channel };

const OperatorDialogContext = createContext<(dialog: OperatorDialog) => void>(() => undefined);

/** Dialogs stand beside the columns and not in the row that opens them, which the next reading may take away. */
export const OperatorDialogProvider = OperatorDialogContext.Provider;

/** Opens a dialog of the operator's console. */
export function useOperatorDialog(): (dialog: OperatorDialog) => void {
	return use(OperatorDialogContext);
}
