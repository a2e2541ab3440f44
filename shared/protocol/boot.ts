import type { Seat } from "./join.ts";
import type { Locale } from "./locale.ts";
import type { SnapshotMessage } from "./snapshot.ts";

/** Pages that everybody may see, each rendered complete. */
export type PublicScreen = "audience" | "screen" | "rows" | "pledge" | "delegation" | "embed";

/** What a served page knows before its first message: JSON in `<script type="application/json" id="boot">`. */
export interface Boot {
	readonly conferenceId: string;
	/** Language of the page. */
	readonly locale: Locale;
	readonly screen: PublicScreen | "console";
	/**
	 * What the page is about: the query of `rows`, the number of a `pledge`, the id of a `delegation`, the
	 * server's own origin of the `audience`; else empty.
	 */
	readonly about: string;
	readonly seat: Seat | null;
	/** Name and title of the person signed in, for the corner of the console. */
	readonly person: { readonly name: string; readonly title: string } | null;
	readonly snapshot: SnapshotMessage;
	/** Conference time in ms when the page was made, and its rate: clocks run before the socket is there. */
	readonly now: number;
	readonly rate: number;
}
