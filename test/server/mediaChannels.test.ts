import { describe, expect, it } from "vitest";
import type { Channel } from "../../shared/conference/common.ts";
import { giveFloor, on, openSession, opus, refused, screen } from "../support/media/screen.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

/** Two interpreters into French, one into Arabic, one who signs. */
const booths: Readonly<Record<string, Channel>> = {
	"fr-1": "fr",
	"fr-2": "fr",
	"ar-1": "ar",
	"sign-1": "sign",
};

async function startWithBooths(): Promise<TestServer> {
	const server = await startTestServer(on);
	const representatives = Object.entries(booths).map(([id, channel]) => ({
		id,
		role: "interpreter" as const,
		delegationId: null,
		channel,
		level: "OT" as const,
		rights: ["read" as const],
	}));
	await server.act("desk", { type: "accreditRepresentatives", representatives });
	return server;
}

/** A screen in a booth with its microphone on, for nobody yet. */
async function interpreter(server: TestServer, representativeId: "fr-1" | "fr-2" | "ar-1") {
	const booth = await screen(server, representativeId);
	await booth.prepare();
	const spoken = await booth.speak(`channel:${booths[representativeId] ?? "fr"}`);
	if (spoken.status !== "done") throw new Error(`${representativeId} may not send: ${spoken.code}`);
	return { ...booth, producerId: (spoken.result as { producerId: string }).producerId };
}

const french = { channel: "fr" } as const;

