import { describe, expect, onTestFinished, test } from "vitest";
import { type Accounts, isRefusal, type LinkRefusal } from "../../server/accounts/accounts.ts";
import { issueCookie, readCookie } from "../../server/accounts/cookies.ts";

/** Opens accounts as two nodes see them: two objects on one Redis, or the same one twice. */
export type AccountsNodes = () => Promise<readonly [Accounts, Accounts]>;

const day = 24 * 3600 * 1000;
/** Real time at the start of a test; Redis ends sign-ins by its own clock, so it cannot be any moment. */
const start = Date.now();

function newLink(representativeId = "kor-1", conferenceId = "seoul-2021") {
	return {
		conferenceId,
		representativeId,
		createdBy: "secretariat-1",
		createdAt: start + 0.125,
		expiresAt: start + day,
	};
}

function ok<T extends object>(result: T): Exclude<T, LinkRefusal> {
	expect(result).not.toHaveProperty("code");
	return result as Exclude<T, LinkRefusal>;
}

/** What every store of accounts promises. */
export function accountsContract(name: string, nodes: AccountsNodes): void {
	async function open(): Promise<readonly [Accounts, Accounts]> {
		const both = await nodes();
		onTestFinished(async () => {
			for (const accounts of new Set(both)) await accounts.close();
		});
		return both;
	}

	/** The first `count` sign-ins that are cut on a node, in any order. */
	function cut(accounts: Accounts, count: number): Promise<string[]> {
		const { promise, resolve } = Promise.withResolvers<string[]>();
		const ids: string[] = [];
		onTestFinished(
			accounts.onRevoked((some) => {
				ids.push(...some);
				if (ids.length >= count) resolve(ids.sort());
			}),
		);
		return promise;
	}

	describe(`${name} keeps the contract of accounts`, () => {
		test("a link can be looked at without using it, and signs in several devices", async () => {
			const [one, other] = await open();
			const { token, link } = await one.createLink(newLink());
			expect(token).toMatch(/^[\w-]{43}$/);
			expect(await other.inspectLink(token, start)).toEqual(link);
			expect((await other.listLinks("seoul-2021"))[0]).not.toHaveProperty("usedAt");
			const desk = ok(await other.signIn(token, start + 1, "Firefox"));
			const phone = ok(await one.signIn(token, start + 2));
			expect(desk).toMatchObject({
				linkId: link.id,
				representativeId: "kor-1",
				createdAt: start + 1,
				userAgent: "Firefox",
			});
			expect(desk.expiresAt).toBe(link.expiresAt);
			expect(phone.id).not.toBe(desk.id);
			expect(await one.signInById(desk.id, start + 3)).toEqual(desk);
			expect(await other.signInById(phone.id, start + 3)).toEqual(phone);
			expect(await one.inspectLink(token, start)).toEqual({ ...link, usedAt: start + 1 });
		});

		test("a link does not open when it is unknown, expired or revoked", async () => {
			const [accounts] = await open();
			const { token, link } = await accounts.createLink(newLink());
			expect(await accounts.signIn("unknown", start)).toEqual({ code: "linkUnknown" });
			expect(await accounts.inspectLink(link.id, start)).toEqual({ code: "linkUnknown" });
			expect(await accounts.inspectLink(token, link.expiresAt)).toEqual({ code: "linkExpired" });
			expect(await accounts.signIn(token, link.expiresAt)).toEqual({ code: "linkExpired" });
			await accounts.revokeLink(link.id, start + 5);
			expect(await accounts.inspectLink(token, start)).toEqual({ code: "linkRevoked" });
			expect(await accounts.signIn(token, start)).toEqual({ code: "linkRevoked" });
			await accounts.revokeLink(link.id, start + 9);
			await accounts.revokeLink("unknown", start);
			expect(await accounts.listLinks("seoul-2021")).toEqual([{ ...link, revokedAt: start + 5 }]);
		});

		test("a sign-in ends with its link's time, or is not known", async () => {
			const [accounts] = await open();
			const { token } = await accounts.createLink(newLink());
			const signIn = ok(await accounts.signIn(token, start));
			expect(await accounts.signInById(signIn.id, signIn.expiresAt - 1)).toEqual(signIn);
			expect(await accounts.signInById(signIn.id, signIn.expiresAt)).toBeUndefined();
			expect(await accounts.signInById("unknown", start)).toBeUndefined();
		});

		test("links are listed by conference, oldest first", async () => {
			const [accounts] = await open();
			const later = (await accounts.createLink({ ...newLink("kor-2"), createdAt: start + 2 })).link;
			const first = (await accounts.createLink({ ...newLink("kor-1"), createdAt: start + 1 })).link;
			await accounts.createLink(newLink("che-1", "geneva-2023"));
			expect(await accounts.listLinks("seoul-2021")).toEqual([first, later]);
			expect(await accounts.listLinks("unknown")).toEqual([]);
		});

		test("revoking a link cuts its sign-ins on every node, and no others", async () => {
			const [one, other] = await open();
			const revoked = await one.createLink(newLink());
			const kept = await one.createLink(newLink());
			const signIns = [
				ok(await one.signIn(revoked.token, start)),
				ok(await other.signIn(revoked.token, start)),
			];
			const stays = ok(await one.signIn(kept.token, start));
			const ids = signIns.map(({ id }) => id).sort();
			const heard = Promise.all([cut(one, 2), cut(other, 2)]);
			await one.revokeLink(revoked.link.id, start);
			expect(await heard).toEqual([ids, ids]);
			for (const id of ids) expect(await other.signInById(id, start)).toBeUndefined();
			expect(await other.signInById(stays.id, start)).toEqual(stays);
		});

		test("revoking a representative cuts all that came from any link, in that conference", async () => {
			const [one, other] = await open();
			const links = [await one.createLink(newLink()), await one.createLink(newLink())];
			const elsewhere = await one.createLink(newLink("kor-1", "geneva-2023"));
			const colleague = await one.createLink(newLink("kor-2"));
			const ids = await Promise.all(links.map(async ({ token }) => ok(await one.signIn(token, start)).id));
			const stay = [
				ok(await one.signIn(elsewhere.token, start)),
				ok(await one.signIn(colleague.token, start)),
			];
			const heard = cut(other, 2);
			await one.revokeRepresentative("seoul-2021", "kor-1", start);
			expect(await heard).toEqual(ids.sort());
			for (const { token } of links)
				expect(await other.signIn(token, start)).toEqual({ code: "linkRevoked" });
			for (const signIn of stay) expect(await other.signInById(signIn.id, start)).toEqual(signIn);
		});

		test("signing out ends one device only, once", async () => {
			const [one, other] = await open();
			const { token } = await one.createLink(newLink());
			const [desk, phone] = [ok(await one.signIn(token, start)), ok(await one.signIn(token, start))];
			const heard = cut(other, 2);
			await one.signOut(desk.id);
			await one.signOut(desk.id);
			expect(await one.signInById(phone.id, start)).toEqual(phone);
			await one.signOut(phone.id);
			expect(await heard).toEqual([desk.id, phone.id].sort());
		});

		test("a cookie names its sign-in on every node, and only with its signature whole", async () => {
			const [one, other] = await open();
			const { token } = await one.createLink(newLink());
			const signIn = ok(await one.signIn(token, start));
			const cookie = await issueCookie(one, signIn, start);
			const [, payload = ""] = cookie.split(".");
			expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toEqual({
				sid: signIn.id,
				exp: Math.floor(signIn.expiresAt / 1000),
			});
			expect(await readCookie(other, cookie, start)).toEqual(signIn);
			expect(await readCookie(other, cookie, signIn.expiresAt + 1000)).toBeUndefined();
			const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
			const tampered = cookie.replace(
				payload,
				Buffer.from(`{"sid":"other","exp":9999999999}`).toString("base64url"),
			);
			for (const bad of ["", "no cookie", unsigned, tampered]) {
				expect(await readCookie(other, bad, start)).toBeUndefined();
			}
			await one.signOut(signIn.id);
			expect(await readCookie(other, cookie, start)).toBeUndefined();
		});

		test("an old key verifies as long as it is kept, a leaked one not at all", async () => {
			const [one, other] = await open();
			const signIn = ok(await one.signIn((await one.createLink(newLink())).token, start));
			const first = await issueCookie(one, signIn, start);
			const rotated = await other.rotateSigningKey(start, start + 1000);
			expect(await one.signingKeys(start)).toEqual(rotated);
			expect(rotated.valid).toHaveLength(2);
			const second = await issueCookie(one, signIn, start);
			expect(await readCookie(one, first, start + 999)).toEqual(signIn);
			expect(await readCookie(one, first, start + 1000)).toBeUndefined();
			expect(await readCookie(one, second, start + 1000)).toEqual(signIn);
			await one.rotateSigningKey(start + 2000, start + 2000);
			expect(await readCookie(other, second, start + 2000)).toBeUndefined();
			expect((await other.signingKeys(start + 2000)).valid).toHaveLength(1);
		});

		test("nodes that start together agree on one key", async () => {
			const [one, other] = await open();
			const keys = await Promise.all([one, other, one, other].map((accounts) => accounts.signingKeys(start)));
			expect(new Set(keys.map(({ current }) => current.kid)).size).toBe(1);
			expect(keys[0]?.current.secret).toHaveLength(32);
		});

		test("a refusal is told from a link", () => {
			expect(isRefusal({ code: "linkUnknown" })).toBe(true);
			expect(isRefusal({ id: "link" })).toBe(false);
		});
	});
}
