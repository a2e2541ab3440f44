import { expect, onTestFinished, test, vi } from "vitest";
import { ConferenceClient } from "../../client/conference/conferenceClient.ts";
import type { OpenWire, Wire, WireHandlers } from "../../client/conference/wire.ts";
import { socketWire } from "../../client/conference/wire.ts";
import { audienceKey, parseAudience } from "../../shared/conference/audience.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { encodeState } from "../../shared/conference/snapshot.ts";
import { view } from "../../shared/conference/visibility.ts";
import type { SnapshotMessage } from "../../shared/protocol/snapshot.ts";
import { content } from "../support/factories.ts";
import type { TestServer } from "../support/server.ts";
import { startTestServer } from "../support/server.ts";

/** The client against the real server over a real socket, which a test can cut as a network does. */
class CutWire {
	handlers: WireHandlers | undefined;
	wire: Wire | undefined;
	/** Lets commands through to the server but loses what it answers. */
	losesAnswers = false;

	open(inner: OpenWire): OpenWire {
		return (handlers) => {
			this.handlers = handlers;
			const wire = inner(handlers);
			this.wire = wire;
			return {
				...wire,
				command: async (message) => {
					const answer = await wire.command(message);
					if (this.losesAnswers) throw new Error("lost");
					return answer;
				},
			};
		};
	}

	cut(): void {
		this.wire?.close();
		this.handlers?.disconnected();
	}
}

async function page(server: TestServer, as: string | null, audience: string) {
	const headers: Record<string, string> = as === null ? {} : { cookie: await server.cookie(as) };
	const fetchJson = async (path: string): Promise<unknown> => {
		const response = await fetch(server.at(path), { headers });
		if (!response.ok) throw new Error(`${path} answered ${response.status}`);
		return response.json();
	};
	const snapshot = (await fetchJson(`/api/conferences/seoul/snapshot?as=${audience}`)) as SnapshotMessage;
	const network = new CutWire();
	const boot = {
		conferenceId: "seoul",
		locale: "en" as const,
		screen: "console" as const,
		about: "",
		seat: null,
		person: null,
		snapshot,
		now: Date.now(),
		rate: 1,
	};
	const client = new ConferenceClient(boot, {
		openWire: network.open(socketWire(server.url, headers)),
		keep: null,
		fetchJson,
		online: () => true,
		reload: () => false,
	});
	onTestFinished(() => client.stop());
	client.start();
	await until(() => client.connection.get().status === "connected");
	return { client, network };
}

/** Waits for something that the network brings about; vitest's own timeout bounds it. */
async function until(isSo: () => boolean): Promise<void> {
	await vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 10_000, interval: 10 });
}

/** The page holds exactly what its audience may see of the server's state. */
async function agrees(server: TestServer, client: ConferenceClient): Promise<void> {
	const conference = server.conferences.get("seoul");
	const audience = parseAudience(client.audience);
	if (conference === undefined || audience === undefined) throw new Error("No such conference or audience.");
	await until(() => client.n === conference.position(audience));
	expect(audienceKey(audience)).toBe(client.audience);
	expect(encodeState(client.state())).toEqual(encodeState(view(audience, conference.state)));
}

const draft: Command = {
	type: "draftPledge",
	delegationId: "idn",
	content: content({ title: "One level 2 hospital" }),
};

test("a page that joins sees what others do, and knows the conference's time", async () => {
	const server = await startTestServer();
	const { client } = await page(server, null, "public");
	await server.act("kor-chair", { type: "openMeeting", meetingId: "opening" });
	await agrees(server, client);
	expect(client.state().programme.meetings.get("opening")?.status).toBe("open");
	expect(Math.abs(client.clock.now() - (server.conferences.get("seoul")?.now() ?? 0))).toBeLessThan(1000);
});

test("a command resolves when the page shows its effect, with the id of what it made", async () => {
	const server = await startTestServer();
	const { client } = await page(server, "idn-minister", "delegation:idn");
	const sent = await client.send(draft);
	expect(sent.status).toBe("accepted");
	const created = sent.status === "accepted" ? sent.created : null;
	expect(client.state().pledges.pledges.get(created ?? "")?.title).toBe("One level 2 hospital");
	await agrees(server, client);
});

test("what was missed while the connection was cut is caught up", async () => {
	const server = await startTestServer();
	const { client, network } = await page(server, null, "public");
	network.cut();
	await server.act("kor-chair", { type: "openMeeting", meetingId: "opening" });
	client.tryNow();
	await agrees(server, client);
	expect(client.connection.get()).toMatchObject({
		status: "connected",
		back: { changes: expect.any(Number) },
	});
});

test("a command whose answer was lost is asked again and applied once", async () => {
	const server = await startTestServer();
	const { client, network } = await page(server, "idn-minister", "delegation:idn");
	network.losesAnswers = true;
	const sent = client.send(draft);
	await until(() => client.state().pledges.pledges.size === 1);
	network.losesAnswers = false;
	network.cut();
	client.tryNow();
	expect((await sent).status).toBe("accepted");
	await agrees(server, client);
	expect(client.state().pledges.pledges.size).toBe(1);
});

test("a page that holds another audience's view takes a fresh snapshot of its own", async () => {
	const server = await startTestServer();
	await server.act("idn-minister", draft);
	const { client } = await page(server, "idn-minister", "public");
	expect(client.audience).toBe("delegation:idn");
	expect(client.state().pledges.pledges.size).toBe(1);
	await agrees(server, client);
});

test("of a frame that went astray the page notices the gap and asks for it", async () => {
	const server = await startTestServer();
	const { client, network } = await page(server, null, "public");
	const { handlers } = network;
	if (handlers === undefined) throw new Error("not started");
	handlers.frame({ from: client.n + 5, to: client.n + 5, events: [] });
	await server.act("kor-chair", { type: "openMeeting", meetingId: "opening" });
	await agrees(server, client);
});

test("of thousands that come at once the page takes the snapshot, and goes on from there", async () => {
	const server = await startTestServer();
	const { client } = await page(server, null, "public");
	const secretariat = await page(server, "desk", "secretariat");
	const pledges = Array.from({ length: 700 }, (_, index) => ({
		...{ delegationId: "idn", stage: "announced" as const },
		content: content({ title: `Imported ${index}` }),
	}));
	await server.act("desk", { type: "importPledges", pledges });
	await agrees(server, client);
	await agrees(server, secretariat.client);
	expect(client.state().pledges.pledges.size).toBe(700);
	await server.act("kor-chair", { type: "openMeeting", meetingId: "opening" });
	await agrees(server, client);
	expect(client.connection.get()).toMatchObject({ status: "connected" });
});
