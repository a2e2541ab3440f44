import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A directory of its own for the running test, gone when the test is over. */
export async function tempDir(): Promise<string> {
	const path = await mkdtemp(join(tmpdir(), "plenaria-"));
	onTestFinished(() => rm(path, { recursive: true, force: true }));
	return path;
}
