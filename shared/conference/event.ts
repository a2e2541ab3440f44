/**
 * An event as the domain sees it: what happened, and when in conference time (ms since the epoch). Who did
 * it, the command's id and the record's number stay in the journal, because they must not travel further.
 */
export interface EventOf<Type extends string, Data> {
	readonly type: Type;
	readonly at: number;
	readonly data: Data;
}
