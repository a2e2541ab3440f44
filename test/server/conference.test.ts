import { describe, expect, it } from "vitest";
import type { Outcome } from "../../server/conference/conference.ts";
import { Conference } from "../../server/conference/conference.ts";
import type { Journal } from "../../server/journal/journal.ts";
import { MemoryJournal, MemoryStore } from "../../server/journal/memoryJournal.ts";
import type { Audience } from "../../shared/conference/audience.ts";
import { publicAudience } from "../../shared/conference/audience.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { encodeState } from "../../shared/conference/snapshot.ts";
import { content, definition } from "../support/factories.ts";
import { type Fault, FaultyJournal } from "../support/faultyJournal.ts";

async function open(journal: Journal): Promise<Conference> {
	const report = (error: unknown) => {
		throw error;
	};
	return Conference.open({ id: "seoul", journal, plateOf: () => undefined, report });
}

async function ready(journal: Journal = new MemoryJournal()): Promise<Conference> {
	const conference = await open(journal);
	for (const [index, [command, { as }]] of definition.entries()) {
		const outcome = await conference.execute(String(as), `setup-${index}`, command);
		expect(outcome.status).toBe("accepted");
	}
	return conference;
}

const draft: Command = { type: "draftPledge", delegationId: "idn", content: content() };

function accepted(outcome: Outcome) {
	if (outcome.status !== "accepted") throw new Error(JSON.stringify(outcome));
	return outcome;
}

const indonesia: Audience = { kind: "delegation", delegationId: "idn" };
const uruguay: Audience = { kind: "delegation", delegationId: "ury" };

