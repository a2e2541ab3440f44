import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { content } from "../support/factories.ts";
import { enter, serverProcess, snapshotOf } from "../support/processClient.ts";
import { type ProcessOptions, ServerProcess, StartFailed } from "../support/serverProcess.ts";
import { tempDir } from "../support/tempDir.ts";

const shipped = new URL("../../shared/conferences/seoul-2021.json", import.meta.url);

/** What a server says that does not start. */
async function refusal(options: ProcessOptions): Promise<string> {
	const failed = await ServerProcess.start(options).then(
		async (server) => {
			await server.close();
			return expect.unreachable("the server started");
		},
		(error: unknown) => error,
	);
	if (!(failed instanceof StartFailed)) throw failed;
	expect(failed.code).toBe(1);
	// A person is told in sentences, never with a stack.
	expect(failed.stderr).not.toMatch(/^\s+at /m);
	return failed.stderr;
}

/** The shipped conference with something changed, as a file. */
async function conferenceFile(change: (definition: Record<string, unknown>) => void): Promise<string> {
	const definition = JSON.parse(await readFile(shipped, "utf8")) as Record<string, unknown>;
	change(definition);
	const path = join(await tempDir(), "conference.json");
	await writeFile(path, JSON.stringify(definition));
	return path;
}

describe("starting", () => {
	test("prints the public addresses and a personal link for each console", async () => {
		const server = await serverProcess();
		expect(server.stdout).toContain("rehearsal");
		for (const path of [`/${server.conferenceId}`, `/${server.conferenceId}/screen`]) {
			expect(server.stdout).toContain(server.at(path));
			expect((await fetch(server.at(path))).status).toBe(200);
		}
		const audiences = [];
		for (const of of ["chair", "host", "delegate", "secretariat"] as const)
			audiences.push((await enter(server, await server.cookie(of))).audience);
		expect(audiences).toEqual([
			expect.stringMatching(/^podium:/),
			"delegation:kor",
			expect.stringMatching(/^delegation:(?!kor)/),
			"secretariat",
		]);
		expect(server.stderr).toBe("");
	});

	test("opening a personal link signs nobody in; only its button does", async () => {
		const server = await serverProcess();
		const page = await fetch(server.link("host"));
		expect(page.status).toBe(200);
		expect(page.headers.getSetCookie().filter((cookie) => cookie.includes("sign_in"))).toEqual([]);
		expect(await server.cookie("host")).toContain("sign_in");
	});

	test("says what is wrong with a setting", async () => {
		const said = await refusal({ variables: { COMMANDS_PER_SECOND: "many" } });
		expect(said).toContain('COMMANDS_PER_SECOND is "many"; expected a whole number');
	});

	test("refuses a port that is taken, and says what to do", async () => {
		const server = await serverProcess();
		const { port } = new URL(server.origin);
		expect(await refusal({ variables: { PORT: port } })).toMatch(`port ${port}`);
	});

	test("refuses a data directory that another server uses, and leaves that one working", async () => {
		const server = await serverProcess();
		const said = await refusal({ dataDir: server.dataDir });
		expect(said).toContain(`Another Plenaria server uses the data directory ${server.dataDir}.`);
		expect((await fetch(server.at("/healthz"))).status).toBe(200);
	});
});

describe("an organiser's conference", () => {
	test("is held from its file", async () => {
		const file = await conferenceFile((definition) => Object.assign(definition, { id: "my-conference" }));
		const server = await serverProcess({ args: ["--conference", file] });
		expect(server.conferenceId).toBe("my-conference");
		expect(server.stdout).not.toContain("rehearsal");
		const { profile } = await snapshotOf(server, "public");
		expect(profile).toMatchObject({ id: "my-conference", rehearsal: false });
	});

	test("is refused with the path of the field that is wrong", async () => {
		const file = await conferenceFile((definition) => {
			const [first] = definition.meetings as Record<string, unknown>[];
			Object.assign(first!, { kind: "picnic" });
		});
		const said = await refusal({ args: ["--conference", file] });
		expect(said).toContain(file);
		expect(said).toContain("meetings[0].kind:");
	});

	test("is refused when its file is no JSON, or not there", async () => {
		const path = join(await tempDir(), "conference.json");
		expect(await refusal({ args: ["--conference", path] })).toContain(`${path}: cannot be read`);
		await writeFile(path, "{");
		expect(await refusal({ args: ["--conference", path] })).toContain(`${path}: is not JSON`);
	});
});

describe("stopping", () => {
	test("answers what was under way, cuts the sockets and ends with 0", async () => {
		const server = await serverProcess();
		const cookie = await server.cookie("host");
		const { client, state } = await enter(server, cookie);
		const { client: viewer } = await enter(server);
		const gone = Promise.all([client.disconnected(), viewer.disconnected()]);
		const answers = Array.from({ length: 20 }, (_, index) => {
			const given = content({ title: `Pledge ${index}`, needId: null, quantity: 0 });
			return client
				.command({ type: "draftPledge", delegationId: "kor", content: given }, `stopping-${index}`)
				.catch(() => undefined);
		});
		expect(await server.stop()).toBe(0);
		await gone;
		const accepted = (await Promise.all(answers)).filter((answer) => answer?.status === "accepted").length;
		expect(server.stderr).toBe("");
		await server.restart();
		const { pledges } = await snapshotOf(server, "delegation:kor", cookie);
		expect(pledges.pledges.size - state.pledges.pledges.size).toBeGreaterThanOrEqual(accepted);
	});

	test("keeps the conference, the place of everybody and every sign-in", async () => {
		const server = await serverProcess();
		const cookie = await server.cookie("secretariat");
		const before = await enter(server, cookie);
		expect(await server.stop()).toBe(0);
		await server.restart();
		const after = await enter(server, cookie);
		expect(after.n).toBe(before.n);
		expect(after.state).toEqual(before.state);
	});
});
