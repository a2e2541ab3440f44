import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Command } from "../../shared/conference/decider.ts";
import { ask, cookieFor, json, other, sit } from "../support/asking.ts";
import { content, defineCommand, inscribe, person } from "../support/factories.ts";
import { RawClient } from "../support/rawClient.ts";
import { seoul, startTestServer } from "../support/server.ts";

describe("who may", () => {
	it("gives nothing of the secretariat's over HTTP to anybody else", async () => {
		const server = await startTestServer({ beginnings: [seoul, other] });
		const revoked = await server.cookie("nor-minister");
		await server.storage.accounts.revokeRepresentative("seoul", "nor-minister", Date.now());
		const signedOut = await server.cookie("eun-envoy");
		await ask(server, "POST", "/sign-out", { cookie: signedOut });
		const strangers = {
			nobody: ["", 401],
			revoked: [revoked, 401],
			signedOut: [signedOut, 401],
			otherDesk: [await cookieFor(server, "desk", "other"), 401],
			reader: [await server.cookie("idn-reader"), 403],
			presiding: [await server.cookie("rwa-chair"), 403],
			coChair: [await server.cookie("usa-chair"), 403],
		} as const;
		const { accounts } = server.storage;
		const { link } = await accounts.createLink({
			...{ conferenceId: "seoul", representativeId: "idn-minister", createdBy: "test" },
			...{ createdAt: Date.now(), expiresAt: Date.now() + 60_000 },
		});
		const representative = {
			...person("x", "secretariat", null, ["read"]),
			name: "N",
			title: "T",
			contact: null,
		};
		const { id: _id, ...newRepresentative } = representative;
		for (const [who, [cookie, status]] of Object.entries(strangers)) {
			const as = (method: string, path: string, body?: unknown) =>
				ask(server, method, `/api/conferences/seoul/${path}`, { ...json, cookie }, JSON.stringify(body));
			const answers = [
				await as("GET", "links"),
				await as("POST", "links", { representativeId: "desk", hours: 1 }),
				await as("DELETE", `links/${link.id}`),
				await as("POST", "representatives", newRepresentative),
				await as("DELETE", "representatives/idn-minister"),
				await as("DELETE", "directory/idn-minister"),
			];
			expect(
				answers.map((answer) => answer.status),
				who,
			).toEqual(answers.map(() => status));
			expect(await as("GET", "snapshot?as=secretariat").then((answer) => answer.status), who).toBe(403);
		}
		const known = await accounts.listLinks("seoul");
		expect(known.find(({ id }) => id === link.id)?.revokedAt).toBeUndefined();
		expect(server.conferences.get("seoul")?.state.delegations.representatives.has("idn-minister")).toBe(true);
	});

	it("lets nobody act beyond the seat, whatever the socket says", async () => {
		const server = await startTestServer({ beginnings: [seoul, other] });
		await sit(server);
		const { created } = await server.act("idn-minister", inscribe("idn"));
		const entryId = created ?? "";
		const draft: Command = { type: "draftPledge", delegationId: "idn", content: content() };
		const pledgeId = (await server.act("idn-minister", draft)).created ?? "";
		const segmentId = "statements-1";
		const presiding: readonly unknown[] = [
			{ type: "giveFloor", segmentId, entryId, after: null },
			{ type: "moveEntry", segmentId, entryId, before: null, reason: "Because" },
			{ type: "suspendMeeting", meetingId: "session-1" },
			{ type: "handGavel", to: "usa-chair" },
		];
		const desks: readonly unknown[] = [
			{ type: "acceptPledge", pledgeId },
			{ type: "announceInWriting", pledgeId },
			{ type: "setClockRate", rate: 60, journalAt: 0 },
			{ type: "accreditRepresentatives", representatives: [person("evil", "secretariat", null, [])] },
			{ type: "changeAccreditation", representativeId: "idn-reader", level: "HS", rights: ["speak"] },
		];
		const delegations: readonly unknown[] = [
			draft,
			inscribe("idn"),
			{ type: "withdrawInscription", segmentId, entryId },
			{ type: "submitPledge", pledgeId },
			{ type: "withdrawPledge", pledgeId },
			{ type: "declareSupport", initiativeId: "technology", delegationId: "idn" },
		];
		const nobodys: readonly unknown[] = [
			{ type: "defineConference", profile: defineCommand.profile },
			{ type: "adoptProgramme", meetings: [] },
		];
		const all = [...presiding, ...desks, ...delegations, ...nobodys];
		const cases = {
			nobody: [undefined, all, "notAllowed"],
			reader: [await server.cookie("idn-reader"), all, "notAllowed"],
			otherDelegate: [await server.cookie("ury-minister"), all, "notAllowed"],
			coChair: [await server.cookie("usa-chair"), all, "notAllowed"],
			otherDesk: [await cookieFor(server, "desk", "other"), all, "signedOut"],
			presiding: [await server.cookie("rwa-chair"), [...desks, ...nobodys], "notAllowed"],
			desk: [await server.cookie("desk"), [...presiding.slice(0, 3), draft, ...nobodys], "notAllowed"],
		} as const;
		const before = server.conferences.get("seoul")!.head.seq;
		for (const [who, [cookie, commands, code]] of Object.entries(cases)) {
			const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
			const client = (await RawClient.open(server.url, headers))!;
			await client.follow(server.url, "seoul", who === "otherDesk" ? {} : headers);
			for (const [index, command] of commands.entries()) {
				const answer = await client.ask("command", { id: `${who}-command-${index}`, command });
				expect(answer, `${who}: ${JSON.stringify(command)}`).toMatchObject({ status: "refused", code });
			}
		}
		expect(server.conferences.get("seoul")!.head.seq).toBe(before);
	});

	it("takes no forged, foreign or expired cookie", async () => {
		const server = await startTestServer();
		const good = (await server.cookie("desk")).split("=")[1]!;
		const [head = "", body = "", signature = ""] = good.split(".");
		const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as object;
		const write = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
		const signed = (secret: string) => {
			const text = `${head}.${body}`;
			return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
		};
		const forged = {
			none: `${write({ ...read(head), alg: "none" })}.${body}.`,
			otherKey: `${write({ ...read(head), kid: "other" })}.${body}.${signature}`,
			noKey: `${write({ alg: "HS256" })}.${body}.${signature}`,
			ownKey: `${write({ ...read(head), jwk: { kty: "oct", k: "AAAA" } })}.${body}.${signature}`,
			emptySecret: signed(""),
			guessedSecret: signed("secret"),
			longer: `${head}.${write({ ...read(body), exp: 4_000_000_000 })}.${signature}`,
			cut: good.slice(0, -2),
			words: "not.a.cookie",
		};
		const links = (cookie: string) =>
			ask(server, "GET", "/api/conferences/seoul/links", { cookie: `plenaria_sign_in=${cookie}` });
		for (const [how, cookie] of Object.entries(forged)) expect((await links(cookie)).status, how).toBe(401);
		expect((await links(good)).status).toBe(200);
		const short = await cookieFor(server, "desk", "seoul", 1100);
		await wait(1200);
		expect((await ask(server, "GET", "/api/conferences/seoul/links", { cookie: short })).status).toBe(401);
		await server.storage.accounts.rotateSigningKey(Date.now(), Date.now());
		expect((await links(good)).status).toBe(401);
	});
});
