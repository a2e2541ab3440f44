import type { types } from "mediasoup";
import { describe, expect, it, onTestFinished } from "vitest";
import { GreenRoom } from "../../server/media/greenRoom.ts";
import { Monitor } from "../../server/media/monitor.ts";
import { MediaRoom } from "../../server/media/room.ts";
import { findWorker } from "../../server/media/workerBinary.ts";
import { MediaWorkers } from "../../server/media/workers.ts";
import type { MediaAnswer, MediaNews } from "../../shared/protocol/media.ts";
import type { LevelsSignal, MonitorSignal } from "../../shared/protocol/monitor.ts";
import { connect } from "../support/client.ts";
import { inscribe } from "../support/factories.ts";
import { levelled, pump } from "../support/media/rtp.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const on = { variables: { MEDIA: "on", MEDIA_WORKERS: "1" } };
const patience = { timeout: 20_000 };
const refused = (code: string) => ({ status: "refused", code });

/** Indonesia is called in a session that has just been opened. */
async function callIndonesia(server: TestServer): Promise<void> {
	await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await server.act("rwa-chair", { type: "startSegment", segmentId: "statements-1" });
	await server.act("rwa-chair", { type: "openList", segmentId: "statements-1", closesAt: null });
	const { created } = await server.act("idn-minister", inscribe("idn"));
	await server.act("rwa-chair", {
		type: "giveFloor",
		segmentId: "statements-1",
		entryId: created ?? "",
		after: null,
	});
}

/** A screen on the lane of media, with all that it is told. */
async function screen(server: TestServer, who?: string) {
	const client = await connect(server, who);
	const news: MediaNews[] = [];
	const monitor: MonitorSignal[] = [];
	const levels: LevelsSignal[] = [];
	client.socket.on("media", (each) => void news.push(each));
	client.socket.on("monitor", (each) => void monitor.push(each));
	client.socket.on("levels", (each) => void levels.push(each));
	await client.enter();
	const ask = (request: unknown): Promise<MediaAnswer> =>
		client.socket.emitWithAck("media", request as never);
	return {
		news,
		monitor,
		levels,
		ask,
		leave: () => client.socket.disconnect(),
		isConnected: () => client.socket.connected,
		/** Waits until everything that was sent to this screen before has arrived. */
		caughtUp: () => client.socket.emitWithAck("clock"),
		wire: () => client.wire,
		heard: (type: MediaNews["type"], times = 1) =>
			expect.poll(() => news.filter((each) => each.type === type).length, patience).toBe(times),
		async listen() {
			const opened = await ask({ type: "open" });
			if (opened.status !== "done") throw new Error(`not opened: ${opened.code}`);
			await ask({ type: "transport", direction: "receive" });
			const { rtpCapabilities } = opened.result as { rtpCapabilities: object };
			return ask({ type: "listen", rtpCapabilities, video: true, channels: [] });
		},
		async prepare() {
			await ask({ type: "open" });
			return ask({ type: "transport", direction: "send" });
		},
		speak: (feed: "floor" | "gavel", ssrc: number, mid: string) =>
			ask({ type: "produce", feed, kind: "audio", rtpParameters: levelled(ssrc, mid), takeOver: false }),
	};
}

