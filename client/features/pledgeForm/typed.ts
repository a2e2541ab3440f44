import type { PledgeContent } from "../../../shared/conference/pledge.ts";

/**
 * What is being typed survives a reload of the page and a lost network. It is as private as the draft that it becomes, so it stays in this
 * tab's own storage and is gone with it; `localStorage` would outlive the person at a shared machine.
 */
export interface Typed {
	load(): PledgeContent | null;
	keep(content: PledgeContent): void;
	forget(): void;
}

/** The place for one pledge of one delegation; `pledgeId` is null for a new one. */
export function typedAt(conferenceId: string, delegationId: string, pledgeId: string | null): Typed {
	const key = `pledge/${conferenceId}/${delegationId}/${pledgeId ?? "new"}`;
	return {
		load: () =>
			attempt(() => {
				const kept = sessionStorage.getItem(key);
				return kept === null ? null : (JSON.parse(kept) as PledgeContent);
			}),
		keep: (content) => void attempt(() => sessionStorage.setItem(key, JSON.stringify(content))),
		forget: () => void attempt(() => sessionStorage.removeItem(key)),
	};
}

/** Storage may be forbidden or full; then the form still works, and only its memory is gone. */
function attempt<T>(act: () => T): T | null {
	try {
		return act();
	} catch {
		return null;
	}
}
