import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ProcessOptions {
	/** By default a directory of its own, gone when the process is closed. */
	readonly dataDir?: string;
	/** With it everything is in Redis. */
	readonly redisUrl?: string;
	/** Command-line arguments: `["--conference", file]`. */
	readonly args?: readonly string[];
	readonly variables?: Readonly<Record<string, string>>;
	/** A program with its arguments that runs the server: `["strace", "-D", ...]`. It must become the server's parent, not its face. */
	readonly under?: readonly string[];
}

/** The server ended before it could be used. */
export class StartFailed extends Error {
	override name = "StartFailed";
	readonly code: number | null;
	readonly stderr: string;

	constructor(code: number | null, output: string, stderr: string) {
		super(`The server ended with ${code} instead of starting:\n${output}${stderr}`);
		this.code = code;
		this.stderr = stderr;
	}
}

/** Whose personal links a rehearsal prints; `delegate` is of another delegation than the host's. */
export type LinkOf = "chair" | "host" | "delegate" | "secretariat" | "interpreter" | "captioner" | "operator";

/**
 * The real server as a process of its own, started as `npm start` starts it, without the simulated cast. It keeps its port and
 * its data when it is started again. Whoever starts one closes it; it also ends with the process that started it.
 */
export class ServerProcess {
	/** Origin that the server printed; the same after a restart. */
	origin = "";
	/** Everything said so far, over all starts. */
	stderr = "";
	/** What the present start printed. */
	stdout = "";
	readonly #options: ProcessOptions;
	#dataDir: string | undefined;
	#child: ChildProcess | undefined;
	readonly #onExit = () => void this.#child?.kill("SIGKILL");

	private constructor(options: ProcessOptions) {
		this.#options = options;
		process.once("exit", this.#onExit);
	}

	/** Resolves when the server has printed its addresses. @throws StartFailed when it ends instead. */
	static async start(options: ProcessOptions = {}): Promise<ServerProcess> {
		const server = new ServerProcess(options);
		try {
			await server.#launch();
		} catch (error) {
			await server.close();
			throw error;
		}
		return server;
	}

	get pid(): number {
		return this.#child?.pid ?? 0;
	}

	get dataDir(): string {
		return this.#dataDir ?? "";
	}

	/** Id of the conference that is held, from the printed address of the audience page. */
	get conferenceId(): string {
		return new URL(this.#printed("Audience")).pathname.slice(1);
	}

	at(path: string): string {
		return this.origin + path;
	}

	/** A personal link as it was printed; each start prints new ones. */
	link(of: LinkOf): string {
		const lines = this.stdout.split("\n").filter((line) => line.includes("/join/"));
		const delegates = lines.filter((line) => /^\s*delegate/i.test(line));
		const found = {
			chair: lines.find((line) => /presiding|chair/i.test(line)),
			host: delegates[0],
			delegate: delegates[1],
			secretariat: lines.find((line) => /secretariat/i.test(line)),
			interpreter: lines.find((line) => /interpreter/i.test(line)),
			captioner: lines.find((line) => /captioner/i.test(line)),
			operator: lines.find((line) => /operator/i.test(line)),
		}[of];
		const url = found?.match(/https?:\S+/)?.[0];
		if (url === undefined) throw new Error(`No link for ${of} was printed:\n${this.stdout}`);
		return url;
	}

	/** A personal link for anybody who is accredited, made as the secretariat's desk makes them. */
	async makeLink(representativeId: string): Promise<string> {
		const response = await fetch(this.at(`/api/conferences/${this.conferenceId}/links`), {
			method: "POST",
			headers: { cookie: await this.cookie("secretariat"), "content-type": "application/json" },
			body: JSON.stringify({ representativeId, hours: 1 }),
		});
		if (!response.ok) throw new Error(`A link for ${representativeId} was refused with ${response.status}`);
		return ((await response.json()) as { url: string }).url;
	}

	/** Signs in as the page's button does, by a printed link. Returns the Cookie header; it is good after a restart, too. */
	cookie(of: LinkOf): Promise<string> {
		return this.cookieBy(this.link(of));
	}

	/** Signs in by any personal link. */
	async cookieBy(link: string): Promise<string> {
		const response = await fetch(link, { method: "POST", redirect: "manual" });
		const [cookie] = response.headers.getSetCookie();
		if (cookie === undefined) throw new Error(`A personal link was answered with ${response.status}`);
		return cookie.split(";")[0] ?? "";
	}

	/** Asks it to stop, as a service manager does. Resolves with its exit code when it is gone. */
	stop(): Promise<number | null> {
		return this.#end("SIGTERM");
	}

	/** Ends it at once, as a crash does. */
	async kill(): Promise<void> {
		await this.#end("SIGKILL");
	}

	/** Starts it again on the same data and port; what still runs is killed. */
	async restart(): Promise<void> {
		await this.kill();
		await this.#launch();
	}

	/** Ends it and removes its directory. */
	async close(): Promise<void> {
		await this.kill();
		process.off("exit", this.#onExit);
		if (this.#options.dataDir === undefined && this.#dataDir !== undefined)
			await rm(this.#dataDir, { recursive: true, force: true });
	}

	async #end(signal: NodeJS.Signals): Promise<number | null> {
		const child = this.#child;
		if (child === undefined) return null;
		if (child.exitCode === null && child.signalCode === null) {
			const gone = once(child, "exit");
			child.kill(signal);
			await gone;
		}
		return child.exitCode;
	}

	async #launch(): Promise<void> {
		const { args = [], variables = {}, under = [], redisUrl, dataDir } = this.#options;
		this.#dataDir ??= dataDir ?? (await mkdtemp(join(tmpdir(), "plenaria-")));
		const [program = process.execPath, ...rest] = [...under, process.execPath, "server/main.ts", ...args];
		const { PATH, HOME, TMPDIR } = process.env;
		const child = spawn(program, rest, {
			cwd: root,
			stdio: ["ignore", "pipe", "pipe"],
			// Nothing else is handed down: what is set where the tests run must not change what they find.
			env: {
				...definedOf({ PATH, HOME, TMPDIR, REDIS_URL: redisUrl }),
				PORT: this.origin === "" ? "0" : new URL(this.origin).port,
				DATA_DIR: this.#dataDir,
				SIMULATION: "off",
				NODE_ENV: "production",
				...variables,
			},
		});
		this.#child = child;
		this.stdout = "";
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			this.stderr += text;
		});
		await new Promise<void>((resolve, reject) => {
			child.on("error", reject);
			// "close" comes after the output has been read, "exit" may come before.
			child.on("close", (code) => reject(new StartFailed(code, this.stdout, this.stderr)));
			child.stdout.setEncoding("utf8").on("data", (text: string) => {
				this.stdout += text;
				// The addresses end with an empty line.
				if (/ Audience .*\n\n$/s.test(this.stdout)) resolve();
			});
		});
		this.origin = new URL(this.#printed("Audience")).origin;
	}

	#printed(label: string): string {
		const url = this.stdout.match(new RegExp(`^ *${label} +(\\S+)`, "m"))?.[1];
		if (url === undefined) throw new Error(`No ${label} was printed:\n${this.stdout}`);
		return url;
	}
}

function definedOf(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}
