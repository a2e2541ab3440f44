import type { DatabaseSync } from "node:sqlite";
import { openDatabase } from "../journal/sqliteDatabase.ts";
import {
	type Accounts,
	isRefusal,
	type Link,
	type LinkRefusal,
	type NewLink,
	type SignIn,
	type SigningKey,
	type SigningKeys,
} from "./accounts.ts";
import { makeLink, makeSignIn, makeSigningKey, opened, tokenHash, validKeys } from "./secrets.ts";

const schema = `
	CREATE TABLE links (
		id TEXT PRIMARY KEY,
		tokenHash TEXT NOT NULL UNIQUE,
		conferenceId TEXT NOT NULL,
		representativeId TEXT NOT NULL,
		createdBy TEXT NOT NULL,
		createdAt REAL NOT NULL,
		expiresAt REAL NOT NULL,
		usedAt REAL,
		revokedAt REAL
	) STRICT;
	CREATE INDEX linksOfConference ON links (conferenceId, representativeId);
	CREATE TABLE signIns (
		id TEXT PRIMARY KEY,
		linkId TEXT NOT NULL REFERENCES links (id),
		conferenceId TEXT NOT NULL,
		representativeId TEXT NOT NULL,
		createdAt REAL NOT NULL,
		expiresAt REAL NOT NULL,
		userAgent TEXT
	) STRICT;
	CREATE INDEX signInsOfLink ON signIns (linkId);
	CREATE TABLE signingKeys (
		kid TEXT PRIMARY KEY,
		secret BLOB NOT NULL,
		createdAt REAL NOT NULL,
		keepUntil REAL
	) STRICT`;

const linkColumns = "id, conferenceId, representativeId, createdBy, createdAt, expiresAt, usedAt, revokedAt";

/** A row without its nulls: what is absent in the port is NULL in the table. */
function present<T>(row: object | undefined): T | undefined {
	return row && (Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T);
}

/**
 * Accounts of a single server, in one file. Synchronous, on the main thread: people sign in rarely, and a lookup takes
 * some 10 microseconds.
 */
export class SqliteAccounts implements Accounts {
	readonly #database: DatabaseSync;
	readonly #listeners = new Set<(signInIds: readonly string[]) => void>();

	private constructor(database: DatabaseSync) {
		this.#database = database;
	}

	/** Opens `DATA_DIR/accounts.sqlite`, or `:memory:` for a test. */
	static open(path: string): SqliteAccounts {
		return new SqliteAccounts(openDatabase(path, schema));
	}

