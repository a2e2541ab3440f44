import { describe, expect, it } from "vitest";
import { actorOf, system } from "../../shared/conference/actor.ts";
import type { CommandType, DomainEvent } from "../../shared/conference/decider.ts";
import { evolve } from "../../shared/conference/decider.ts";
import { tally } from "../../shared/conference/tally.ts";
import { comparable } from "../support/comparable.ts";
import { checkInvariants } from "../support/invariants.ts";
import { RandomSession, Unfit } from "../support/random.ts";
import { compose } from "../support/randomCommands/compose.ts";
import { secondTally } from "../support/secondTally.ts";

/** A hundred conferences of a hundred pledges each: ten thousand, and every figure after every event. */
const conferences = 100;
const pledgesEach = 100;
const together = 10;

/** What such a conference consists of, by weight. */
const weights: Partial<Record<CommandType, number>> = {
	draftPledge: 8,
	revisePledge: 2,
	sharePledge: 2,
	submitPledge: 12,
	requestChange: 1,
	acceptPledge: 14,
	rejectPledge: 1,
	cuePledge: 2,
	uncuePledge: 1,
	announcePledge: 4,
	announceInWriting: 24,
	confirmPledge: 6,
	confirmPart: 8,
	declinePart: 2,
	recordDelivered: 1,
	correctPledge: 6,
	mergePledges: 3,
	importPledges: 3,
	reportDelivery: 1,
	giveRate: 1,
	withdrawPledge: 4,
	publishNeeds: 1,
	changeNeed: 1,
	openMeeting: 1,
	closeMeeting: 1,
	startSegment: 1,
	openList: 1,
	inscribe: 2,
	giveFloor: 2,
};
const types = Object.entries(weights).flatMap(([type, weight]) =>
	Array<CommandType>(weight).fill(type as CommandType),
);

/** How often each kind of event came about in all conferences. */
const seen = new Map<string, number>();

function follow(seed: number): void {
	const session = new RandomSession(seed);
	for (const _ of session.begin());
	while (session.state.pledges.pledges.size < pledgesEach) {
		session.journalNow += session.random.below(20_000);
		session.isWild = session.random.chance(0.05);
		const records = session.records.length;
		const before = session.state;
		try {
			const { command, as } = compose(session.random.pick(types), session);
			const actor = as === "system" ? system : actorOf(before, as);
			if (actor === undefined) continue;
			session.run(command, actor);
		} catch (error) {
			if (error instanceof Unfit) continue;
			throw error;
		}
		let state = before;
		for (let index = records; index < session.records.length; index += 1) {
			const { type, time, data } = session.records[index]!;
			state = evolve(state, { type, at: time, data } as DomainEvent);
			seen.set(type, (seen.get(type) ?? 0) + 1);
			expect(comparable(tally(state)), `seed ${seed}, record ${index + 1}: ${type}`).toEqual(
				secondTally(session.records.slice(0, index + 1)),
			);
		}
	}
	checkInvariants(session.state);
}

describe("PL7 PL8 PL12 PL14 PL15 NE2 NE3 the tally equals the second one after every event", () => {
	for (let from = 1; from <= conferences; from += together)
		it(`in conferences ${from} to ${from + together - 1}`, () => {
			for (let seed = from; seed < from + together; seed += 1) follow(seed);
		}, 120_000);

	it("and everything that moves it has come about often", () => {
		for (const type of [
			...["PartConfirmed", "PartDeclined", "PartReopened", "PledgeCorrected", "PledgeMerged"],
			...["PledgeImported", "PledgeWithdrawn", "PledgeConfirmed", "NeedChanged", "RateGiven"],
		])
			expect(seen.get(type) ?? 0, type).toBeGreaterThan(50);
	});
});
