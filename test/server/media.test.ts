import { describe, expect, it } from "vitest";
import { connect } from "../support/client.ts";
import { giveFloor, on, openSession, opus, refused, screen } from "../support/media/screen.ts";
import { startTestServer } from "../support/server.ts";

describe("the lane of sound and picture", () => {
	it("answers mediaOff where the server has none, and the rest goes on", async () => {
		const server = await startTestServer();
		const visitor = await screen(server);
		expect(await visitor.ask({ type: "open" })).toEqual(refused("mediaOff"));
		await openSession(server);
	});

	it("lets nobody send who has neither the floor nor is next", async () => {
		const server = await startTestServer(on);
		const entryId = await openSession(server);
		await giveFloor(server, entryId);
		const others = [undefined, "desk", "ury-minister", "idn-pledger", "usa-chair"];
		for (const who of others) {
			const other = await screen(server, who);
			expect(await other.prepare(), who).toEqual(refused("notYourTurn"));
			expect(await other.speak(), who).toEqual(refused("notOpen"));
		}
		// A seat of one's own does not open another's: the gavel's is not for whoever has the floor.
		const speaker = await screen(server, "idn-minister");
		expect((await speaker.prepare()).status).toBe("done");
		expect(await speaker.speak("gavel")).toEqual(refused("notYourTurn"));
		expect((await speaker.speak("floor")).status).toBe("done");
	});

	it("sends to all what the floor's holder sends, from the call until the floor ends", async () => {
		const server = await startTestServer(on);
		const entryId = await openSession(server);
		const [speaker, visitor, chair] = [
			await screen(server, "idn-minister"),
			await screen(server),
			await screen(server, "rwa-chair"),
		];
		await visitor.listen();
		await chair.listen();
		await speaker.prepare();
		await speaker.speak();
		expect(visitor.news).toEqual([]);

		const { created } = await giveFloor(server, entryId);
		expect(await speaker.heard("live")).toMatchObject({ feed: "floor", live: true });
		for (const listener of [visitor, chair]) {
			const track = await listener.heard("track");
			expect(track).toMatchObject({ feed: "floor", delegationId: "idn", kind: "audio" });
			expect(await listener.ask({ type: "resume", consumerId: track.consumerId })).toMatchObject({
				status: "done",
			});
		}

		await server.act("rwa-chair", { type: "endFloor", statementId: created ?? "" });
		expect(await speaker.heard("stopped")).toMatchObject({ feed: "floor", reason: "over" });
		for (const listener of [visitor, chair]) await listener.heard("ended");
		// The transport still stands; what a client that does not stop sends over it has no leave.
		expect(await speaker.speak()).toEqual(refused("notYourTurn"));
	});

	it("silences the meeting while it is suspended, and brings the speaker back when it goes on", async () => {
		const server = await startTestServer(on);
		const entryId = await openSession(server);
		const speaker = await screen(server, "idn-minister");
		const visitor = await screen(server);
		await visitor.listen();
		await speaker.prepare();
		await speaker.speak();
		await giveFloor(server, entryId);
		await visitor.heard("track");
		await server.act("rwa-chair", { type: "suspendMeeting", meetingId: "session-1" });
		await visitor.heard("ended");
		const before = visitor.news.length;
		await server.act("rwa-chair", { type: "resumeMeeting", meetingId: "session-1" });
		await visitor.heard("track", before);
	});

	it("takes a delegation's second device only when that takes over", async () => {
		const server = await startTestServer(on);
		await openSession(server);
		const first = await screen(server, "idn-minister");
		const second = await screen(server, "idn-speaker");
		await first.prepare();
		await first.speak();
		await second.prepare();
		expect(await second.speak()).toEqual(refused("microphoneElsewhere"));
		expect((await second.speak("floor", true)).status).toBe("done");
		expect(await first.heard("stopped")).toMatchObject({ reason: "takenOver" });
	});

	it("goes on while a screen joins anew after a gap", async () => {
		const server = await startTestServer(on);
		const entryId = await openSession(server);
		const [speaker, visitor] = [await screen(server, "idn-minister"), await screen(server)];
		await visitor.listen();
		await speaker.prepare();
		const spoken = await speaker.speak();
		if (spoken.status !== "done") throw new Error(spoken.code);
		const { producerId } = spoken.result as { producerId: string };
		const { created } = await giveFloor(server, entryId);
		const { consumerId } = await visitor.heard("track");
		await visitor.rejoin();
		await speaker.rejoin();
		expect(visitor.news.map(({ type }) => type)).not.toContain("ended");
		// Both are still known: the one's microphone, and the other's place among the listeners.
		expect((await speaker.ask({ type: "mute", producerId, muted: true })).status).toBe("done");
		expect(await visitor.heard("muted")).toMatchObject({ consumerId, muted: true });
		await server.act("rwa-chair", { type: "endFloor", statementId: created ?? "" });
		await visitor.heard("ended");
	});

	it("tells the podium and the secretariat alone how the seats in the green room stand, until they leave it", async () => {
		const server = await startTestServer(on);
		const entryId = await openSession(server);
		const told: Record<string, unknown[]> = {};
		for (const who of ["rwa-chair", "desk", "ury-minister", "idn-minister", "visitor"]) {
			const client = await connect(server, who === "visitor" ? undefined : who);
			told[who] = [];
			client.socket.on("readiness", ({ seats }) => told[who]?.push(seats));
			await client.enter();
		}
		const seat = await screen(server, "idn-minister");
		await seat.prepare();
		const report = { camera: "good", microphone: "quiet", connection: "testing", ready: false } as const;
		const last = (who: string) => told[who]?.at(-1);
		expect(await seat.ask({ type: "report", report })).toMatchObject({ status: "done" });
		await expect.poll(() => last("rwa-chair")).toEqual([{ delegationId: "idn", ...report }]);
		expect(last("desk")).toEqual(last("rwa-chair"));
		const ready = { ...report, microphone: "good", ready: true };
		await seat.ask({ type: "report", report: ready });
		await expect.poll(() => last("desk")).toEqual([{ delegationId: "idn", ...ready }]);
		// Whoever comes later is told at once.
		const late = await connect(server, "rwa-chair");
		const first = new Promise((resolve) => late.socket.once("readiness", resolve));
		await late.enter();
		expect(await first).toEqual({ seats: [{ delegationId: "idn", ...ready }] });
		await giveFloor(server, entryId);
		await expect.poll(() => last("rwa-chair")).toEqual([]);
		for (const who of ["ury-minister", "idn-minister", "visitor"]) expect(told[who]).toEqual([]);
	});

	it("takes no report of a seat that does not wait for the floor, and forgets one whose screen is gone", async () => {
		const server = await startTestServer(on);
		await openSession(server);
		const report = { camera: "off", microphone: "good", connection: "good", ready: true };
		for (const who of [undefined, "ury-minister", "idn-pledger", "desk"]) {
			const other = await screen(server, who);
			await other.ask({ type: "open" });
			expect(await other.ask({ type: "report", report }), who).toEqual(refused("notYourTurn"));
		}
		const chair = await connect(server, "rwa-chair");
		const told: unknown[] = [];
		chair.socket.on("readiness", ({ seats }) => told.push(seats));
		await chair.enter();
		const client = await connect(server, "idn-minister");
		await client.enter();
		await client.socket.emitWithAck("media", {
			type: "report",
			report: { ...report, camera: "perhaps" },
		} as never);
		await client.socket.emitWithAck("media", { type: "report", report } as never);
		await expect.poll(() => told.at(-1)).toEqual([{ delegationId: "idn", ...report }]);
		// Whoever turns the microphone off, or loses it to another device of the seat, is not ready any more.
		const ask = (request: unknown) => client.socket.emitWithAck("media", request as never);
		await ask({ type: "stop", feed: "floor" });
		await expect.poll(() => told.at(-1)).toEqual([]);
		await ask({ type: "open" });
		await ask({ type: "transport", direction: "send" });
		const sent = { type: "produce", feed: "floor", kind: "audio", rtpParameters: opus, takeOver: false };
		expect(await ask(sent)).toMatchObject({ status: "done" });
		await ask({ type: "report", report });
		await expect.poll(() => told.at(-1)).toEqual([{ delegationId: "idn", ...report }]);
		const second = await screen(server, "idn-minister");
		await second.prepare();
		expect(await second.speak("floor", true)).toMatchObject({ status: "done" });
		await expect.poll(() => told.at(-1)).toEqual([]);
		await client.socket.emitWithAck("media", { type: "report", report } as never);
		await expect.poll(() => told.at(-1)).toEqual([{ delegationId: "idn", ...report }]);
		client.socket.disconnect();
		await expect.poll(() => told.at(-1)).toEqual([]);
	});

	it("sends nothing more to a screen that stops listening, until it listens again", async () => {
		const server = await startTestServer(on);
		const entryId = await openSession(server);
		const [speaker, visitor] = [await screen(server, "idn-minister"), await screen(server)];
		await visitor.listen();
		await speaker.prepare();
		await speaker.speak();
		await giveFloor(server, entryId);
		const track = await visitor.heard("track");
		expect(await visitor.ask({ type: "stopListening" })).toMatchObject({ status: "done" });
		expect((await visitor.heard("ended")).consumerId).toBe(track.consumerId);
		const before = visitor.news.length;
		const another = { ...opus, mid: "1", encodings: [{ ssrc: 2222 }] };
		const anew = { type: "produce", feed: "floor", kind: "audio", takeOver: false };
		expect(await speaker.ask({ ...anew, rtpParameters: opus })).toEqual(refused("malformed"));
		expect(await speaker.ask({ ...anew, rtpParameters: another })).toMatchObject({ status: "done" });
		expect(await visitor.ask({ type: "resume", consumerId: track.consumerId })).toMatchObject({
			status: "done",
		});
		expect(visitor.news.slice(before).filter(({ type }) => type === "track")).toEqual([]);
		await visitor.listen();
		await visitor.heard("track", before);
	});

	it("refuses what is malformed, forged or not open in a word, and goes on", async () => {
		const server = await startTestServer(on);
		await openSession(server);
		const speaker = await screen(server, "idn-minister");
		expect(await speaker.ask({ type: "listen", rtpCapabilities: {}, video: true, channels: [] })).toEqual(
			refused("notOpen"),
		);
		expect(await speaker.ask({ type: "nothing" })).toEqual(refused("malformed"));
		await speaker.prepare();
		const forged = { type: "produce", feed: "channel", kind: "audio", rtpParameters: opus, takeOver: true };
		expect(await speaker.ask(forged)).toEqual(refused("malformed"));
		expect(await speaker.ask({ ...forged, feed: "floor", rtpParameters: {} })).toEqual(refused("malformed"));
		expect(await speaker.ask({ type: "mute", producerId: "another", muted: false })).toEqual(
			refused("notOpen"),
		);
		expect(await speaker.ask({ type: "connect", transportId: "x", dtlsParameters: {} })).toEqual(
			refused("notOpen"),
		);
		expect((await speaker.speak()).status).toBe("done");
	});

	it("has room for so many of the public, and always for who is signed in", async () => {
		const server = await startTestServer({ variables: { ...on.variables, MEDIA_PUBLIC: "1" } });
		const [first, second, delegate] = [
			await screen(server),
			await screen(server),
			await screen(server, "ury-minister"),
		];
		expect((await first.listen()).status).toBe("done");
		expect(await second.listen()).toEqual(refused("mediaFull"));
		expect((await delegate.listen()).status).toBe("done");
	});

	it("tells everybody to begin anew when a worker has died, and forwards again on another", async () => {
		const server = await startTestServer(on);
		const entryId = await openSession(server);
		await giveFloor(server, entryId);
		const [speaker, visitor] = [await screen(server, "idn-minister"), await screen(server)];
		await visitor.listen();
		await speaker.prepare();
		await speaker.speak();
		await visitor.heard("track");
		const [pid] = await server.media.pids();
		process.kill(pid ?? 0, "SIGKILL");
		await Promise.all([visitor.heard("reset"), speaker.heard("reset")]);
		const before = visitor.news.length;
		await visitor.listen();
		await speaker.prepare();
		expect((await speaker.speak()).status).toBe("done");
		await visitor.heard("track", before);
	});

	it("ends what somebody sends when the accreditation is withdrawn", async () => {
		const server = await startTestServer(on);
		const entryId = await openSession(server);
		const [speaker, visitor] = [await screen(server, "idn-speaker"), await screen(server)];
		await visitor.listen();
		await speaker.prepare();
		await speaker.speak();
		await giveFloor(server, entryId);
		await visitor.heard("track");
		await server.act("desk", { type: "withdrawAccreditation", representativeId: "idn-speaker" });
		await visitor.heard("ended");
	});
});
