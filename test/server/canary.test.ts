import { existsSync } from "node:fs";
import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { type Beginning, definingRecords } from "../../server/conference/establish.ts";
import { fileIdOf } from "../../server/files/files.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { snapshotMessage } from "../../shared/protocol/snapshot.ts";
import { content, defineCommand, definition, inscribe, people, person } from "../support/factories.ts";
import { RawClient } from "../support/rawClient.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

/** The pages as they are served, where the client has been built. */
const built = new URL("../../dist/", import.meta.url);

/** Each viewer of the test with the representative it is signed in as. */
const viewers = {
	public: undefined,
	reader: "idn-reader",
	ownChair: "idn-chair",
	otherDelegate: "ury-minister",
	presiding: "rwa-chair",
	coChair: "usa-chair",
	desk: "desk",
	/** The secretariat of another conference on the same server, under the same id there. */
	otherDesk: "desk",
	/** A delegate of the delegation itself, whose link was revoked. */
	revoked: "idn-speaker",
} as const;
type Viewer = keyof typeof viewers;
const everybody = Object.keys(viewers) as Viewer[];
const seoulViewers = everybody.filter((each) => each !== "otherDesk");

const delegation: readonly Viewer[] = ["reader", "ownChair"];
const podium: readonly Viewer[] = ["ownChair", "presiding", "coChair"];
const room: readonly Viewer[] = ["reader", "ownChair", "otherDelegate", "presiding", "coChair", "desk"];

const userAgent = "canary-user-agent";

function named(id: string) {
	return {
		representativeId: id,
		name: `canary-name-${id}`,
		title: { en: `canary-title-of-${id}` },
		contact: `canary-contact-of-${id}`,
	};
}

const ownChair = person("idn-chair", "chair", "idn", ["read"]);
const seoul: Beginning = {
	id: "seoul",
	persons: [...people, ownChair].map(({ id }) => named(id)),
	records: () =>
		definingRecords(
			"seoul",
			[
				...definition.map(([command]) => command),
				{ type: "accreditRepresentatives", representatives: [ownChair] },
			],
			Date.now(),
		),
};

/** Another conference, held on the same server by another secretariat. */
const other: Beginning = {
	id: "other",
	persons: [{ ...named("other-desk"), representativeId: "desk" }],
	records: () =>
		definingRecords(
			"other",
			[
				{ ...defineCommand, profile: { ...defineCommand.profile, id: "other" } },
				{
					type: "accreditRepresentatives",
					representatives: [person("desk", "secretariat", null, ["read"])],
				},
			],
			Date.now(),
		),
};

interface Watcher {
	readonly headers: Readonly<Record<string, string>>;
	readonly socket: RawClient | undefined;
	/** Every byte of every answer over HTTP. */
	pages: string;
}

/** The server with everybody looking at it in every way there is. */
class House {
	readonly server: TestServer;
	readonly #watchers = new Map<Viewer, Watcher>();
	/** What must never stand in an answer: tokens, sign-ins, cookies. */
	readonly secrets: string[] = [];
	/** What everybody asks for beside what is always there. */
	readonly paths: string[] = [];
	#acts = 0;

	constructor(server: TestServer) {
		this.server = server;
	}

	static async open(): Promise<House> {
		const server = await startTestServer({
			beginnings: [seoul, other],
			...(existsSync(built) ? { dist: built } : {}),
		});
		const house = new House(server);
		for (const viewer of everybody) await house.#watch(viewer);
		await server.storage.accounts.revokeRepresentative("seoul", viewers.revoked, Date.now());
		return house;
	}

	async act(as: string, command: Command): Promise<string> {
		this.#acts += 1;
		return (await this.server.act(as, command, `canary-act-${this.#acts}`)).created ?? "";
	}

	watcher(viewer: Viewer): Watcher {
		return this.#watchers.get(viewer)!;
	}