describe("the channels of interpretation", () => {
	it("are heard by who has chosen them, while somebody is on the air, and by nobody else", async () => {
		const server = await startWithBooths();
		await openSession(server);
		const [booth, listener, floorOnly, arabic] = [
			await interpreter(server, "fr-1"),
			await screen(server, "ury-minister"),
			await screen(server),
			await screen(server),
		];
		await listener.listen("fr");
		await floorOnly.listen();
		await arabic.listen("ar", "sign");
		expect(listener.news).toEqual([]);
		await server.act("fr-1", { type: "goOnAir", ...french });
		expect(await booth.heard("live")).toMatchObject({ feed: "channel:fr", live: true });
		const track = await listener.heard("track");
		// Of a booth only the channel is told.
		expect(track).toMatchObject({ feed: "channel:fr", delegationId: null, kind: "audio" });
		expect(JSON.stringify(listener.news)).not.toContain("fr-1");

		await server.act("fr-1", { type: "leaveAir", ...french });
		expect((await listener.heard("ended")).consumerId).toBe(track.consumerId);
		await expect.poll(() => booth.news.at(-1)).toEqual({ type: "live", feed: "channel:fr", live: false });
		for (const other of [floorOnly, arabic]) expect(other.news).toEqual([]);
	});

	it("change over the connection that is there: what was heard ends before anything new begins", async () => {
		const server = await startWithBooths();
		await giveFloor(server, await openSession(server));
		for (const each of ["fr-1", "ar-1"] as const) await interpreter(server, each);
		const speaker = await screen(server, "idn-minister");
		await speaker.prepare();
		await speaker.speak();
		await server.act("fr-1", { type: "goOnAir", ...french });
		await server.act("ar-1", { type: "goOnAir", channel: "ar" });
		const listener = await screen(server);
		await listener.listen("fr");
		expect(listener.received().sort()).toEqual(["channel:fr", "floor"]);
		const before = listener.news.length;
		expect(await listener.ask({ type: "hear", channels: ["ar", "ar"] })).toMatchObject({ status: "done" });
		expect(listener.news.slice(before)).toMatchObject([
			{ type: "ended" },
			{ type: "track", feed: "channel:ar" },
		]);
		await listener.ask({ type: "hear", channels: [] });
		expect(listener.received()).toEqual(["floor"]);
	});

	it("pass from one interpreter to the partner in one act", async () => {
		const server = await startWithBooths();
		await openSession(server);
		const [first, second] = [await interpreter(server, "fr-1"), await interpreter(server, "fr-2")];
		const listener = await screen(server);
		await listener.listen("fr");
		await server.act("fr-1", { type: "goOnAir", ...french });
		expect(await listener.heard("track")).toMatchObject({ producerId: first.producerId });
		await server.act("fr-1", { type: "offerHandOver", ...french });
		const before = listener.news.length;
		await server.act("fr-2", { type: "goOnAir", ...french });
		expect(await listener.heard("track", before)).toMatchObject({ producerId: second.producerId });
		expect(listener.received()).toEqual(["channel:fr"]);
		expect(await second.heard("live")).toMatchObject({ live: true });
		await expect.poll(() => first.news.at(-1)).toEqual({ type: "live", feed: "channel:fr", live: false });
		// Who was relieved is ready to take it back.
		await server.act("fr-1", { type: "goOnAir", ...french });
		await expect.poll(() => listener.news.at(-1)).toMatchObject({ producerId: first.producerId });
	});

	it("are silent while the meeting is suspended and when it is closed", async () => {
		const server = await startWithBooths();
		await openSession(server);
		await interpreter(server, "fr-1");
		const listener = await screen(server);
		await listener.listen("fr");
		await server.act("fr-1", { type: "goOnAir", ...french });
		await listener.heard("track");
		const meetingId = "session-1";
		await server.act("rwa-chair", { type: "suspendMeeting", meetingId });
		await listener.heard("ended");
		const suspended = listener.news.length;
		await server.act("rwa-chair", { type: "resumeMeeting", meetingId });
		await listener.heard("track", suspended);
		await server.act("rwa-chair", { type: "closeMeeting", meetingId });
		await listener.heard("ended", suspended);
		expect(listener.received()).toEqual([]);
	});

	it("tell the listener when the interpreter coughs, and give nobody back their own voice", async () => {
		const server = await startWithBooths();
		await openSession(server);
		const first = await interpreter(server, "fr-1");
		const [device, partner] = [await screen(server, "fr-1"), await screen(server, "fr-2")];
		await first.receive(true, "fr");
		await device.listen("fr");
		await partner.listen("fr");
		await server.act("fr-1", { type: "goOnAir", ...french });
		const { consumerId } = await partner.heard("track");
		await first.ask({ type: "mute", producerId: first.producerId, muted: true });
		expect(await partner.heard("muted")).toEqual({ type: "muted", consumerId, muted: true });
		for (const own of [first, device]) expect(own.received()).toEqual([]);
	});

	it("are nobody's but the booth's own interpreters', who have no other voice", async () => {
		const server = await startWithBooths();
		const entryId = await openSession(server);
		await giveFloor(server, entryId);
		const listener = await screen(server);
		await listener.listen("fr", "ar", "sign");
		await server.act("fr-1", { type: "goOnAir", ...french });
		// The floor's holder, who follows, whoever presides: they have a transport to send by, and no leave for a channel.
		for (const who of ["idn-minister", "rwa-chair"]) {
			const other = await screen(server, who);
			expect((await other.prepare()).status, who).toBe("done");
			expect(await other.speak("channel:fr", true), who).toEqual(refused("notYourTurn"));
		}
		for (const who of [undefined, "desk", "ury-minister"])
			expect(await (await screen(server, who)).prepare(), who).toEqual(refused("notYourTurn"));
		const booth = await interpreter(server, "ar-1");
		for (const feed of ["channel:fr", "floor", "gavel"] as const)
			expect(await booth.speak(feed, true), feed).toEqual(refused("notYourTurn"));
		const forged = { kind: "audio", rtpParameters: opus, takeOver: true };
		for (const feed of ["channel:", "channel:xx", "channel", "fr"])
			expect(await booth.ask({ type: "produce", feed, ...forged }), feed).toEqual(refused("malformed"));
		for (const channels of [["xx"], ["floor"], "fr", Array(9).fill("fr")]) {
			expect(await listener.ask({ type: "hear", channels })).toEqual(refused("malformed"));
			const listen = { type: "listen", rtpCapabilities: {}, video: true, channels };
			expect(await listener.ask(listen)).toEqual(refused("malformed"));
		}
		expect(listener.news).toEqual([]);
	});

	it("carry the voice of a language and the picture of signing, and nothing else", async () => {
		const server = await startWithBooths();
		await openSession(server);
		const produce = (feed: string, kind: string) => ({
			...{ type: "produce", feed, kind, takeOver: false },
			rtpParameters: kind === "audio" ? opus : { ...opus, codecs: [vp8], encodings: [{ ssrc: 3333 }] },
		});
		const [french, signing] = [await interpreter(server, "fr-1"), await screen(server, "sign-1")];
		expect(await french.ask(produce("channel:fr", "video"))).toEqual(refused("malformed"));
		await signing.prepare();
		expect(await signing.ask(produce("channel:sign", "audio"))).toEqual(refused("malformed"));
		expect(await signing.ask(produce("channel:sign", "video"))).toMatchObject({ status: "done" });
		await server.act("sign-1", { type: "goOnAir", channel: "sign" });
		const [seeing, hearing] = [await screen(server), await screen(server)];
		await seeing.listen("sign");
		expect(seeing.received()).toEqual(["channel:sign"]);
		// Sound only: no picture of anybody.
		await hearing.prepare();
		await hearing.receive(false, "sign");
		expect(hearing.news).toEqual([]);
	});

	it("end with the accreditation, and come back on another worker", async () => {
		const server = await startWithBooths();
		await openSession(server);
		const booth = await interpreter(server, "fr-1");
		const listener = await screen(server);
		await listener.listen("fr");
		await server.act("fr-1", { type: "goOnAir", ...french });
		await listener.heard("track");
		const [pid] = await server.media.pids();
		process.kill(pid ?? 0, "SIGKILL");
		await Promise.all([listener.heard("reset"), booth.heard("reset")]);
		const before = listener.news.length;
		expect(await listener.ask({ type: "hear", channels: ["fr"] })).toEqual(refused("notOpen"));
		await listener.listen("fr");
		await booth.prepare();
		expect((await booth.speak("channel:fr")).status).toBe("done");
		await listener.heard("track", before);
		await server.act("desk", { type: "withdrawAccreditation", representativeId: "fr-1" });
		await listener.heard("ended", before);
	});
});

const vp8 = { mimeType: "video/VP8", payloadType: 96, clockRate: 90_000, parameters: {} };
