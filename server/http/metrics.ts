import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** The server's figures. A registry of its own, so that several servers in one test process do not meet in it. */
export class Metrics {
	readonly #registry = new Registry();
	readonly cspReports = new Counter({
		name: "plenaria_csp_reports_total",
		help: "Content security policy violations that browsers reported.",
		registers: [this.#registry],
	});

	/** `sockets` and `positions` are asked when somebody reads. */
	constructor(live: {
		sockets(): number;
		positions(): Iterable<readonly [conferenceId: string, n: number]>;
	}) {
		collectDefaultMetrics({ register: this.#registry });
		new Gauge({
			name: "plenaria_sockets",
			help: "Sockets that are connected to this node.",
			registers: [this.#registry],
			collect() {
				this.set(live.sockets());
			},
		});
		new Gauge({
			// Not the number of records: that would tell whoever can read it the rhythm of what is private.
			name: "plenaria_public_position",
			help: "Position of the public's stream that this node has reached.",
			labelNames: ["conference"],
			registers: [this.#registry],
			collect() {
				for (const [conference, n] of live.positions()) this.set({ conference }, n);
			},
		});
	}

	async read(): Promise<{ readonly contentType: string; readonly text: string }> {
		return { contentType: this.#registry.contentType, text: await this.#registry.metrics() };
	}
}
