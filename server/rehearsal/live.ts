import type { State } from "../../shared/conference/state.ts";
import type { Accounts, SignIn } from "../accounts/accounts.ts";
import { castAccount, isRefusal } from "../accounts/accounts.ts";
import { issueCookie } from "../accounts/cookies.ts";
import { isSimulated, simulatedAgents } from "./agents.ts";
import { defaultSeed } from "./cast.ts";
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
		human: (id) => isHuman(stage, id),
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

/** Whether somebody who is no simulation has a screen open as this representative, or as a delegate of this delegation. */
function isHuman({ connected, state, conferenceId }: Stage, id: string): boolean {
	const { representatives } = state().delegations;
	return connected().some((signIn) => {
		if (signIn.conferenceId !== conferenceId || isSimulated(signIn.userAgent)) return false;
		if (signIn.representativeId === id) return true;
		const person = representatives.get(signIn.representativeId);
		return person?.role === "delegate" && person.delegationId === id;
	});
}
