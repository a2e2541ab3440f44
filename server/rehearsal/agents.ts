/**
 * By what a simulated participant signs in. The server keeps the user agent with each sign-in, so that it can
 * tell people from simulations: whoever came by another agent is a person.
 */
export const simulatedAgents = {
	/** The participants that a rehearsal's server plays itself. */
	live: "Plenaria-Rehearsal/live",
	/** Those of `npm run rehearsal`; while one of them is connected, the live ones stand back. */
	run: "Plenaria-Rehearsal/run",
} as const;

/** Whether this user agent is a simulation of ours. */
export function isSimulated(userAgent: string | undefined): boolean {
	return userAgent === simulatedAgents.live || userAgent === simulatedAgents.run;
}
