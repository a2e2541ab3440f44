import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { createWorker, type types } from "mediasoup";
import { codecs } from "../../server/media/settings.ts";
import { findWorker } from "../../server/media/workerBinary.ts";
import { cpuOf } from "./processCpu.ts";
import { RtpCounter, RtpSource } from "./rtp.ts";

const host = "127.0.0.1";
const step = 25;
const stepMs = 2000;
const bound = 90_000;
/** How often a number of screens is tried before it is too many. */
const looks = 5;
/** Screens of which every packet is counted. */
const sampled = 10;
/** A core that is this busy is full: what comes then waits. */
const full = 0.95;

/**
 * How many screens one worker carries: a speaker with one sound and one picture of 1.5 Mbit/s, and listeners that are added until
 * something is lost or the worker's core is full, at most for a minute and a half. Listeners are plain transports with SRTP, so
 * that the worker encrypts every packet for everybody as it does for browsers; what it is spared is what browsers tell it of
 * their networks. Of the first ten every packet's number is looked at; the others' packets end in a socket that nobody reads, since
 * reading them all takes more than a second core.
 */
export async function showCarrying(): Promise<void> {
	const workerBin = findWorker(process.env.MEDIASOUP_WORKER_BIN);
	if (workerBin === undefined) return console.log("      media: the worker is not built.");
	const worker = await createWorker({ workerBin, logLevel: "error" });
	const sink = await Sink.open();
	const counter = new RtpCounter();
	let source: RtpSource | undefined;
	try {
		const router = await worker.createRouter({ mediaCodecs: codecs });
		source = await RtpSource.open(router, host);
		const ends = performance.now() + bound;
		let screens = 0;
		let carried = { screens: 0, share: 0 };
		let end = "the time was over";
		while (performance.now() < ends) {
			for (let index = 0; index < step; index += 1) {
				await addScreen(router, source, screens < sampled ? await counter.open(host) : sink.port);
				screens += 1;
			}
			// What was lost while transports were being made is not what carrying costs.
			await wait(500);
			let { share, lost } = await watch(worker.pid, screens, counter);
			// Somebody else may have had the processor just then; what is too much is so every time.
			for (let look = 1; look < looks && lost > 0; look += 1)
				({ share, lost } = await watch(worker.pid, screens, counter));
			if (lost > 0) end = `${lost} packets were lost with ${screens}`;
			else if (share > full) end = `the core was full with ${screens}`;
			else {
				carried = { screens, share };
				continue;
			}
			break;
		}
		console.log(
			`media one worker carries ${carried.screens} screens with sound and picture, ${Math.round(100 * carried.share)} % of a core; ${end}`,
		);
	} finally {
		source?.close();
		counter.close();
		await sink.close();
		worker.close();
	}
}

/** How busy the worker is for a while, as a share of a core, and what is lost meanwhile. */
async function watch(pid: number, screens: number, counter: RtpCounter) {
	counter.reset();
	const before = { cpu: cpuOf(pid), at: performance.now() };
	await wait(stepMs);
	const share = (cpuOf(pid) - before.cpu) / (performance.now() - before.at);
	const { received, lost } = counter.read();
	console.log(
		`      ${screens} screens: ${Math.round(100 * share)} % of a core, ${lost} of ${received + lost} packets lost`,
	);
	return { share, lost };
}

async function addScreen(router: types.Router, source: RtpSource, port: number): Promise<void> {
	const transport = await router.createPlainTransport({
		listenInfo: { protocol: "udp", ip: host },
		enableSrtp: true,
	});
	const cryptoSuite = transport.srtpParameters?.cryptoSuite ?? "AES_CM_128_HMAC_SHA1_80";
	const keyBase64 = randomBytes(30).toString("base64");
	await transport.connect({ ip: host, port, srtpParameters: { cryptoSuite, keyBase64 } });
	const { rtpCapabilities } = router;
	for (const { id: producerId } of source.producers) await transport.consume({ producerId, rtpCapabilities });
}

/** A socket that is bound and never read: the thread that has it stands still. */
class Sink {
	readonly port: number;
	readonly #thread: Worker;

	private constructor(port: number, thread: Worker) {
		this.port = port;
		this.#thread = thread;
	}

	static async open(): Promise<Sink> {
		const code = `
			const { parentPort } = require("node:worker_threads");
			const socket = require("node:dgram").createSocket("udp4");
			socket.bind(0, "${host}", () => {
				parentPort.postMessage(socket.address().port);
				setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
			});`;
		const thread = new Worker(code, { eval: true });
		const [port] = (await once(thread, "message")) as [number];
		return new Sink(port, thread);
	}

	async close(): Promise<void> {
		await this.#thread.terminate();
	}
}
