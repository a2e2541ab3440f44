import { randomBytes } from "node:crypto";
import { affordable, startBare, startPlenaria } from "./contestant.ts";
import type { Measurement } from "./report.ts";
import { atMost, compare } from "./report.ts";
import { median, quantile } from "./statistics.ts";

const rounds = 25;
const warmUps = 3;

/** G5: viewers of the public page who come at once, each with the whole snapshot, against the same without it. */
export async function benchJoins(viewers = 2000): Promise<Measurement[]> {
	const count = affordable(viewers);
	const { contestant, hello, stop } = await startPlenaria(1, 0);
	const { port, conferenceId, viewer: greeting } = hello;
	const request = { port, count, engine: true, path: "/socket/?EIO=4&transport=websocket", greeting };
	const snapshot = `/api/conferences/${conferenceId}/snapshot?as=public`;
	const taken = { ours: [] as number[], control: [] as number[] };
	const used = { ours: [] as number[], control: [] as number[] };
	const shares: number[] = [];
	try {
		for (let round = 0; round < warmUps + rounds; round += 1)
			for (const kind of ["ours", "control"] as const) {
				const before = await contestant.cpu();
				const joined = await contestant.join({ ...request, fetched: kind === "ours" ? snapshot : null });
				const after = await contestant.cpu();
				if (round < warmUps) continue;
				taken[kind].push(joined.ms);
				used[kind].push(after - before);
				shares.push(joined.share);
			}
		const what = `${count} joins with the rehearsal’s snapshot, against without`;
		const share = median(shares);
		return [
			compare({ goal: "G5", what, unit: "ms" }, taken, atMost(1.2), share),
			compare(
				{ goal: "G5", what: "the same, processor of the server", unit: "ms" },
				used,
				atMost(1.25),
				share,
			),
		];
	} finally {
		await stop();
	}
}

const perSecond = 50;
const pledgesARound = 100;
const streamRounds = 25;

/** G10: fifty announcements a second on the public page, against Socket.IO with one message for each. */
export async function benchStream(viewers = 2000): Promise<Measurement[]> {
	const count = affordable(viewers);
	const ours = await startPlenaria(count, (streamRounds + 1) * pledgesARound);
	const bare = await startBare(count);
	const used = { ours: [] as number[], control: [] as number[] };
	const late = { ours: [] as number[], control: [] as number[] };
	const frames: number[] = [];
	let lost = 0;
	let share = 0;
	try {
		for (let round = 0; round <= streamRounds; round += 1) {
			const own = ours.hello.triggers.slice(round * pledgesARound, (round + 1) * pledgesARound);
			const messages = {
				ours: own.map((text) => ({ text, mark: /"pledgeId":"([^"]+)"/.exec(text)?.[1] ?? "" })),
				control: Array.from({ length: pledgesARound }, () => {
					const mark = randomBytes(8).toString("hex");
					return { text: `42["go","${mark}${"x".repeat(bytesOfPledge)}"]`, mark };
				}),
			};
			for (const [kind, contestant] of [
				["ours", ours.contestant],
				["control", bare.contestant],
			] as const) {
				const before = await contestant.cpu();
				const streamed = await contestant.stream({ perSecond, messages: messages[kind] });
				const after = await contestant.cpu();
				if (round === 0) continue;
				used[kind].push(after - before);
				late[kind].push(
					quantile(
						streamed.staleness.map((ms) => ms ?? Number.POSITIVE_INFINITY),
						0.99,
					),
				);
				share = Math.max(share, streamed.share);
				if (kind === "control") continue;
				frames.push(streamed.frames / count);
				lost += streamed.staleness.filter((ms) => ms === null).length;
			}
		}
		console.log(
			`      ${pledgesARound} pledges in ${pledgesARound / perSecond} s came in ${median(frames).toFixed(0)} frames a viewer, ${lost} of ${streamRounds * pledgesARound} rows were lost`,
		);
		const what = `${perSecond} pledges/s to ${count} viewers`;
		return [
			compare(
				{ goal: "G10", what: `${what}, processor, against one message each`, unit: "ms" },
				used,
				atMost(0.3),
				share,
			),
			compare({ goal: "G10", what: "the same, staleness p99", unit: "ms" }, late, {
				words: "<= 150 ms, no row lost",
				met: (_ratio, mine) => mine <= 150 && lost === 0,
			}),
		];
	} finally {
		await ours.stop();
		await bare.contestant.stop();
	}
}

/** About what an announced pledge is on the wire. */
const bytesOfPledge = 900;
