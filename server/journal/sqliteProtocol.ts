import type { Rows } from "./sqliteFile.ts";
import type { Batch, Outcome } from "./sqliteStore.ts";

/** What the journal asks of its worker; answers come in any order and carry the same id. */
export type Request = { readonly id: number } & (
	| ({ readonly kind: "append"; readonly conferenceId: string } & Batch)
	| { readonly kind: "read"; readonly conferenceId: string; readonly after: number; readonly limit: number }
	| { readonly kind: "prove" | "conferences" | "close" }
	| { readonly kind: "archive"; readonly conferenceId: string; readonly time: number }
);

/** Errors lose their class on the way between threads, so they travel as what they mean. */
export interface Failure {
	readonly is: "unavailable" | "unknown" | "damaged" | "bug";
	readonly message: string;
}

/** What a request gives back, by its kind. */
export type Value = Outcome | Rows | string[] | string | null;

export type Answer =
	| { readonly id: number; readonly value: Value }
	| { readonly id: number; readonly failure: Failure };

export interface WorkerOptions {
	readonly dataDir: string;
	readonly shared: boolean;
}

/** The answer to nothing: the store is open (or is not, and the worker ends). */
export const startId = 0;
