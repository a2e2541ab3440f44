import { createHash } from "node:crypto";
import type { Audience } from "../../shared/conference/audience.ts";
import { audienceKey } from "../../shared/conference/audience.ts";
import { encodeState } from "../../shared/conference/snapshot.ts";
import { view, viewVersion } from "../../shared/conference/visibility.ts";
import type { SnapshotMessage } from "../../shared/protocol/snapshot.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import type { Conference } from "../conference/conference.ts";
import { EncodedBody } from "./encodedBody.ts";
import { LatestUsed } from "./latestUsed.ts";

/** Audiences whose latest snapshot is kept. The public's is asked for most and made anew most often. */
const keptSnapshots = 64;

/** All that an audience may see at one position, made once for everybody of that audience. */
export interface Snapshot {
	readonly message: SnapshotMessage;
	readonly json: string;
	readonly body: EncodedBody;
	/**
	 * Audience, position, version of the view, languages (all are in it), and a hash of the content: a conference
	 * that was put aside and begun anew reaches the same positions with another content.
	 */
	readonly etag: string;
}

/** Snapshots of conferences, each encoded and compressed once for all who ask at the same position. */
export class Snapshots {
	/** The latest of each audience. */
	readonly #kept = new LatestUsed<Snapshot>(keptSnapshots);

	of(conference: Conference, audience: Audience): Snapshot {
		const key = `${conference.id}/${audienceKey(audience)}`;
		const n = conference.position(audience);
		return this.#kept.of(
			key,
			({ message }) => message.n === n,
			() => make(conference, audience),
		);
	}
}

function make(conference: Conference, audience: Audience): Snapshot {
	const key = audienceKey(audience);
	const message = {
		conferenceId: conference.id,
		audience: key,
		n: conference.position(audience),
		epoch: conference.epoch,
		viewVersion,
		protocolVersion,
		state: encodeState(view(audience, conference.state)),
	};
	const json = JSON.stringify(message);
	const hash = createHash("sha256").update(json).digest("base64url").slice(0, 8);
	const etag = `W/"${key}-${message.n}-${viewVersion}-mul-${hash}"`;
	return { message, json, body: new EncodedBody(json), etag };
}
