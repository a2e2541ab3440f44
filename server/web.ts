import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer as createHttpServer, type Server as HttpServer, type ServerOptions } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { type Config, ConfigError, type TlsFiles } from "./config.ts";

/** What a server shows of itself, as PEM. */
export interface Tls {
	readonly cert: string;
	readonly key: string;
}

/** @throws ConfigError saying which variable to mend when a file is not what it should be, or they do not belong together. */
export async function readTls(files: TlsFiles): Promise<Tls> {
	const cert = await textOf("TLS_CERT", files.cert);
	const key = await textOf("TLS_KEY", files.key);
	// The first in the file is the server's own, those of the authorities between follow.
	const certificate = madeOf("TLS_CERT", files.cert, "a certificate in PEM", () => new X509Certificate(cert));
	const expected = "a private key in PEM without a passphrase";
	const privateKey = madeOf("TLS_KEY", files.key, expected, () => createPrivateKey(key));
	if (!certificate.checkPrivateKey(privateKey))
		throw new ConfigError(`The key in TLS_KEY (${files.key}) is not that of the certificate in TLS_CERT.`);
	return { cert, key };
}

async function textOf(name: string, path: string): Promise<string> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		throw new ConfigError(`${name} names ${path}, which cannot be read: ${(error as Error).message}.`);
	}
}

function madeOf<Made>(name: string, path: string, expected: string, make: () => Made): Made {
	try {
		return make();
	} catch {
		throw new ConfigError(`${name} names ${path}; expected ${expected}.`);
	}
}

/** The server of pages and sockets, with TLS of its own or without. It listens when it is told to. */
export function createWeb(tls: Tls | undefined, options: ServerOptions): HttpServer {
	return tls === undefined ? createHttpServer(options) : createHttpsServer({ ...options, ...tls });
}

/** The port that the server got. @throws Error saying what to do when it cannot listen. */
export function listen(web: HttpServer, { port, host }: Config): Promise<number> {
	return new Promise((resolve, reject) => {
		web.once("error", (error: NodeJS.ErrnoException) => {
			const where = `${host ?? "every address"}, port ${port}`;
			const advice =
				error.code === "EADDRINUSE"
					? "Something else listens there; stop it, or set PORT to another number."
					: `${error.message}. Check HOST and PORT.`;
			reject(new Error(`Cannot listen on ${where}. ${advice}`));
		});
		web.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
			resolve((web.address() as AddressInfo).port);
		});
	});
}

/** A way in for programs of this machine. */
export interface BackDoor {
	readonly origin: string;
	close(): void;
}

/**
 * A port of this machine alone that leads into a server with TLS without it. The simulated participants of a rehearsal come in
 * by it: they cannot know the name that the certificate is for.
 */
export async function openBackDoor(web: HttpServer): Promise<BackDoor> {
	const open = new Set<Socket>();
	const door = createTcpServer((socket) => {
		open.add(socket);
		socket.once("close", () => open.delete(socket));
		// The event after which a server with TLS reads requests.
		web.emit("secureConnection", socket);
	});
	await new Promise<void>((resolve, reject) => {
		door.once("error", reject).listen(0, "127.0.0.1", resolve);
	});
	return {
		origin: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
		close() {
			door.close();
			for (const socket of open) socket.destroy();
		},
	};
}
