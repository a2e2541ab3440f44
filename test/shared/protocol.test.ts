import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { commandSchemas } from "../../shared/conference/decider.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import * as clock from "../../shared/protocol/clock.ts";
import * as command from "../../shared/protocol/command.ts";
import * as frame from "../../shared/protocol/frame.ts";
import * as http from "../../shared/protocol/http.ts";
import * as join from "../../shared/protocol/join.ts";
import * as media from "../../shared/protocol/media.ts";
import * as monitor from "../../shared/protocol/monitor.ts";
import * as recordings from "../../shared/protocol/recordings.ts";
import * as signals from "../../shared/protocol/signals.ts";
import * as snapshot from "../../shared/protocol/snapshot.ts";
import { protocolHistory, protocolVersion } from "../../shared/protocol/version.ts";

/** Every schema under shared/protocol and every command, as JSON Schema: what another client would rely on. */
function protocolHash(): string {
	const modules = {
		clock,
		command,
		frame,
		http,
		join,
		media,
		monitor,
		recordings,
		signals,
		snapshot,
		commands: commandSchemas,
	};
	const described = Object.entries(modules).map(([name, module]) => [
		name,
		Object.entries(module)
			.filter(([, schema]) => typeof schema === "object" && schema !== null && "_zod" in schema)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, schema]) => [
				key,
				z.toJSONSchema(schema as z.core.$ZodType, { unrepresentable: "any", io: "input" }),
			]),
	]);
	return createHash("sha256").update(JSON.stringify(described)).digest("hex").slice(0, 16);
}

describe("the protocol's version", () => {
	it("changes whenever a schema changes, with a line of history", () => {
		const latest = protocolHistory.at(-1);
		expect(latest?.version).toBe(protocolVersion);
		expect(latest?.hash, "a schema changed: raise protocolVersion and add a line to protocolHistory").toBe(
			protocolHash(),
		);
	});

	it("counts up by one, and every version says what changed", () => {
		expect(protocolHistory.map(({ version }) => version)).toEqual(
			protocolHistory.map((_, index) => index + 1),
		);
		for (const { change, hash } of protocolHistory) {
			expect(change.length).toBeGreaterThan(10);
			expect(hash).toMatch(/^[0-9a-f]{16}$/);
		}
	});

	it("stands beside the version of what each audience may see", () => {
		expect(Number.isInteger(viewVersion)).toBe(true);
	});
});
