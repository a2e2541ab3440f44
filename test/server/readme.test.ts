import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig, variableNames } from "../../server/config.ts";

const readme = readFileSync("README.md", "utf8");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** Rows of the tables below a heading, as their cells. */
function rowsBelow(heading: string): string[][] {
	const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
	const lines = section.split("\n").filter((line) => line.startsWith("| `"));
	return lines.map((line) => line.split("|").map((cell) => cell.trim()));
}

describe("README.md", () => {
	it("describes every variable of the configuration, and no other", () => {
		const described = rowsBelow("Configuration").map(([, name]) => name?.replaceAll("`", ""));
		expect(described.toSorted()).toEqual(variableNames.toSorted());
	});

	it("tells the defaults that the server takes", () => {
		const { port, maxConnections, commandsPerSecond, logLevel, socketAdapter, simulation, ...rest } =
			readConfig({});
		const told = new Map(rowsBelow("Configuration").map(([, name, value]) => [name, value]));
		expect(told.get("`PORT`")).toBe(`\`${port}\``);
		expect(told.get("`MAX_CONNECTIONS`")).toBe(`\`${maxConnections}\``);
		expect(told.get("`COMMANDS_PER_SECOND`")).toBe(`\`${commandsPerSecond}\``);
		expect(told.get("`LOG_LEVEL`")).toBe(`\`${logLevel}\``);
		expect(told.get("`SOCKET_ADAPTER`")).toBe(`\`${socketAdapter}\``);
		expect(told.get("`SIMULATION`")).toBe(`\`${simulation ? "on" : "off"}\``);
		expect(rest).toMatchObject({ redisUrl: undefined, trustProxy: undefined, viteDevOrigin: undefined });
	});

	it("names every command that package.json has, and no other", () => {
		const named = [...readme.matchAll(/npm (?:run ([a-z][a-z:]*)|(start|test)\b)/g)];
		const own = new Set(named.map(([, name, short]) => name ?? short ?? ""));
		expect([...own].filter((name) => scripts[name] === undefined)).toEqual([]);
		expect(Object.keys(scripts).filter((name) => !own.has(name))).toEqual([]);
	});

	it("points to files that exist", () => {
		const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => path);
		expect(links.filter((path) => !existsSync(path))).toEqual([]);
	});

	it("draws the folders that there are", () => {
		const tree = readme.split("```").find((block) => block.includes("shared/                "));
		let top = "";
		const missing: string[] = [];
		for (const line of (tree ?? "").split("\n")) {
			const isTop = !line.startsWith(" ");
			for (const name of line.match(/(?:^| )[a-z][A-Za-z]*(?:\/|\.md)(?= )/g) ?? []) {
				const path = isTop ? name : `${top}${name.trim()}`;
				if (isTop) top = name;
				if (!existsSync(path)) missing.push(path);
			}
		}
		expect(tree).toBeDefined();
		expect(missing).toEqual([]);
	});
});
