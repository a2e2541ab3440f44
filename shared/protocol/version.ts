/**
 * The version of everything under `shared/protocol` and of the commands. A test hashes the schemas: a change
 * without a new number and a line of history fails. A client of another version is told to reload; its
 * pending commands are kept and sent again under the same ids.
 */
export const protocolVersion = 1;

/** What changed with each version. */
export const protocolHistory: readonly {
	readonly version: number;
	readonly hash: string;
	readonly change: string;
}[] = [
	{
		version: 1,
		hash: "3412fe386865a2d0",
		change: "The first protocol: join, frames, commands, clock, presence.",
	},
];
