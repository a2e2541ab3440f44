import { languages } from "../../../shared/conference/common.ts";
import {
	placeMs,
	playing,
	recordingFor,
	recordingOnFloor,
} from "../../../shared/conference/recordingPlace.ts";
import type { Recording, RecordingsCommand } from "../../../shared/conference/recordings.ts";
import type { Composers, Scene, TypeOf } from "./scene.ts";
import { ids } from "./scene.ts";

/** A name such as a stored file has. */
function fileId(scene: Scene): string {
	return scene.newId("file").padEnd(43, "x");
}

/** One of the recordings that fit, its delegation's speaker or the desk. */
function one(scene: Scene, fits: (each: Recording) => boolean = () => true) {
	const all = [...scene.state.recordings.recordings.values()];
	const recordingId = scene.choose(ids(all.filter(fits)), ids(all));
	const recording = scene.state.recordings.recordings.get(recordingId);
	const as = scene.random.chance(0.3) ? scene.desk() : scene.memberOf(recording?.delegationId, "speak");
	return { recordingId, recording, as };
}

/** Composes recordings, and the switch between them and who has the floor. */
export const recordings: Composers<TypeOf<RecordingsCommand>> = {
	fileRecording(scene, type) {
		const { random, state } = scene;
		const { segmentId, list } = scene.listWhere(({ entries }) => entries.size > 0);
		const of = scene.segments.find(({ id }) => id === segmentId)?.speaker?.delegationId;
		const unplayed = (delegationId: string) => recordingFor(state, segmentId, delegationId)?.played == null;
		// Mostly by whoever speaks or is about to, or hardly any would ever be played.
		const soon = list.order.slice(0, 2).map((id) => list.entries.get(id)?.delegationId ?? "");
		const onFloor = scene.floor?.segmentId === segmentId ? [scene.floor.delegationId] : [];
		const later = [...list.entries.values()].map((each) => each.delegationId);
		const entries = random.chance(0.8) ? [...onFloor, ...soon] : later;
		const delegationId = scene.choose(
			(of === undefined ? entries : [of]).filter(unplayed),
			scene.delegations,
		);
		const before = recordingFor(state, segmentId, delegationId);
		const again = scene.isWild && before !== undefined && random.chance(0.3);
		return {
			command: {
				type,
				segmentId,
				delegationId,
				fileId: again ? before.fileId : fileId(scene),
				mediaType: random.pick(["video/mp4", "video/webm"] as const),
				bytes: 1 + random.below(90_000_000),
				durationMs: 1000 + random.below(scene.isWild ? 600_000 : 90_000),
				width: 640,
				height: 360,
			},
			as: random.chance(0.3) ? scene.desk() : scene.memberOf(delegationId, "speak"),
		};
	},
	withdrawRecording(scene, type) {
		scene.seldom(0.4);
		const { recordingId, as } = one(scene, ({ played }) => played === null);
		return { command: { type, recordingId }, as };
	},
	fileCaptions(scene, type) {
		const { recordingId, recording, as } = one(scene);
		const language = scene.random.pick(languages);
		const before = recording?.captions.find((each) => each.language === language);
		const again = scene.isWild && before !== undefined && scene.random.chance(0.5);
		return { command: { type, recordingId, language, fileId: again ? before.fileId : fileId(scene) }, as };
	},
	withdrawCaptions(scene, type) {
		const { recordingId, recording, as } = one(scene, ({ captions }) => captions.length > 0);
		const filed = (recording?.captions ?? []).map(({ language }) => language);
		const language = scene.random.pick(filed.length === 0 || scene.isWild ? languages : filed);
		return { command: { type, recordingId, language }, as };
	},
	filePoster(scene, type) {
		const { recordingId, recording, as } = one(scene);
		const before = recording?.poster ?? null;
		const again = scene.isWild && before !== null && scene.random.chance(0.5);
		return {
			command: { type, recordingId, fileId: again ? before.fileId : fileId(scene), mediaType: "image/png" },
			as,
		};
	},
	playRecording(scene, type) {
		scene.need(recordingOnFloor(scene.state) !== undefined && playing(scene.state) === undefined);
		const as = scene.random.chance(0.3) ? scene.desk() : scene.chair();
		return { command: { type, statementId: scene.statementId() }, as };
	},
	stopRecording(scene, type) {
		const present = playing(scene.state);
		scene.need(present !== undefined && placeMs(present, scene.now) >= 0);
		const as = scene.random.chance(0.3) ? scene.desk() : scene.chair();
		return { command: { type, statementId: scene.statementId() }, as };
	},
};
