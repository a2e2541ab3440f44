import type { State } from "../../shared/conference/state.ts";
import type { Accounts, SignIn } from "../accounts/accounts.ts";
import { castAccount, isRefusal } from "../accounts/accounts.ts";
import { issueCookie } from "../accounts/cookies.ts";
import { isSimulated, simulatedAgents } from "./agents.ts";
import { defaultSeed } from "./cast.ts";
import type { Human } from "./company.ts";
import { type Driver, startDriver } from "./driver.ts";
import { simulatedIds } from "./persons.ts";
import type { Script } from "./script.ts";

/** What the live rehearsal needs of the server that it plays on; it comes in over the sockets like everybody else. */
export interface Stage {
	readonly conferenceId: string;
	readonly origin: string;
	readonly accounts: Accounts;
	readonly script: Script;
	/** Name of the cookie that carries a sign-in. */
	readonly cookieName: string;
	state(): State;
	/** Sign-ins with a screen connected to this server. */
	connected(): readonly SignIn[];
}

const validForMs = 24 * 3_600_000;

/** As many sockets as there are seats, so that the attendance at the podium is that of a full hall. */
const mostSeats = 120;

/** Plays the simulated delegations, chair and secretariat until it is stopped. People take any seat from it by sitting down. */
export function playLive(stage: Stage): Driver {
	const { conferenceId, origin, script } = stage;
	return startDriver({
		origin,
		conferenceId,
		script,
		seed: defaultSeed,
		secretariatId: simulatedIds.secretariat(1),
		maxSeats: mostSeats,
		cookieFor: (representativeId) => cookieFor(stage, representativeId),
		humans: () => peopleOf(stage),
		standBack: () => stage.connected().some(({ userAgent }) => userAgent === simulatedAgents.run),
	});
}

async function cookieFor(stage: Stage, representativeId: string): Promise<string | undefined> {
	const { accounts, conferenceId, cookieName } = stage;
	const now = Date.now();
	const link = {
		conferenceId,
		representativeId,
		createdBy: castAccount,
		createdAt: now,
		expiresAt: now + validForMs,
	};
	const { token } = await accounts.createLink(link);
	const signIn = await accounts.signIn(token, now, simulatedAgents.live);
	return isRefusal(signIn) ? undefined : `${cookieName}=${await issueCookie(accounts, signIn, now)}`;
}

/** Who has a screen open and is no simulation: the representatives, and the delegations of which one is a delegate. */
function peopleOf({ connected, state, conferenceId }: Stage): Human {
	const { representatives } = state().delegations;
	const here = new Set<string>();
	for (const { conferenceId: of, representativeId, userAgent } of connected()) {
		if (of !== conferenceId || isSimulated(userAgent)) continue;
		here.add(representativeId);
		const person = representatives.get(representativeId);
		if (person?.role === "delegate" && person.delegationId !== null) here.add(person.delegationId);
	}
	return (id) => here.has(id);
}
