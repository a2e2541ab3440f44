import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface TestProxy {
	readonly port: number;
	/** From now on what the server says is thrown away; resolves when it has said something. */
	swallowReplies(): Promise<void>;
	/** Cuts every connection; later ones are served normally. */
	cut(): void;
}

/** A TCP proxy that can lose replies: the server does what it was told, and the client never learns. */
export async function testProxy(target: number): Promise<TestProxy> {
	const sockets = new Set<Socket>();
	let swallowed: (() => void) | undefined;
	const server = createServer((client) => {
		const upstream = connect(target, "127.0.0.1");
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.on("error", () => {});
			socket.on("close", () => {
				sockets.delete(socket);
				client.destroy();
				upstream.destroy();
			});
		}
		client.pipe(upstream);
		upstream.on("data", (data) => {
			if (swallowed) swallowed();
			else client.write(data);
		});
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const cut = () => {
		for (const socket of sockets) socket.destroy();
	};
	onTestFinished(async () => {
		cut();
		server.close();
		await once(server, "close");
	});
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("No port");
	return {
		port: address.port,
		swallowReplies: () => {
			const { promise, resolve } = Promise.withResolvers<void>();
			swallowed = resolve;
			return promise;
		},
		cut: () => {
			swallowed = undefined;
			cut();
		},
	};
}