describe("a conference", () => {
	it("applies a command once, however often its id is sent, and answers the same", async () => {
		const conference = await ready();
		const first = accepted(await conference.execute("idn-minister", "command-1", draft));
		const again = accepted(await conference.execute("idn-minister", "command-1", draft));
		expect(first.created).not.toBeNull();
		expect(again.created).toBe(first.created);
		expect(conference.state.pledges.pledges.size).toBe(1);
	});

	it("applies a command once when both copies arrive in one batch", async () => {
		const conference = await ready();
		const both = await Promise.all([
			conference.execute("idn-minister", "command-1", draft),
			conference.execute("idn-minister", "command-1", draft),
		]);
		expect(new Set(both.map((outcome) => accepted(outcome).created)).size).toBe(1);
		expect(conference.state.pledges.pledges.size).toBe(1);
	});

	it("refuses an id that was used for another command", async () => {
		const conference = await ready();
		await conference.execute("idn-minister", "command-1", draft);
		const other = await conference.execute("idn-minister", "command-1", { ...draft, delegationId: "nor" });
		expect(other).toMatchObject({ status: "refused", rejection: { code: "commandReused" } });
	});

	it("refuses who is not accredited", async () => {
		const conference = await ready();
		const outcome = await conference.execute("nobody", "command-1", draft);
		expect(outcome).toMatchObject({ status: "refused", rejection: { code: "signedOut" } });
	});

	it("decides what arrives during a commit together, each on top of the one before", async () => {
		const journal = new FaultyJournal();
		const conference = await ready(journal);
		const before = journal.appends;
		const ids = Array.from({ length: 40 }, (_, index) => `command-${index}`);
		await Promise.all(ids.map((id) => conference.execute("idn-minister", id, draft)));
		expect(conference.state.pledges.pledges.size).toBe(40);
		expect(journal.appends - before).toBeLessThanOrEqual(2);
	});

	it("changes nothing when the journal cannot be written, says so, and recovers by itself", async () => {
		const journal = new FaultyJournal();
		const conference = await ready(journal);
		const before = JSON.stringify(encodeState(conference.state));
		journal.failNext("unavailable");
		const outcome = await conference.execute("idn-minister", "command-1", draft);
		expect(outcome).toMatchObject({ status: "refused", rejection: { code: "journalUnavailable" } });
		expect(JSON.stringify(encodeState(conference.state))).toBe(before);
		accepted(await conference.execute("idn-minister", "command-1", draft));
		expect(conference.state.pledges.pledges.size).toBe(1);
	});

	it.each<Fault>(["unknown-lost", "unknown-stored"])(
		"applies a command once when the reply is %s",
		async (trouble) => {
			const journal = new FaultyJournal();
			const conference = await ready(journal);
			journal.failNext(trouble);
			accepted(await conference.execute("idn-minister", "command-1", draft));
			expect(conference.state.pledges.pledges.size).toBe(1);
			expect((await open(journal)).state.pledges.pledges.size).toBe(1);
		},
	);

	it("is the same on every node: state, positions, and commands already applied", async () => {
		const store = new MemoryStore();
		const here = await ready(new MemoryJournal(store));
		const there = await open(new MemoryJournal(store));
		const made = accepted(await here.execute("idn-minister", "command-1", draft)).created;
		const repeated = accepted(await there.execute("idn-minister", "command-1", draft));
		expect(repeated.created).toBe(made);
		expect(encodeState(there.state)).toEqual(encodeState(here.state));
		for (const audience of [publicAudience, indonesia, uruguay, { kind: "secretariat" } as const])
			expect(there.position(audience)).toBe(here.position(audience));
	});

	it("keeps one order when two nodes write at once", async () => {
		const store = new MemoryStore();
		const nodes = [await ready(new MemoryJournal(store)), await open(new MemoryJournal(store))];
		await Promise.all(
			nodes.flatMap((node, which) =>
				Array.from({ length: 50 }, (_, index) =>
					node.execute("idn-minister", `command-${which}-${index}`, draft),
				),
			),
		);
		const third = await open(new MemoryJournal(store));
		expect(third.state.pledges.pledges.size).toBe(100);
	});

	it("counts what each audience is told without holes, and tells nobody of others' drafts", async () => {
		const conference = await ready();
		const audiences = [publicAudience, indonesia, uruguay];
		const before = audiences.map((audience) => conference.position(audience));
		await conference.execute("idn-minister", "command-1", draft);
		const after = audiences.map((audience) => conference.position(audience));
		expect(after.map((n, index) => n - before[index]!)).toEqual([0, 1, 0]);
		expect(conference.since(indonesia, before[1]!)).toMatchObject([{ type: "PledgeShown" }]);
		expect(conference.since(uruguay, before[2]!)).toEqual([]);
	});

	it("offers no tail from a position that was never reached", async () => {
		const conference = await ready();
		expect(conference.since(publicAudience, conference.position(publicAudience) + 1)).toBeUndefined();
	});

	it("is told from a conference of the same name begun anew", async () => {
		let wall = 2_000_000_000_000;
		const journal = () => new MemoryJournal(new MemoryStore(), () => wall++);
		const [first, second] = [await ready(journal()), await ready(journal())];
		expect(first.epoch).toMatch(/^[0-9a-f]{64}$/);
		expect(second.epoch).not.toBe(first.epoch);
	});

	it("stops at a record that does not follow the one before, instead of guessing", async () => {
		const store = new MemoryStore();
		await ready(new MemoryJournal(store));
		store.journals.get("seoul")?.splice(2, 1);
		await expect(open(new MemoryJournal(store))).rejects.toThrow(/record 4 does not follow 2/);
	});

	it("never lets conference time run backwards", async () => {
		let wall = 2_000_000_000_000;
		const store = new MemoryStore();
		const journal = new MemoryJournal(store, () => wall);
		const conference = await ready(journal);
		wall -= 3_600_000;
		await conference.execute("idn-minister", "command-1", draft);
		const times = store.journals.get("seoul")?.map(({ record }) => record.time) ?? [];
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});

	it("runs the clock of a rehearsal at its rate, and only a rehearsal's", async () => {
		let wall = 2_000_000_000_000;
		const conference = await ready(new MemoryJournal(new MemoryStore(), () => wall));
		accepted(await conference.execute("desk", "rate-20", { type: "setClockRate", rate: 20, journalAt: 0 }));
		const before = conference.now();
		wall += 1000;
		expect(conference.now() - before).toBe(20_000);
	});
});
