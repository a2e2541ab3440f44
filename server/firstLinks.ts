import type { Representative } from "../shared/conference/delegations.ts";
import { heardIn, runningSegment, speakersInOrder } from "../shared/conference/selectors.ts";
import type { State } from "../shared/conference/state.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { Conference } from "./conference/conference.ts";

const validForMs = 12 * 3_600_000;

/** A link that the start prints, with the words before it. */
export interface FirstLink {
	readonly label: string;
	readonly representativeId: string;
	readonly token: string;
}

/**
 * The personal links that a start prints: of a rehearsal one for each console, for whoever tries it out; of an
 * organiser's conference the secretariat's, which makes all others.
 */
export async function makeFirstLinks(
	conference: Pick<Conference, "id" | "state">,
	accounts: Accounts,
): Promise<readonly FirstLink[]> {
	const createdAt = Date.now();
	const links: FirstLink[] = [];
	const { state } = conference;
	const roles = state.profile.rehearsal ? rolesToTry(state) : [secretariatOf(state)];
	for (const [label, representative] of roles) {
		if (representative === undefined) continue;
		const { token } = await accounts.createLink({
			conferenceId: conference.id,
			representativeId: representative.id,
			createdBy: "start",
			createdAt,
			expiresAt: createdAt + validForMs,
		});
		links.push({ label, representativeId: representative.id, token });
	}
	return links;
}

/** The co-chair who presides, a delegate of the host, another delegate who may pledge, the secretariat, and those who serve the meeting. */
function rolesToTry(state: State): readonly (readonly [string, Representative | undefined])[] {
	const all = [...state.delegations.representatives.values()];
	const delegates = all.filter(({ role, rights }) => role === "delegate" && rights.includes("pledge"));
	const host = delegates.find(({ delegationId }) => delegationId === state.profile.host);
	const another = mostToDo(
		state,
		delegates.filter((each) => each.delegationId !== state.profile.host),
	);
	const holder = state.gavel.holder?.representativeId;
	const chair = all.find(({ id }) => id === holder) ?? all.find(({ role }) => role === "chair");
	return [
		["Presiding", chair],
		[`Delegate, ${shortName(state, host)}`, host],
		[`Delegate, ${shortName(state, another)}`, another],
		secretariatOf(state),
		[
			"Interpreter, French booth",
			all.find(({ role, channel }) => role === "interpreter" && channel === "fr"),
		],
		["Captioner, English", all.find(({ role, channel }) => role === "captioner" && channel === "en")],
		["Operator", all.find(({ role }) => role === "operator")],
	];
}

function secretariatOf(state: State): readonly [string, Representative | undefined] {
	const all = [...state.delegations.representatives.values()];
	return ["Secretariat", all.find(({ role }) => role === "secretariat")];
}

/** Somebody who can still ask for the floor in the session that goes on, if possible with a pledge ready to announce. */
function mostToDo(state: State, delegates: readonly Representative[]): Representative | undefined {
	const segment = runningSegment(state)?.segment.id ?? "";
	const taken = new Set([
		...speakersInOrder(state, segment).map(({ delegationId }) => delegationId),
		...heardIn(state, segment).map(({ delegationId }) => delegationId),
	]);
	const pledges = [...state.pledges.pledges.values()].filter((pledge) => pledge.state === "accepted");
	const ready = new Set(pledges.map(({ delegationId }) => delegationId));
	const free = delegates.filter(({ delegationId }) => !taken.has(delegationId ?? ""));
	return free.find(({ delegationId }) => ready.has(delegationId ?? "")) ?? free[0] ?? delegates[0];
}

function shortName(state: State, representative: Representative | undefined): string {
	return state.delegations.delegations.get(representative?.delegationId ?? "")?.name.en ?? "";
}
