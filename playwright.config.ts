import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/**
 * The journeys run in the system's Chromium where there is one, because a distribution keeps that patched; Playwright's
 * own serves elsewhere (`npx playwright install chromium`).
 */
const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const executablePath = process.env.CHROMIUM_BIN ?? system;

/** As root Chromium has no sandbox to offer. The others keep it from talking to anybody but the server under test. */
const args = [
	...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--no-first-run",
	// A camera and a microphone that are always there: a moving picture and a beep each second. Who may use them is still asked.
	"--use-fake-device-for-media-stream",
];

export default defineConfig({
	testDir: "test/e2e",
	outputDir: "test-results",
	workers: 2,
	// A journey that works only at the second attempt does not work.
	retries: 0,
	forbidOnly: process.env.CI !== undefined,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: "list",
	use: {
		// Without pictures of every step, which cost more than the journeys themselves.
		trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
		actionTimeout: 20_000,
		locale: "en-GB",
		timezoneId: "Africa/Kigali",
		launchOptions: { args, ...(executablePath === undefined ? {} : { executablePath }) },
	},
});