	/** Everybody asks for everything. */
	async sweep(): Promise<void> {
		const snapshots = ["public", "participants", "secretariat", "delegation:idn", "podium:idn", "podium:rwa"];
		const paths = [
			...["seoul", "other"].flatMap((id) => [
				...snapshots.map((audience) => `/api/conferences/${id}/snapshot?as=${audience}`),
				...["tally", "directory", "links", "nothing"].map((name) => `/api/conferences/${id}/${name}`),
				...["list.json", "list.csv", "statements.json", "statements.csv"].map(
					(name) => `/api/conferences/${id}/exports/${name}`,
				),
				...["", "/screen", "/delegate", "/podium", "/secretariat", "/nothing"].map((name) => `/${id}${name}`),
			]),
			...this.paths,
			...["/api/conferences", "/metrics", "/healthz", "/join/nothing", "/%E0%A4%A"],
		];
		for (const viewer of everybody) {
			const watcher = this.watcher(viewer);
			for (const path of paths) watcher.pages += `${await this.#get(path, watcher.headers)}\n`;
			for (const [method, path] of mistakes)
				watcher.pages += `${await this.#get(path, watcher.headers, method)}\n`;
		}
		// The public's frames are gathered for a tenth of a second.
		await wait(150);
	}

	/** Who was sent a text, over the socket or over HTTP. */
	heard(text: string): Viewer[] {
		return everybody.filter((viewer) => {
			const { socket, pages } = this.watcher(viewer);
			return pages.includes(text) || socket?.wire.includes(text);
		});
	}

	/** All that a viewer was ever sent. */
	all(viewer: Viewer): string {
		const { socket, pages } = this.watcher(viewer);
		return pages + (socket?.wire ?? "");
	}

	/** Bytes on each socket until now. */
	bytes(): Map<Viewer, number> {
		return new Map(everybody.map((viewer) => [viewer, this.watcher(viewer).socket?.bytes ?? 0]));
	}

	async #watch(viewer: Viewer): Promise<void> {
		const { server } = this;
		const representativeId = viewers[viewer];
		const conferenceId = viewer === "otherDesk" ? "other" : "seoul";
		const headers: Record<string, string> = {};
		if (representativeId !== undefined) {
			const createdAt = Date.now();
			const link = { conferenceId, representativeId, createdBy: "canary-creator", createdAt };
			const { token } = await server.storage.accounts.createLink({
				...link,
				expiresAt: createdAt + 3_600_000,
			});
			const signedIn = await fetch(server.at(`/join/${token}`), {
				method: "POST",
				redirect: "manual",
				headers: { "user-agent": userAgent },
			});
			const [cookie = ""] = signedIn.headers.getSetCookie()[0]!.split(";");
			headers.cookie = cookie;
			const payload = Buffer.from(cookie.split(".")[1]!, "base64url").toString();
			this.secrets.push(token, cookie.split("=")[1]!, (JSON.parse(payload) as { sid: string }).sid);
		}
		const socket = await RawClient.open(server.url, headers);
		// The other conference's secretariat tries this one, and is a visitor here.
		await socket?.follow(server.url, "seoul", viewer === "otherDesk" ? {} : headers);
		this.#watchers.set(viewer, { headers, socket, pages: "" });
	}

	/** The whole answer, unpacked: status, headers but those that carry the viewer's own nonce, and body. */
	#get(path: string, headers: Readonly<Record<string, string>>, method = "GET"): Promise<string> {
		const { port } = this.server;
		const accepted = { ...headers, "accept-encoding": "br, gzip", "content-type": "application/json" };
		return new Promise((resolve, reject) => {
			const sent = request({ port, host: "127.0.0.1", path, method, headers: accepted }, (response) => {
				const parts: Buffer[] = [];
				response.on("data", (part: Buffer) => parts.push(part));
				response.on("end", () => {
					const body = unpacked(Buffer.concat(parts), response.headers["content-encoding"]);
					resolve(`${path} ${response.statusCode} ${JSON.stringify(response.headers)} ${body}`);
				});
			});
			sent.on("error", reject);
			sent.end(method === "GET" ? undefined : "{}");
		});
	}
}

