/**
 * Who may come in. A person gets a personal sign-in link; opening it makes a sign-in, which a cookie then names.
 * None of this is in the journal: it can be revoked and deleted. Times are real time, in ms since the epoch.
 * Everything rejects with an ordinary Error when the store cannot be reached.
 */
export interface Accounts {
	/** Makes a link. The token is given out this once; only its SHA-256 is stored. */
	createLink(link: NewLink): Promise<{ readonly token: string; readonly link: Link }>;
	/** What the page "Join as ..." shows; uses nothing up, since mail scanners open links too. */
	inspectLink(token: string, now: number): Promise<Link | LinkRefusal>;
	/** Signs in one more device. `userAgent` helps people to recognise their devices. */
	signIn(token: string, now: number, userAgent?: string): Promise<SignIn | LinkRefusal>;
	/** The sign-in, unless it has ended or expired. */
	signInById(id: string, now: number): Promise<SignIn | undefined>;
	/** All links of a conference, oldest first, also the expired and revoked ones. */
	listLinks(conferenceId: string): Promise<readonly Link[]>;
	/** Ends a link and every sign-in made with it. An unknown or revoked one is left as it is. */
	revokeLink(linkId: string, now: number): Promise<void>;
	/** Ends all links and sign-ins of a representative. */
	revokeRepresentative(conferenceId: string, representativeId: string, now: number): Promise<void>;
	/** Ends one sign-in, on one device. */
	signOut(signInId: string): Promise<void>;
	/**
	 * Calls `listener` on every node, within a second, with the ids of sign-ins that were ended: their sockets must go.
	 * Nothing is missed over a lost connection. Returns the function that ends it.
	 */
	onRevoked(listener: (signInIds: readonly string[]) => void): () => void;
	/** The keys that cookies are signed with; the first call ever makes one. */
	signingKeys(now: number): Promise<SigningKeys>;
	/** Makes a new current key. The old ones verify cookies until `keepUntil`: `now`, if one has leaked. */
	rotateSigningKey(now: number, keepUntil: number): Promise<SigningKeys>;
	close(): Promise<void>;
}

/** What a link is made of; times in ms since the epoch. */
export interface NewLink {
	readonly conferenceId: string;
	readonly representativeId: string;
	/** Representative or account that made it. */
	readonly createdBy: string;
	readonly createdAt: number;
	readonly expiresAt: number;
}

/** A personal sign-in link as it is kept: without its token, of which only a hash is stored. Times in ms since the epoch. */
export interface Link extends NewLink {
	/** Names the link to the secretariat; it opens nothing. */
	readonly id: string;
	/** When it was first used. */
	readonly usedAt?: number | undefined;
	readonly revokedAt?: number | undefined;
}

/** One device of one representative. It lasts as long as its link. */
export interface SignIn {
	readonly id: string;
	readonly linkId: string;
	readonly conferenceId: string;
	readonly representativeId: string;
	readonly createdAt: number;
	readonly expiresAt: number;
	readonly userAgent?: string | undefined;
}

/** Why a link does not open. */
export interface LinkRefusal {
	readonly code: "linkUnknown" | "linkExpired" | "linkRevoked";
}

/** A key that sign-in cookies are signed with. */
export interface SigningKey {
	/** Stands in the cookie, to say which key it was signed with. */
	readonly kid: string;
	/** 256 random bits. */
	readonly secret: Uint8Array;
	readonly createdAt: number;
	/** Absent in the current key. */
	readonly keepUntil?: number | undefined;
}

/** The keys in force; rotation keeps an old one until the cookies that it signed have expired. */
export interface SigningKeys {
	readonly current: SigningKey;
	/** The current key and the old ones that still verify. */
	readonly valid: readonly SigningKey[];
}

/** Creates the links of a rehearsal's simulated participants; the secretariat's desk leaves these links out. */
export const castAccount = "rehearsal-cast";

/** Tells why a link does not open from what it opens. */
export function isRefusal(result: object): result is LinkRefusal {
	return "code" in result;
}
