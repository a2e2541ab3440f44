import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** The server's figures. A registry of its own, so that several servers in one test process do not meet in it. */
export class Metrics {
	readonly #registry = new Registry();
	readonly cspReports = new Counter({
		name: "plenaria_csp_reports_total",
		help: "Content security policy violations that browsers reported.",
		registers: [this.#registry],
	});

	/** `sockets` and `records` are asked when somebody reads. */
	constructor(live: { sockets(): number; events(): Iterable<readonly [conferenceId: string, seq: number]> }) {
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
			name: "plenaria_journal_seq",
			help: "Number of the last record that this node has folded.",
			labelNames: ["conference"],
			registers: [this.#registry],
			collect() {
				for (const [conference, seq] of live.events()) this.set({ conference }, seq);
			},
		});
	}

	async read(): Promise<{ readonly contentType: string; readonly text: string }> {
		return { contentType: this.#registry.contentType, text: await this.#registry.metrics() };
	}
}