/** What everybody asks wrongly, for the words of the refusals. */
const mistakes = [
	["POST", "/api/conferences/seoul/links"],
	["POST", "/api/conferences/seoul/representatives"],
	["DELETE", "/api/conferences/seoul/links/nothing"],
	["DELETE", "/api/conferences/seoul/representatives/nobody"],
	["PUT", "/api/conferences/seoul/directory"],
	["PUT", "/api/conferences/seoul/texts"],
	["POST", "/api/conferences/seoul/files"],
] as const;

function unpacked(body: Buffer, encoding: string | undefined): string {
	if (encoding === "br") return brotliDecompressSync(body).toString();
	if (encoding === "gzip") return gunzipSync(body).toString();
	return body.toString();
}

function pledge(stage: string) {
	return content({
		title: `canary-title-${stage}`,
		details: `canary-details-${stage}`,
		contact: `canary-contact-${stage}`,
	});
}

const segmentId = "statements-1";

async function sit(house: House): Promise<void> {
	await house.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await house.act("rwa-chair", { type: "startSegment", segmentId });
	await house.act("rwa-chair", { type: "openList", segmentId, closesAt: null });
}

/** A moment in which whatever a node would send has been sent. */
const settled = () => wait(300);

it("VI1-VI5 whatever is private reaches exactly those whom it is for, on every wire and page", async () => {
	const house = await House.open();
	const { server } = house;
	const desk = { ...house.watcher("desk").headers, "content-type": "application/json" };
	await sit(house);

	const pledgeId = await house.act("idn-pledger", {
		type: "draftPledge",
		delegationId: "idn",
		content: pledge("draft"),
	});
	await house.sweep();
	await house.act("idn-pledger", { type: "revisePledge", pledgeId, content: pledge("revised") });
	await house.act("idn-pledger", { type: "submitPledge", pledgeId });
	await house.sweep();
	await house.act("desk", { type: "requestChange", pledgeId, question: "canary-question" });
	await house.act("idn-pledger", { type: "revisePledge", pledgeId, content: pledge("final") });
	await house.act("idn-pledger", { type: "submitPledge", pledgeId });
	await house.sweep();
	const fields = ["title", "details", "contact"];
	for (const field of fields) {
		expect(house.heard(`canary-${field}-draft`), field).toEqual(delegation);
		expect(house.heard(`canary-${field}-final`), field).toEqual([...delegation, "desk"]);
	}
	await house.act("desk", { type: "acceptPledge", pledgeId });
	await house.sweep();
	expect(house.heard("canary-title-final")).toEqual(["reader", ...podium, "desk"]);

	await house.act("rwa-chair", { type: "closeList", segmentId });
	const late = inscribe("gha", { speakerId: "gha-chair", reason: "canary-late" });
	const entryId = await house.act("desk", late);
	const before = await house.act(
		"desk",
		inscribe("ury", { speakerId: "ury-minister", reason: "canary-late" }),
	);
	const move: Command = {
		type: "moveEntry",
		segmentId,
		entryId: before,
		before: entryId,
		reason: "canary-move",
	};
	await house.act("rwa-chair", move);
	await house.sweep();
	await house.act("rwa-chair", { type: "giveFloor", segmentId, entryId: before, after: null });
	await house.act("desk", { type: "announceInWriting", pledgeId });
	await house.act("desk", { type: "confirmPledge", pledgeId });

	const accredited = [
		person("canary-delegate", "delegate", "idn", ["read"]),
		person("canary-chair", "chair", "usa", ["read"]),
	];
	await house.act("desk", { type: "accreditRepresentatives", representatives: accredited });
	const change = { type: "changeAccreditation", representativeId: "canary-delegate" } as const;
	await house.act("desk", { ...change, level: "VM", rights: [] });
	const representative = {
		...{ delegationId: "nor", role: "delegate", level: "M", rights: ["speak"], title: "Minister" },
		...{ name: "canary-newcomer", contact: "canary-contact-newcomer" },
	};
	const made = await fetch(server.at("/api/conferences/seoul/representatives"), {
		method: "POST",
		headers: desk,
		body: JSON.stringify(representative),
	});
	expect(made.status).toBe(201);
	const link = await fetch(server.at("/api/conferences/seoul/links"), {
		method: "POST",
		headers: desk,
		body: JSON.stringify({ representativeId: "nor-minister", hours: 1 }),
	});
	house.secrets.push(((await link.json()) as { url: string }).url.split("/").at(-1)!);
	await house.sweep();

	// Announced: the pledge is everybody's, but not who to ask, what the desk asked, and what it was before.
	const inSeoul = [...seoulViewers, "otherDesk"].sort();
	expect(house.heard("canary-title-final").sort()).toEqual(inSeoul);
	expect(house.heard("canary-details-final").sort()).toEqual(inSeoul);
	for (const canary of ["canary-contact-final", "canary-question"])
		expect(house.heard(canary), canary).toEqual([...delegation, "desk"]);
	for (const field of fields) {
		expect(house.heard(`canary-${field}-draft`), field).toEqual(delegation);
		expect(house.heard(`canary-${field}-revised`), field).toEqual([...delegation, "desk"]);
	}
	// When it was drafted, submitted and cleared is not even in the announced pledge.
	const times = /"(?:draftedAt|submittedAt|acceptedAt)":\d/;
	const timed = everybody.filter((viewer) => times.test(house.all(viewer)));
	expect(timed).toEqual([...delegation, "desk"]);

	for (const canary of ["canary-late", "canary-move"]) expect(house.heard(canary), canary).toEqual(room);

	// Names: the room's; the speaker's plate is public record. Contacts: the secretariat's.
	expect(house.heard("canary-name-idn-minister")).toEqual(room);
	expect(house.heard("canary-title-of-idn-minister")).toEqual(room);
	expect(house.heard("canary-newcomer")).toEqual(room);
	expect(house.heard("canary-name-ury-minister").sort()).toEqual(inSeoul);
	for (const canary of ["canary-contact-of-ury-minister", "canary-contact-of-idn-reader"])
		expect(house.heard(canary), canary).toEqual(["desk"]);
	expect(house.heard("canary-contact-newcomer")).toEqual(["desk"]);
	expect(house.heard("canary-name-other-desk")).toEqual(["otherDesk"]);

	expect(house.heard("canary-delegate")).toEqual([...delegation, "desk"]);
	expect(house.heard("canary-chair")).toEqual([...podium, "desk"]);

	expect(house.secrets.length).toBeGreaterThan(20);
	for (const secret of house.secrets) expect(house.heard(secret)).toEqual([]);
	for (const canary of [userAgent, "canary-creator"]) expect(house.heard(canary), canary).toEqual([]);
	// The trail of the list names the records by their commands, to those who run the meeting.
	expect(house.heard("canary-act-")).toEqual([...podium, "desk"]);
	// No answer tells where the server stands or what went wrong within.
	for (const viewer of everybody)
		expect(house.all(viewer)).not.toMatch(/node_modules|file:\/\/|\.ts:\d|at [\w.]+ \(|SQLITE/);
	const { socket } = house.watcher("revoked");
	expect(socket?.closed).toBe(true);
});

it("TX1 TX3 ME1 SL15 SL17 MO4 VI5 what is private in the procedure reaches exactly those whom it is for", async () => {
	const house = await House.open();
	const { server } = house;
	await sit(house);
	const idn = await house.act("idn-minister", inscribe("idn"));
	const ury = await house.act("ury-minister", inscribe("ury"));
	const nor = await house.act("nor-minister", inscribe("nor"));

	const filed = await fetch(server.at("/api/conferences/seoul/texts"), {
		method: "PUT",
		headers: { cookie: await server.cookie("idn-minister"), "content-type": "application/json" },
		body: JSON.stringify({ segmentId, language: "en", text: "canary-text to be delivered" }),
	});
	const { textId, fileId } = (await filed.json()) as { textId: string; fileId: string };
	house.paths.push(`/api/conferences/seoul/files/${fileId}`, `/api/conferences/other/files/${fileId}`);
	const document = Buffer.from("canary-document for whoever takes part");
	const documentId = fileIdOf(document);
	await server.storage.files.put("seoul", document);
	house.paths.push(`/api/conferences/seoul/files/${documentId}`);
	await house.act("desk", {
		type: "addDocument",
		meetingId: null,
		title: { en: "canary-note" },
		files: [
			{
				language: "en",
				fileId: documentId,
				name: "note.txt",
				mediaType: "text/plain",
				bytes: document.length,
			},
		],
	});

	const write = { type: "writeAsDelegation" } as const;
	await house.act("idn-minister", { ...write, delegationId: "idn", to: "chair", text: "canary-to-chair" });
	await house.act("idn-minister", {
		...write,
		delegationId: "idn",
		to: "operator",
		text: "canary-to-operator",
	});
	await house.act("ury-minister", {
		...write,
		delegationId: "ury",
		to: "secretariat",
		text: "canary-to-desk",
	});
	await house.act("rwa-chair", {
		type: "writeAsChair",
		to: { kind: "delegation", delegationId: "ury" },
		text: "canary-from-chair",
	});

	const swapId = await house.act("idn-minister", {
		type: "proposeSwap",
		segmentId,
		entryId: idn,
		withEntryId: nor,
	});
	await house.act("rwa-chair", { type: "giveFloor", segmentId, entryId: ury, after: null });
	const statementId = server.conferences.get("seoul")!.state.floor.statement!.id;
	const replyId = await house.act("nor-minister", {
		...{ type: "requestReply", segmentId, delegationId: "nor", statementId },
	});
	await house.act("rwa-chair", { type: "declineReply", replyId, reason: "canary-declined" });
	const pointId = await house.act("nor-minister", {
		...{ type: "raisePointOfOrder", meetingId: "session-1", delegationId: "nor", text: "canary-point" },
	});
	await house.act("rwa-chair", { type: "ruleOnPoint", pointId, ruling: "noted", text: null });
	const motionId = await house.act("nor-minister", {
		...{ type: "moveMotion", meetingId: "session-1", delegationId: "nor", kind: "adjournDebate" },
	});
	await house.act("rwa-chair", { type: "openBallot", motionId, method: "showOfHands" });
	await house.act("nor-minister", {
		type: "castVote",
		motionId,
		delegationId: "nor",
		vote: "notParticipating",
	});
	await house.act("idn-minister", { type: "castVote", motionId, delegationId: "idn", vote: "abstain" });
	await house.sweep();

	const running: readonly Viewer[] = ["presiding", "coChair", "desk"];
	expect(house.heard(textId)).toEqual(delegation);
	expect(house.heard("canary-text")).toEqual(delegation);
	expect(house.heard("canary-note")).toEqual(room);
	expect(house.heard("canary-document")).toEqual(room);
	expect(house.heard("canary-to-chair")).toEqual(["reader", ...podium]);
	expect(house.heard("canary-to-operator")).toEqual([...delegation, "desk"]);
	expect(house.heard("canary-to-desk")).toEqual(["otherDelegate", "desk"]);
	expect(house.heard("canary-from-chair")).toEqual(["ownChair", "otherDelegate", "presiding", "coChair"]);
	expect(house.heard(swapId)).toEqual([...delegation, ...running]);
	expect(house.heard("canary-declined")).toEqual(room);
	expect(house.heard("canary-point")).toEqual(room);
	// In a show of hands whoever counts sees who voted how, and each delegation its own vote.
	expect(house.heard('"notParticipating"')).toEqual(["ownChair", ...running]);
	expect(house.heard('"abstain"')).toEqual([...delegation, ...running]);

	await house.act("rwa-chair", { type: "closeBallot", motionId });
	await house.act("rwa-chair", { type: "closeList", segmentId });
	await house.act("gha-chair", {
		...{ type: "requestLate", segmentId, delegationId: "gha", speakerId: null },
		...{ language: "en", onBehalfOf: null, reason: "canary-late-request" },
	});
	await house.sweep();
	expect(house.heard("canary-late-request")).toEqual(["ownChair", ...running]);
	expect(house.heard("canary-text")).toEqual(delegation);

	// Delivered, and the call can no longer be taken back: now the text is everybody's.
	const conference = server.conferences.get("seoul")!;
	const published = new Promise<void>((resolve) => {
		conference.onCommitted(() => {
			if (conference.state.texts.texts.get(textId)?.published != null) resolve();
		});
	});
	await house.act("desk", { type: "setClockRate", rate: 60, journalAt: 0 });
	await house.act("rwa-chair", { type: "giveFloor", segmentId, entryId: idn, after: statementId });
	await house.act("idn-minister", {
		...{ type: "yieldFloor", statementId: conference.state.floor.statement!.id },
	});
	await published;
	await house.sweep();
	// The file is public over HTTP for whoever asks, at this conference's address alone.
	expect(house.heard("canary-text")).toEqual(everybody);
	expect(house.heard("canary-to-chair")).toEqual(["reader", ...podium]);
	expect(house.heard("canary-late-request")).toEqual(["ownChair", ...running]);
});

it("VI2-VI4 a private act is not one byte on the sockets of others", async () => {
	const house = await House.open();
	const { server } = house;
	await sit(house);
	await settled();
	const publicly = async () => {
		const tally = (await (await fetch(server.at("/api/conferences/seoul/tally"))).json()) as { at: string };
		const snapshot = await fetch(server.at("/api/conferences/seoul/snapshot"));
		expect(z.safeParse(snapshotMessage, await snapshot.json()).error).toBeUndefined();
		const metrics = await (await fetch(server.at("/metrics"))).text();
		const figures = metrics.split("\n").filter((line) => line.startsWith("plenaria_"));
		return JSON.stringify([{ ...tally, at: "" }, snapshot.headers.get("etag"), figures]);
	};
	const quiet = async (concerned: readonly Viewer[], acts: () => Promise<void>) => {
		const shown = await publicly();
		const before = house.bytes();
		await acts();
		await settled();
		const after = house.bytes();
		const touched = everybody.filter((viewer) => after.get(viewer) !== before.get(viewer));
		expect(touched).toEqual(concerned);
		expect(await publicly()).toBe(shown);
	};

	let pledgeId = "";
	await quiet(delegation, async () => {
		const draft: Command = { type: "draftPledge", delegationId: "idn", content: pledge("draft") };
		pledgeId = await house.act("idn-pledger", draft);
		for (let index = 0; index < 10; index += 1)
			await house.act("idn-pledger", { type: "revisePledge", pledgeId, content: pledge(`draft-${index}`) });
	});
	await quiet([...delegation, "desk"], async () => {
		await house.act("idn-pledger", { type: "submitPledge", pledgeId });
		await house.act("desk", { type: "requestChange", pledgeId, question: "Which quarter?" });
		await house.act("idn-pledger", { type: "submitPledge", pledgeId });
	});
	await quiet(["reader", ...podium, "desk"], async () => {
		await house.act("desk", { type: "acceptPledge", pledgeId });
	});
	await quiet(["reader", ...podium, "desk"], async () => {
		await house.act("idn-pledger", { type: "withdrawPledge", pledgeId });
	});
	await quiet([...delegation, "desk"], async () => {
		const representatives = [person("idn-new", "delegate", "idn", ["read"])];
		await house.act("desk", { type: "accreditRepresentatives", representatives });
		await house.act("desk", { type: "withdrawAccreditation", representativeId: "idn-new" });
	});
	// What is refused is nobody's business but the one's who asked.
	await quiet([], async () => {
		const foreign: Command = { type: "submitPledge", pledgeId };
		await expect(house.act("ury-minister", foreign)).rejects.toThrow("notAllowed");
	});
	// And the sockets were listening all the while.
	const before = house.bytes();
	await house.act("desk", { type: "changeNeed", needId: "hospitals", quantity: 9 });
	await settled();
	const after = house.bytes();
	const reached = everybody.filter((viewer) => after.get(viewer) !== before.get(viewer));
	expect(reached).toEqual(everybody.filter((viewer) => viewer !== "revoked"));
});
