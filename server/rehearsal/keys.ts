import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";

/**
 * How `npm run rehearsal` comes in: a link of the secretariat that the server of a rehearsal, and of nothing
 * else, leaves in its data directory for whoever may read that.
 */
const rehearsalKeys = z.object({
	origin: z.string(),
	conferenceId: z.string(),
	/** Representative of the secretariat, and the token of a personal link for it. */
	secretariatId: z.string(),
	secretariatToken: z.string(),
});
export type RehearsalKeys = z.infer<typeof rehearsalKeys>;

const name = "rehearsal-keys.json";

/** Writes the keys for the owner of the data directory alone. */
export async function writeRehearsalKeys(dataDir: string, keys: RehearsalKeys): Promise<void> {
	const path = join(dataDir, name);
	// The mode of an existing file would stay as it is.
	await rm(path, { force: true });
	await writeFile(path, `${JSON.stringify(keys)}\n`, { mode: 0o600 });
}

/** @throws Error that says what to do. */
export async function readRehearsalKeys(dataDir: string): Promise<RehearsalKeys> {
	const path = join(dataDir, name);
	const text = await readFile(path, "utf8").catch(() => {
		throw new Error(
			`${path} is not there. Start a rehearsal first: npm start (or set DATA_DIR to where it runs).`,
		);
	});
	const parsed = z.safeParse(rehearsalKeys, JSON.parse(text));
	if (!parsed.success) throw new Error(`${path} is not a rehearsal's keys; start the rehearsal again.`);
	return parsed.data;
}
