/**
 * The version of everything under `shared/protocol` and of the commands. A test hashes the schemas: a change
 * without a new number and a line of history fails. A client of another version is told to reload; its
 * pending commands are kept and sent again under the same ids.
 */
export const protocolVersion = 6;

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
	{
		version: 2,
		hash: "58380dab783d23a3",
		change:
			"The commands of procedure: rules and modes, lots, fixed places, swaps, late requests, hands, points of order, replies, motions, taking back, texts, documents, messages. Files over HTTP, courtesies, how long the holder of the gavel is away.",
	},
	{
		version: 3,
		hash: "794d5cfbbab35d1e",
		change:
			"Pledges with parts of partners, amounts, earlier and matching pledges, classification; cueing, rejecting, correcting, merging, importing, delivery and rates. Versions of initiatives, and support with an explanation.",
	},
	{
		version: 4,
		hash: "85a63b8dbef413c2",
		change:
			"The lane of sound and picture: transports, what is sent with the floor or the gavel, what is received.",
	},
	{
		version: 5,
		hash: "580bc6f6b9fee057",
		change:
			"What a seat finds in the green room, and the signal that tells podium and secretariat; an end of listening. Recorded statements: filing them with captions and a poster, playing them on the floor's clock.",
	},
	{
		version: 6,
		hash: "441dcb06522c04f1",
		change:
			"Interpretation: who works into which channel, booths that go on the air and off it, and their channels on the lane of sound and picture, sent by a booth and chosen by who listens. Captions of what is said. What operators are told of sound and picture, and a feed that is restarted.",
	},
];
