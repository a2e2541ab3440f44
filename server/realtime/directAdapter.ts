import type { Namespace } from "socket.io";
import { Adapter, type BroadcastOptions, type SocketId } from "socket.io-adapter";
import { EncodedFrame } from "./encodedFrame.ts";

/**
 * A socket with this many bytes that its network has not taken is cut: it would only get further behind,
 * and it comes back by its position with one tail instead of all the frames in between.
 */
export const mostBufferedBytes = 1 << 20;

/** The same for packets that Engine.IO holds back, because the stream has not taken an earlier one. */
const mostQueuedPackets = 256;

/**
 * The in-memory adapter, but for frames to a room: these are written as one ready-made WebSocket frame to
 * each TCP stream, past the queues of Engine.IO and the sender of `ws`, which cost more than the write.
 *
 * It uses inner parts of socket.io 4.8, engine.io 6.6 and ws 8: the versions are pinned, a contract test runs
 * against this and the stock adapter (`SOCKET_ADAPTER=stock`), and whatever does not look as expected takes
 * the ordinary way. Only the main namespace may use it, because packets of others carry their name.
 */
export class DirectAdapter extends Adapter {
	readonly #sockets: Namespace["sockets"];

	constructor(namespace: Namespace) {
		super(namespace);
		this.#sockets = namespace.sockets;
	}

	override broadcast(packet: { data?: unknown[] }, options: BroadcastOptions): void {
		const frame = packet.data?.[1];
		const [room] = options.rooms;
		if (!(frame instanceof EncodedFrame) || options.rooms.size !== 1 || room === undefined) {
			super.broadcast(packet, options);
			return;
		}
		// First all look-ups, then all writes: the system's work for each write drives the look-ups' memory out of the
		// caches, and in turns both take a sixth longer.
		const streams: Stream[] = [];
		for (const id of this.rooms.get(room) ?? []) {
			const stream = this.#readyStream(id, frame);
			if (stream !== undefined) streams.push(stream);
		}
		const { bytes } = frame;
		for (const stream of streams) stream.write(bytes);
	}

	/** The stream that takes the frame as it is; nothing for a socket that is gone, cut, or was served in the ordinary way. */
	#readyStream(id: SocketId, frame: EncodedFrame): Stream | undefined {
		const socket: Inner | undefined = this.#sockets.get(id) as unknown as Inner | undefined;
		if (socket === undefined) return undefined;
		const { conn } = socket.client;
		const webSocket = conn.transport?.socket;
		const stream = webSocket?._socket;
		if (isTooSlow(conn, stream)) {
			webSocket?.terminate();
			return undefined;
		}
		// What Engine.IO still holds back must go first, or the order would change.
		const isIdle = conn.readyState === "open" && conn.writeBuffer.length === 0;
		const isPlain = webSocket?._sender?._queue?.length === 0 && webSocket.extensions === "";
		if (!isIdle || !isPlain || webSocket.readyState !== 1 || typeof stream?.write !== "function") {
			socket.client.writeToEngine([frame.packet], { preEncoded: true, compress: false });
			return undefined;
		}
		return stream;
	}
}

function isTooSlow(conn: Connection, stream: Stream | null | undefined): boolean {
	return conn.writeBuffer.length > mostQueuedPackets || (stream?.writableLength ?? 0) > mostBufferedBytes;
}

/** The inner parts that are used, each of which may be missing in another version. */
interface Inner {
	readonly client: {
		readonly conn: Connection;
		writeToEngine(packets: string[], options: { preEncoded: true; compress: false }): void;
	};
}

interface Connection {
	readonly readyState: string;
	readonly writeBuffer: readonly unknown[];
	readonly transport?: {
		readonly socket?: {
			readonly readyState: number;
			readonly extensions: string;
			readonly _sender?: { readonly _queue?: readonly unknown[] };
			readonly _socket?: Stream | null;
			terminate(): void;
		};
	};
}

interface Stream {
	readonly writableLength: number;
	write(bytes: Buffer): boolean;
}
