import { createContext, use } from "react";
import type { Command } from "../../../../shared/conference/decider.ts";
import type { Party } from "../../../../shared/conference/messages.ts";
import type { ListPlace } from "../../../features/speakersList/listSegment.ts";
import type { Act } from "./ActDialog.tsx";
import type { Move } from "./MoveDialog.tsx";

/** What the chair is asked. It holds what it is about as it stood when it was opened, so that no frame disturbs it. */
export type PodiumDialog =
	| { readonly kind: "act"; readonly act: Act }
	| { readonly kind: "add" | "limits"; readonly place: ListPlace }
	| { readonly kind: "open" | "announce" | "schedule"; readonly segmentId: string }
	| { readonly kind: "move"; readonly move: Move }
	| { readonly kind: "speaker"; readonly segmentId: string; readonly entryId: string }
	| { readonly kind: "rule"; readonly pointId: string }
	| { readonly kind: "ballot"; readonly motionId: string }
	| {
			readonly kind: "decline";
			readonly what: "reply" | "late";
			readonly delegationId: string;
			readonly command: (reason: string) => Command;
	  }
	| { readonly kind: "messages"; readonly to: Party };

const PodiumDialogContext = createContext<(dialog: PodiumDialog) => void>(() => undefined);

/** Dialogs stand beside the columns and not in the row or section that opens them, which a frame may take away. */
export const PodiumDialogProvider = PodiumDialogContext.Provider;

/** Opens a dialog of the podium. */
export function usePodiumDialog(): (dialog: PodiumDialog) => void {
	return use(PodiumDialogContext);
}