describe("what operators are told of sound and picture", () => {
	it("is told to them and nobody else, and senders are asked only while one of them watches", async () => {
		const server = await startTestServer(on);
		await callIndonesia(server);
		const speaker = await screen(server, "idn-minister");
		await speaker.prepare();
		expect((await speaker.speak("floor", 1111, "0")).status).toBe("done");
		const others = [speaker];
		for (const who of [undefined, "rwa-chair", "usa-chair", "desk", "ury-minister", "fr-booth-1"])
			others.push(await screen(server, who));
		expect(speaker.news.map(({ type }) => type)).not.toContain("measure");

		const operator = await screen(server, "operator");
		await expect.poll(() => operator.monitor.length, patience).toBeGreaterThanOrEqual(3);
		expect(operator.monitor.at(-1)).toMatchObject({
			worker: { state: "on" },
			feeds: [{ kind: "floor", delegationId: "idn", representativeId: "idn-minister", live: true }],
		});
		expect(speaker.news.map(({ type }) => type)).toContain("measure");
		for (const other of others) {
			await other.caughtUp();
			expect(other.monitor).toEqual([]);
			expect(other.levels).toEqual([]);
			expect(other.wire()).not.toMatch(/jitterMs|publicLimit/);
		}
		// A second one is told as well, and the first goes on being told when it leaves.
		const second = await screen(server, "operator");
		await expect.poll(() => second.monitor.length, patience).toBeGreaterThan(0);
		second.leave();
		const before = operator.monitor.length;
		await expect.poll(() => operator.monitor.length, patience).toBeGreaterThan(before + 1);
	});

	it("ends with the accreditation, at once", async () => {
		const server = await startTestServer(on);
		await callIndonesia(server);
		const speaker = await screen(server, "idn-minister");
		await speaker.prepare();
		await speaker.speak("floor", 1111, "0");
		const operator = await screen(server, "operator");
		await expect.poll(() => operator.monitor.length, patience).toBeGreaterThan(0);
		await expect.poll(() => speaker.news.some(({ type }) => type === "measure"), patience).toBe(true);
		await server.act("desk", { type: "withdrawAccreditation", representativeId: "operator" });
		await expect.poll(() => operator.isConnected(), patience).toBe(false);
		const before = [operator.monitor.length, speaker.news.length];
		// Readings of nothing tell the time in which the sender would be asked again.
		const readings: MonitorSignal[] = [];
		const other = new Monitor({ survey: () => "off", report: () => {} });
		other.watch({ monitor: (signal) => void readings.push(signal), levels: () => {} });
		await expect.poll(() => readings.length, patience).toBe(4);
		other.close();
		expect([operator.monitor.length, speaker.news.length]).toEqual(before);
	});

	it("says that there is none where the server forwards nothing", async () => {
		const server = await startTestServer();
		const operator = await screen(server, "operator");
		await expect
			.poll(() => operator.monitor.at(-1), patience)
			.toEqual({
				worker: { state: "off", load: null },
				feeds: [],
				listeners: { all: 0, public: 0, publicLimit: 0 },
			});
	});

	it("counts who listens, and how many of the public may", async () => {
		const server = await startTestServer({ variables: { ...on.variables, MEDIA_PUBLIC: "7" } });
		await callIndonesia(server);
		const [speaker, operator] = [await screen(server, "idn-minister"), await screen(server, "operator")];
		await speaker.prepare();
		await speaker.speak("floor", 1111, "0");
		for (const who of [undefined, undefined, "ury-minister"]) await (await screen(server, who)).listen();
		// An operator hears the floor like everybody who is signed in.
		expect((await operator.listen()).status).toBe("done");
		await expect
			.poll(() => operator.monitor.at(-1), patience)
			.toMatchObject({
				listeners: { all: 4, public: 2, publicLimit: 7 },
				feeds: [{ listeners: 4, publicListeners: 2 }],
			});
	});
});

describe("a feed that is restarted", () => {
	it("is restarted by operators alone", async () => {
		const server = await startTestServer(on);
		await callIndonesia(server);
		const speaker = await screen(server, "idn-minister");
		await speaker.prepare();
		await speaker.speak("floor", 1111, "0");
		const restart = { type: "restartFeed", feedId: "floor idn" };
		for (const who of [undefined, "rwa-chair", "desk", "ury-minister", "idn-minister"])
			expect(await (await screen(server, who)).ask(restart), who).toEqual(refused("notAllowed"));
		// Whether there is such a feed is for nobody else to find out.
		const visitor = await screen(server);
		expect(await visitor.ask({ ...restart, feedId: "floor ury" })).toEqual(refused("notAllowed"));
		const operator = await screen(server, "operator");
		expect(await operator.ask({ ...restart, feedId: "floor ury" })).toEqual(refused("noFeed"));
		expect(await operator.ask({ ...restart, feedId: "" })).toEqual(refused("malformed"));
		expect(speaker.news.map(({ type }) => type)).not.toContain("restart");
	});

	it("ends for its listeners, comes back from its sender, and leaves every other feed as it is", async () => {
		const server = await startTestServer(on);
		await callIndonesia(server);
		const [speaker, chair] = [await screen(server, "idn-minister"), await screen(server, "rwa-chair")];
		const [visitor, operator] = [await screen(server), await screen(server, "operator")];
		await visitor.listen();
		await speaker.prepare();
		await chair.prepare();
		await speaker.speak("floor", 1111, "0");
		await chair.speak("gavel", 2222, "0");
		await visitor.heard("track", 2);
		expect(await operator.ask({ type: "restartFeed", feedId: "floor idn" })).toMatchObject({
			status: "done",
		});
		await speaker.heard("restart");
		expect(speaker.news.at(-1)).toEqual({ type: "restart", feed: "floor" });
		await visitor.heard("ended");
		await expect
			.poll(() => operator.monitor.at(-1)?.feeds.map(({ kind }) => kind), patience)
			.toEqual(["gavel"]);
		expect((await speaker.speak("floor", 3333, "1")).status).toBe("done");
		await visitor.heard("track", 3);
		await expect
			.poll(() => operator.monitor.at(-1)?.feeds.map(({ kind, live }) => [kind, live]), patience)
			.toEqual([
				["gavel", true],
				["floor", true],
			]);
		await visitor.heard("ended", 1);
		expect(chair.news.map(({ type }) => type)).not.toContain("restart");
	});

	it("is not for an operator to send", async () => {
		const server = await startTestServer(on);
		await callIndonesia(server);
		const operator = await screen(server, "operator");
		expect(await operator.prepare()).toEqual(refused("notYourTurn"));
		expect(await operator.speak("floor", 1111, "0")).toEqual(refused("notOpen"));
	});
});

