/** The server that simulated participants talk to. */
export interface Target {
	/** `http://localhost:3000` */
	readonly origin: string;
	readonly conferenceId: string;
	/** Allows a server that is not this machine. Off by default: a rehearsal is a load on whatever it meets. */
	readonly allowRemote?: boolean;
}

/** @throws RangeError for another machine, unless that was allowed. */
export function checkTarget({ origin, allowRemote }: Target): void {
	const { hostname } = new URL(origin);
	const isHere = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
	if (!isHere && allowRemote !== true)
		throw new RangeError(`${origin} is not this machine: a rehearsal drives it only when that is allowed.`);
}
