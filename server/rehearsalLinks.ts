import type { Representative } from "../shared/conference/delegations.ts";
import type { State } from "../shared/conference/state.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { Conference } from "./conference/conference.ts";

const validForMs = 12 * 3_600_000;

/** One personal link for each console, for whoever tries a rehearsal out. */
export async function makeRehearsalLinks(
	conference: Pick<Conference, "id" | "state">,
	accounts: Accounts,
): Promise<readonly { readonly label: string; readonly token: string }[]> {
	const createdAt = Date.now();
	const links = [];
	for (const [label, representative] of rolesToTry(conference.state)) {
		if (representative === undefined) continue;
		const { token } = await accounts.createLink({
			conferenceId: conference.id,
			representativeId: representative.id,
			createdBy: "rehearsal",
			createdAt,
			expiresAt: createdAt + validForMs,
		});
		links.push({ label, token });
	}
	return links;
}

/** The co-chair who presides, a delegate of the host, another delegate who may pledge, and the secretariat. */
function rolesToTry(state: State): readonly (readonly [string, Representative | undefined])[] {
	const all = [...state.delegations.representatives.values()];
	const delegates = all.filter(({ role, rights }) => role === "delegate" && rights.includes("pledge"));
	const host = delegates.find(({ delegationId }) => delegationId === state.profile.host);
	const waiting = new Set(
		[...state.speakersLists.lists.values()].flatMap((list) =>
			list.order.flatMap((id) => list.entries.get(id)?.delegationId ?? []),
		),
	);
	// One who still waits to speak sees more of the delegate's console than one who has spoken.
	const others = delegates.filter((each) => each.delegationId !== state.profile.host);
	const another = others.find(({ delegationId }) => waiting.has(delegationId ?? "")) ?? others[0];
	const holder = state.gavel.holder?.representativeId;
	const chair = all.find(({ id }) => id === holder) ?? all.find(({ role }) => role === "chair");
	return [
		["Presiding", chair],
		[`Delegate, ${shortName(state, host)}`, host],
		[`Delegate, ${shortName(state, another)}`, another],
		["Secretariat", all.find(({ role }) => role === "secretariat")],
	];
}

function shortName(state: State, representative: Representative | undefined): string {
	return state.delegations.delegations.get(representative?.delegationId ?? "")?.name.en ?? "";
}