/** A room of the real library with a feed whose packets the test makes itself. */
async function roomWithFeed() {
	const server = await startTestServer();
	await callIndonesia(server);
	const conference = server.conferences.get("seoul");
	const bin = findWorker(undefined);
	if (conference === undefined || bin === undefined) throw new Error("no conference, or no media worker");
	const reports: unknown[] = [];
	const report = (error: unknown) => void reports.push(error);
	const network = { port: 0, host: "127.0.0.1", announced: undefined, turn: undefined };
	const workers = await MediaWorkers.start(bin, 1, network, report);
	onTestFinished(() => workers.close());
	const options = { turn: undefined, publicListeners: 3, greenRoom: new GreenRoom(), report };
	const room = new MediaRoom({ conference, workers, ...options });
	onTestFinished(() => room.close());
	const told: MediaNews[] = [];
	const sender = room.enter("idn-minister", (news) => void told.push(news));
	const { router } = await room.carrier();
	const transport = await router.createPlainTransport({
		listenInfo: { protocol: "udp", ip: "127.0.0.1" },
		// Whoever sends first is the sender.
		comedia: true,
	});
	const produce = async (rtpParameters: types.RtpParameters, kind: "audio" | "video") => {
		const producer = await transport.produce({ kind, rtpParameters });
		const request = { type: "produce", feed: "floor", kind, rtpParameters: {}, takeOver: false } as const;
		room.add(sender, request, producer);
		return producer;
	};
	const { localPort } = transport.tuple;
	return { room, sender, port: localPort, produce, ...monitored(room, report), told, reports, workers };
}

/** A monitor of a room, with what it tells and how often it looks. */
function monitored(room: MediaRoom, report: (error: unknown) => void) {
	let looks = 0;
	const survey = () => {
		looks += 1;
		return room.survey();
	};
	const monitor = new Monitor({ survey, report });
	onTestFinished(() => monitor.close());
	const signals: MonitorSignal[] = [];
	const levels: LevelsSignal[] = [];
	const watch = () =>
		monitor.watch({
			monitor: (signal) => void signals.push(signal),
			levels: (signal) => void levels.push(signal),
		});
	return { watch, signals, levels, looks: () => looks };
}

describe("the figures of a feed", () => {
	it("are those of the packets: rate, loudness, and what of it did not arrive", {
		timeout: 60_000,
	}, async () => {
		const { produce, port, watch, signals, levels, sender, reports } = await roomWithFeed();
		const producer = await produce(levelled(4444, "0"), "audio");
		// A hundred packets a second of 100 bytes at -23 dBov, of which every tenth is missing.
		onTestFinished(pump(port, { ssrc: 4444, level: 23, bytes: 100, missing: 10 }));
		watch();
		await expect.poll(() => levels.at(-1), patience).toEqual({ levels: [{ id: "floor idn", level: -23 }] });
		await expect.poll(() => signals.at(-1)?.feeds[0]?.audio?.loss ?? 0, patience).toBeGreaterThan(0.05);
		expect(signals.at(-1)?.feeds[0]?.audio?.loss).toBeLessThan(0.2);
		// 86,400 bits a second where the machine is quick enough to send them; in bytes they would never be so many.
		await expect.poll(() => signals.at(-1)?.feeds[0]?.audio?.bitrate, patience).toBeGreaterThan(12_000);
		expect(signals.at(-1)?.feeds[0]?.audio?.bitrate).toBeLessThan(120_000);
		expect(signals.at(-1)?.feeds[0]).toMatchObject({ live: true, video: null, roundTripMs: null });
		// What its sender says of it stands beside what has arrived.
		const measured = { roundTripMs: 42, layers: [] };
		await sender.handle({ type: "measured", feed: "floor", measured });
		await expect.poll(() => signals.at(-1)?.feeds[0]?.roundTripMs, patience).toBe(42);
		await expect.poll(() => signals.at(-1)?.worker.load ?? 0, patience).toBeGreaterThan(0);
		// Muted, it is silent and said to be so.
		await sender.handle({ type: "mute", producerId: producer.id, muted: true });
		await expect.poll(() => signals.at(-1)?.feeds[0]?.audio?.muted, patience).toBe(true);
		await expect.poll(() => levels.at(-1), patience).toEqual({ levels: [] });
		expect(reports).toEqual([]);
	});

	it("are read no more when nobody watches, and go on through the end of a worker", async () => {
		const { produce, watch, signals, looks, told, reports, room, workers } = await roomWithFeed();
		await produce(levelled(5555, "0"), "audio");
		const end = watch();
		await expect.poll(() => signals.length, patience).toBeGreaterThanOrEqual(2);
		const [pid] = await workers.pids();
		process.kill(pid ?? 0, "SIGKILL");
		await expect.poll(() => signals.at(-1)?.feeds.length, patience).toBe(0);
		await room.carrier();
		await expect.poll(() => signals.at(-1)?.worker.state, patience).toBe("on");
		// The worker's own end is reported by who looks after workers, and nothing else is.
		expect(reports.map((each) => (each as Error).message)).toEqual([
			expect.stringContaining("A media worker has ended"),
		]);
		end();
		const before = [looks(), signals.length, told.length];
		// Another operator's readings tell the time that has gone by.
		const other = monitored(room, (error) => void reports.push(error));
		other.watch();
		await expect.poll(() => other.signals.length, patience).toBeGreaterThanOrEqual(3);
		expect([looks(), signals.length, told.length]).toEqual(before);
	});
});
