import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { content } from "../support/factories.ts";
import { enter, serverProcess } from "../support/processClient.ts";
import { tempDir } from "../support/tempDir.ts";
import { parseTrace, type Step, traced, webSocketTexts, whyNoTrace } from "../support/trace.ts";

const acts = 25;
const obstacle = process.platform === "linux" ? whyNoTrace() : "strace is a tool of Linux";

// Who is root on a Linux machine may trace; there a refusal is a fault of the machine and must be seen.
const mustTrace = process.platform === "linux" && process.getuid?.() === 0;

test("the system calls show each command on disk before its acknowledgement leaves", async ({ skip }) => {
	if (obstacle !== undefined && mustTrace) expect.unreachable(obstacle);
	if (obstacle !== undefined) skip(`Not shown here: ${obstacle}.`);
	const file = join(await tempDir(), "trace.txt");
	const server = await serverProcess({ under: traced(file) });
	const delegate = await enter(server, await server.cookie("host"));
	const created: string[] = [];
	for (let index = 0; index < acts; index += 1) {
		const given = content({ title: `Pledge ${index}`, needId: null, quantity: 0 });
		const command = { type: "draftPledge", delegationId: "kor", content: given };
		const answer = await delegate.client.command(command, commandId(index));
		if (answer.status !== "accepted" || answer.created === null) throw new Error(JSON.stringify(answer));
		created.push(answer.created);
	}
	expect(await server.stop()).toBe(0);

	const steps = parseTrace(await readFile(file, "utf8"));
	for (const [index, made] of created.entries()) {
		const id = commandId(index);
		const arrived = only(steps, `${id} arrives`, ({ at, call, bytes }) =>
			at === "end" && (call === "read" || call === "recvfrom") ? says(bytes, `"id":"${id}"`) : false,
		);
		const acknowledged = only(steps, `${id} is acknowledged`, ({ at, bytes, call }) =>
			at === "begin" && call !== "pwrite64" ? says(bytes, `"status":"accepted"`) && says(bytes, made) : false,
		);
		const written = steps.findIndex(
			({ at, call, bytes }, place) =>
				place > arrived && at === "end" && call === "pwrite64" && bytes.includes(id),
		);
		expect(written, `${id} is written`).toBeGreaterThan(arrived);
		const database = steps[written]!.file;
		const begins = steps.findIndex(
			({ at, file, call }, place) => place > written && at === "begin" && file === database && isSync(call),
		);
		expect(begins, `${id} goes to the disk`).toBeGreaterThan(written);
		const ends = steps.findIndex(
			(each, place) => place > begins && each.at === "end" && each.thread === steps[begins]!.thread,
		);
		expect(steps[ends], `${id} is on the disk`).toMatchObject({ file: database, result: 0 });
		expect(acknowledged, `${id} is acknowledged after it is on the disk`).toBeGreaterThan(ends);
	}
}, 120_000);

function commandId(index: number): string {
	return `on-disk-${String(index).padStart(4, "0")}`;
}

function isSync(call: string): boolean {
	return call === "fdatasync" || call === "fsync";
}

function says(bytes: Buffer, words: string): boolean {
	return webSocketTexts(bytes).some((text) => text.includes(words));
}

/** Place of the only step of its kind: twice would mean that the test looks at something else than it believes. */
function only(steps: readonly Step[], what: string, is: (step: Step) => boolean): number {
	const found = steps.flatMap((step, place) => (is(step) ? [place] : []));
	expect(found, what).toHaveLength(1);
	return found[0]!;
}
