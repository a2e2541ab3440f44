import type { Seat } from "./join.ts";
import type { Locale } from "./locale.ts";
import type { SnapshotMessage } from "./snapshot.ts";

/** What a served page knows before its first message: JSON in `<script type="application/json" id="boot">`. */
export interface Boot {
	readonly conferenceId: string;
	/** Language of the page. */
	readonly locale: Locale;
	readonly screen: "audience" | "screen" | "console";
	readonly seat: Seat | null;
	/** Name and title of the person signed in, for the corner of the console. */
	readonly person: { readonly name: string; readonly title: string } | null;
	readonly snapshot: SnapshotMessage;
	/** Conference time in ms when the page was made, and its rate: clocks run before the socket is there. */
	readonly now: number;
	readonly rate: number;
}
