/** RFC 6464: how loud the sound in a packet is, as its sender says. */
export const levelUri = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

/** In dBov, from the header extension of this id in either form of RFC 8285; nothing where the packet does not say. */
export function packetLevel(packet: Buffer, id: number): number | undefined {
	const [first = 0] = packet;
	if ((first & 0x10) === 0) return undefined;
	let at = 12 + 4 * (first & 0x0f);
	if (packet.length < at + 4) return undefined;
	const form = packet.readUInt16BE(at);
	const hasLongHeads = (form & 0xfff0) === 0x1000;
	if (!hasLongHeads && form !== 0xbede) return undefined;
	const end = Math.min(packet.length, at + 4 + 4 * packet.readUInt16BE(at + 2));
	at += 4;
	while (at + 1 < end) {
		const [head = 0, next = 0] = packet.subarray(at, at + 2);
		// A byte of nothing, which fills the place up.
		if (head === 0) {
			at += 1;
			continue;
		}
		const element = hasLongHeads ? head : head >> 4;
		const size = hasLongHeads ? next : (head & 0x0f) + 1;
		const body = at + (hasLongHeads ? 2 : 1);
		if (element === id) return -((packet[body] ?? 127) & 0x7f);
		at = body + size;
	}
	return undefined;
}