	async createLink(newLink: NewLink): Promise<{ token: string; link: Link }> {
		const made = makeLink(newLink);
		const { id, conferenceId, representativeId, createdBy, createdAt, expiresAt } = made.link;
		this.#run(
			"INSERT INTO links (id, tokenHash, conferenceId, representativeId, createdBy, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?)",
			...[id, tokenHash(made.token), conferenceId, representativeId, createdBy, createdAt, expiresAt],
		);
		return made;
	}

	async inspectLink(token: string, now: number): Promise<Link | LinkRefusal> {
		return this.#open(token, now);
	}

	async signIn(token: string, now: number, userAgent?: string): Promise<SignIn | LinkRefusal> {
		// Nothing may come between the look at the link and the sign-in: a revocation would miss it.
		return this.#transaction(() => {
			const link = this.#open(token, now);
			if (isRefusal(link)) return link;
			const signIn = makeSignIn(link, now, userAgent);
			this.#run("DELETE FROM signIns WHERE expiresAt <= ?", now);
			this.#run("UPDATE links SET usedAt = ? WHERE id = ? AND usedAt IS NULL", now, link.id);
			this.#run(
				"INSERT INTO signIns (id, linkId, conferenceId, representativeId, createdAt, expiresAt, userAgent) VALUES (?, ?, ?, ?, ?, ?, ?)",
				...[signIn.id, link.id, link.conferenceId, link.representativeId, now, signIn.expiresAt],
				signIn.userAgent ?? null,
			);
			return signIn;
		});
	}

	async signInById(id: string, now: number): Promise<SignIn | undefined> {
		const query = this.#database.prepare("SELECT * FROM signIns WHERE id = ? AND expiresAt > ?");
		return present<SignIn>(query.get(id, now));
	}

	async listLinks(conferenceId: string): Promise<readonly Link[]> {
		const query = `SELECT ${linkColumns} FROM links WHERE conferenceId = ? ORDER BY createdAt, rowid`;
		return this.#database
			.prepare(query)
			.all(conferenceId)
			.flatMap((row) => present<Link>(row) ?? []);
	}

	async revokeLink(linkId: string, now: number): Promise<void> {
		this.#revoke("id = ?", [linkId], now);
	}

	async revokeRepresentative(conferenceId: string, representativeId: string, now: number): Promise<void> {
		this.#revoke("conferenceId = ? AND representativeId = ?", [conferenceId, representativeId], now);
	}

	async signOut(signInId: string): Promise<void> {
		if (this.#run("DELETE FROM signIns WHERE id = ?", signInId) > 0) this.#tell([signInId]);
	}

	onRevoked(listener: (signInIds: readonly string[]) => void): () => void {
		const entry = (signInIds: readonly string[]) => listener(signInIds);
		this.#listeners.add(entry);
		return () => {
			this.#listeners.delete(entry);
		};
	}

	async signingKeys(now: number): Promise<SigningKeys> {
		return validKeys(this.#keys(), now) ?? this.rotateSigningKey(now, now);
	}

	async rotateSigningKey(now: number, keepUntil: number): Promise<SigningKeys> {
		const current = makeSigningKey(now);
		this.#transaction(() => {
			this.#run("DELETE FROM signingKeys WHERE keepUntil <= ?", now);
			// An old key never lives longer than it was given, and a leaked one takes all before it along.
			this.#run("UPDATE signingKeys SET keepUntil = min(coalesce(keepUntil, ?1), ?1)", keepUntil);
			this.#run(
				"INSERT INTO signingKeys (kid, secret, createdAt) VALUES (?, ?, ?)",
				...[current.kid, current.secret, now],
			);
		});
		return validKeys(this.#keys(), now) ?? { current, valid: [current] };
	}

	async close(): Promise<void> {
		this.#database.close();
	}

	#open(token: string, now: number): Link | LinkRefusal {
		const query = `SELECT ${linkColumns} FROM links WHERE tokenHash = ?`;
		return opened(present<Link>(this.#database.prepare(query).get(tokenHash(token))), now);
	}

	/** `where` selects links. */
	#revoke(where: string, parameters: readonly string[], now: number): void {
		const cut = this.#transaction(() => {
			this.#run(`UPDATE links SET revokedAt = ? WHERE revokedAt IS NULL AND ${where}`, now, ...parameters);
			const query = `DELETE FROM signIns WHERE linkId IN (SELECT id FROM links WHERE ${where}) RETURNING id`;
			return this.#database.prepare(query).all(...parameters);
		});
		this.#tell(cut.map(({ id }) => String(id)));
	}

	#keys(): SigningKey[] {
		return this.#database
			.prepare("SELECT kid, secret, createdAt, keepUntil FROM signingKeys ORDER BY rowid DESC")
			.all()
			.flatMap((row) => present<SigningKey>(row) ?? []);
	}

	#tell(signInIds: readonly string[]): void {
		if (signInIds.length === 0) return;
		for (const listener of [...this.#listeners]) listener(signInIds);
	}

	#run(statement: string, ...parameters: (string | number | Uint8Array | null)[]): number {
		return Number(this.#database.prepare(statement).run(...parameters).changes);
	}

	#transaction<T>(work: () => T): T {
		this.#database.exec("BEGIN IMMEDIATE");
		try {
			const result = work();
			this.#database.exec("COMMIT");
			return result;
		} catch (error) {
			if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
			throw error;
		}
	}
}
