import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/**
 * The way from one browser to the server, which can be cut. What browsers offer for tests leaves open
 * WebSockets alone; a train in a tunnel does not.
 */
export class Network {
	readonly port: number;
	readonly #server: Server;
	readonly #sockets: Set<Socket>;
	#isCut = false;

	private constructor(server: Server, port: number, sockets: Set<Socket>) {
		this.#server = server;
		this.port = port;
		this.#sockets = sockets;
	}

	static async to(target: number): Promise<Network> {
		const sockets = new Set<Socket>();
		const server = createServer((browser) => {
			if (network.#isCut) {
				browser.destroy();
				return;
			}
			const upstream = connect(target, "localhost");
			for (const [socket, other] of [
				[browser, upstream],
				[upstream, browser],
			] as const) {
				sockets.add(socket);
				socket.pipe(other);
				socket.on("error", () => {});
				socket.on("close", () => {
					sockets.delete(socket);
					other.destroy();
				});
			}
		});
		server.listen(0, "localhost");
		await once(server, "listening");
		const address = server.address();
		if (address === null || typeof address === "string") throw new Error("No port");
		const network = new Network(server, address.port, sockets);
		return network;
	}

	/** Breaks what is open and refuses everything new. */
	cut(): void {
		this.#isCut = true;
		for (const socket of this.#sockets) socket.destroy();
	}

	restore(): void {
		this.#isCut = false;
	}

	async close(): Promise<void> {
		this.cut();
		this.#server.close();
		await once(this.#server, "close");
	}
}
