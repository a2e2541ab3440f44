import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Link, LinkRefusal, NewLink, SignIn, SigningKey, SigningKeys } from "./accounts.ts";

const longestUserAgent = 300;

/** 256 random bits for a URL. */
function randomToken(): string {
	return randomBytes(32).toString("base64url");
}

/** What is stored instead of a token: with 256 random bits a plain hash tells nothing. */
export function tokenHash(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/** A new link with the token that opens it. */
export function makeLink(newLink: NewLink): { token: string; link: Link } {
	const { conferenceId, representativeId, createdBy, createdAt, expiresAt } = newLink;
	const link = { id: randomUUID(), conferenceId, representativeId, createdBy, createdAt, expiresAt };
	return { token: randomToken(), link };
}

/** A sign-in with a new id, not yet kept. */
export function makeSignIn(link: Link, now: number, userAgent: string | undefined): SignIn {
	return {
		id: randomToken(),
		linkId: link.id,
		conferenceId: link.conferenceId,
		representativeId: link.representativeId,
		createdAt: now,
		expiresAt: link.expiresAt,
		...(userAgent !== undefined && { userAgent: userAgent.slice(0, longestUserAgent) }),
	};
}

/** A new key, not yet kept. */
export function makeSigningKey(now: number): SigningKey {
	return { kid: randomUUID(), secret: new Uint8Array(randomBytes(32)), createdAt: now };
}

/** The link if it opens now, else why not. */
export function opened(link: Link | undefined, now: number): Link | LinkRefusal {
	if (link === undefined) return { code: "linkUnknown" };
	if (link.revokedAt !== undefined) return { code: "linkRevoked" };
	return now < link.expiresAt ? link : { code: "linkExpired" };
}

/** Sorts out the keys that still count; undefined when there is no current one. */
export function validKeys(keys: readonly SigningKey[], now: number): SigningKeys | undefined {
	const current = keys.find((key) => key.keepUntil === undefined);
	return (
		current && { current, valid: keys.filter((key) => key.keepUntil === undefined || now < key.keepUntil) }
	);
}
