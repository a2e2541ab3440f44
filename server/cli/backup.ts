/**
 * `node server/cli/backup.ts <folder>` copies every database of DATA_DIR (journals, accounts, directory, files) into a folder,
 * each as it was at one moment, also beside a running server, and checks the copies of the journals. Recordings are copied after
 * them, so that what a copied journal names is there, and each is held against its name. To restore, stop
 * the server and put the copies into an empty DATA_DIR. The copies hold names and keys: keep them as the original.
 */

import { createHash } from "node:crypto";
import { chmodSync, createReadStream, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { isConferenceId } from "../journal/conferenceId.ts";
import { makePrivateDirectory, messageOf } from "../journal/sqliteDatabase.ts";
import { readJournalFile } from "../journal/sqliteReader.ts";
import { verifyChain } from "../journal/verify.ts";

async function copy(source: string, target: string): Promise<void> {
	const database = new DatabaseSync(source, { readOnly: true, timeout: 5000 });
	const unfinished = `${target}.unfinished`;
	try {
		rmSync(unfinished, { force: true });
		// All pages in one step: in smaller ones the copy would begin anew whenever the server writes.
		await backup(database, unfinished, { rate: 0x7fffffff });
	} finally {
		database.close();
	}
	chmodSync(unfinished, 0o600);
	renameSync(unfinished, target);
}

/** Copies one database and prints one line; says whether the copy is good. */
async function save(dataDir: string, folder: string, file: string): Promise<boolean> {
	const target = join(folder, file);
	const name = file.slice(0, -".sqlite".length);
	try {
		await copy(join(dataDir, file), target);
		if (!isConferenceId(name)) {
			console.log(`${file}: copied.`);
			return true;
		}
		const result = await verifyChain(readJournalFile(target));
		if (result.ok) {
			console.log(`${file}: copied, whole. Head: record ${result.head.seq}, ${result.head.hash}`);
			return true;
		}
		console.error(`${file}: copied, but record ${result.firstBad.seq} is bad. ${result.firstBad.reason}`);
	} catch (error) {
		console.error(`${file}: not copied (${messageOf(error)}).`);
	}
	return false;
}

/** Copies the recordings, each under its name, and prints one line; says whether every copy is what its name says. */
async function saveRecordings(from: string, to: string): Promise<boolean> {
	if (!existsSync(from)) return true;
	let copied = 0;
	let good = true;
	for (const conferenceId of readdirSync(from).filter(isConferenceId)) {
		makePrivateDirectory(join(to, conferenceId));
		for (const name of readdirSync(join(from, conferenceId))) {
			const target = join(to, conferenceId, name);
			try {
				await copyFile(join(from, conferenceId, name), target);
				chmodSync(target, 0o600);
				const hash = createHash("sha256");
				for await (const part of createReadStream(target)) hash.update(part as Buffer);
				if (hash.digest("base64url") !== name) throw new Error("its bytes are not those of its name");
				copied += 1;
			} catch (error) {
				console.error(`recordings/${conferenceId}/${name}: not copied (${messageOf(error)}).`);
				good = false;
			}
		}
	}
	console.log(`recordings: ${copied} copied, whole.`);
	return good;
}

async function main(folder: string | undefined): Promise<boolean> {
	const dataDir = process.env.DATA_DIR || "data";
	if (folder === undefined) {
		console.error("Say where to: node server/cli/backup.ts <folder>");
		return false;
	}
	makePrivateDirectory(folder);
	const files = readdirSync(dataDir).filter((file) => file.endsWith(".sqlite"));
	if (files.some((file) => existsSync(join(folder, file)))) {
		console.error(`${folder} holds a backup already. Choose a new folder, so that no good copy is replaced.`);
		return false;
	}
	let good = true;
	for (const file of files.sort()) good = (await save(dataDir, folder, file)) && good;
	const recordings = process.env.RECORDINGS_DIR || join(dataDir, "recordings");
	return (await saveRecordings(recordings, join(folder, "recordings"))) && good;
}

try {
	process.exitCode = (await main(process.argv[2])) ? 0 : 1;
} catch (error) {
	console.error(messageOf(error));
	process.exitCode = 1;
}
