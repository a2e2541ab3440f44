/** What a page has received, in bytes, added up over all of its connections. */
export interface Received {
	/** Of every sound that it was ever given. */
	readonly audio: number;
	/** Of whatever came over the wire, played or not. */
	readonly wire: number;
}

declare global {
	interface Window {
		/** Every connection that the page has made, the closed ones too. */
		readonly peers: RTCPeerConnection[];
		received(): Promise<Received>;
	}
}

/** An init script: keeps account of the page's connections, which it makes itself and shows to nobody. */
export function watchPeers(): void {
	const peers: RTCPeerConnection[] = [];
	/** The last that was said of each stream: those that have ended are not spoken of any more. */
	const audio = new Map<string, number>();
	const wire = new Map<string, number>();
	const Native = window.RTCPeerConnection;
	window.RTCPeerConnection = class extends Native {
		constructor(options?: RTCConfiguration) {
			super(options);
			peers.push(this);
		}
	};
	const sum = (of: Map<string, number>) => of.values().reduce((all, bytes) => all + bytes, 0);
	Object.assign(window, {
		peers,
		async received(): Promise<Received> {
			for (const [index, peer] of peers.entries()) {
				if (peer.connectionState === "closed") continue;
				for (const [id, each] of (await peer.getStats()) as Map<string, Record<string, unknown>>) {
					const bytes = Number(each.bytesReceived ?? 0);
					if (each.type === "inbound-rtp" && each.kind === "audio") audio.set(`${index} ${id}`, bytes);
					if (each.type === "candidate-pair") wire.set(`${index} ${id}`, bytes);
				}
			}
			return { audio: sum(audio), wire: sum(wire) };
		},
	});
}
