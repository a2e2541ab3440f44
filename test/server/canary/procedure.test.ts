import { expect, it } from "vitest";
import { fileIdOf } from "../../../server/files/files.ts";
import { House, segmentId, sit } from "../../support/canary/house.ts";
import { plantedBy } from "../../support/canary/planted.ts";
import { booths, delegation, everybody, podium, room, type Viewer } from "../../support/canary/viewers.ts";
import { inscribe } from "../../support/factories.ts";

const captions = Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\ncanary-captions\n");
const captionsId = fileIdOf(captions);
/** What tells of the recording: the names of its film and its poster, and the words of its captions. */
const recordingCanaries = [
	"canary_film_".padEnd(43, "x"),
	"canary_poster_".padEnd(43, "x"),
	"canary-captions",
];

/** Indonesia's recording, as the server files it when it has looked at what was sent (RC4). */
async function plantRecording(house: House): Promise<void> {
	const [film = "", poster = ""] = recordingCanaries;
	const measured = { mediaType: "video/webm", bytes: 1, durationMs: 1000, width: 640, height: 360 } as const;
	const recordingId = await house.act("idn-minister", {
		...{ type: "fileRecording", segmentId, delegationId: "idn", fileId: film, ...measured },
	});
	house.uncommon.add(captionsId);
	await house.server.storage.files.put("seoul", captions);
	house.paths.push(
		`/api/conferences/seoul/media/${captionsId}`,
		`/api/conferences/other/media/${captionsId}`,
	);
	await house.act("idn-minister", { type: "fileCaptions", recordingId, language: "en", fileId: captionsId });
	await house.act("desk", { type: "filePoster", recordingId, fileId: poster, mediaType: "image/png" });
}

const running: readonly Viewer[] = ["presiding", "coChair", "desk"];

it("TX1 TX3 ME1 SL15 SL17 MO4 VI5 what is private in the procedure reaches exactly those whom it is for", async () => {
	const house = await House.open();
	const { server } = house;
	await sit(house);
	const idn = await house.act("idn-minister", inscribe("idn"));
	const ury = await house.act("ury-minister", inscribe("ury"));
	const nor = await house.act("nor-minister", inscribe("nor"));

	const text = { segmentId, language: "en", text: "canary-text to be delivered" };
	const filed = await house.send("idn-minister", "PUT", "/api/conferences/seoul/texts", "newText", text);
	const { textId, fileId } = filed as { textId: string; fileId: string };
	house.uncommon.add(fileId);
	house.note("fileText", { ...text, type: "fileText", delegationId: "idn", fileId, words: 4 });
	house.paths.push(`/api/conferences/seoul/files/${fileId}`, `/api/conferences/other/files/${fileId}`);
	const document = Buffer.from("canary-document for whoever takes part");
	const documentId = fileIdOf(document);
	house.uncommon.add(documentId);
	await server.storage.files.put("seoul", document);
	house.paths.push(`/api/conferences/seoul/files/${documentId}`);
	const file = { fileId: documentId, mediaType: "text/plain", bytes: document.length } as const;
	const languages = { ar: "1", zh: "2", fr: "3", ru: "4", es: "5", ko: "6" };
	const titles = Object.entries(languages).map(([language, n]) => [language, `canary-note-${n}`]);
	await house.act("desk", {
		type: "addDocument",
		meetingId: null,
		title: { en: "canary-note", ...Object.fromEntries(titles) },
		files: [{ ...file, language: "en", name: "canary-file.txt" }],
	});

	await plantRecording(house);
	const recordingKnown: readonly Viewer[] = ["reader", "ownChair", ...running, ...booths, "operator"];

	const write = { type: "writeAsDelegation" } as const;
	await house.act("idn-minister", { ...write, delegationId: "idn", to: "chair", text: "canary-to-chair" });
	await house.act("idn-minister", {
		...write,
		delegationId: "idn",
		to: "operator",
		text: "canary-to-operator",
	});
	await house.act("ury-minister", {
		...write,
		delegationId: "ury",
		to: "secretariat",
		text: "canary-to-desk",
	});
	const toUruguay = { kind: "delegation", delegationId: "ury" } as const;
	await house.act("rwa-chair", { type: "writeAsChair", to: toUruguay, text: "canary-from-chair" });
	await house.act("desk", { type: "writeAsSecretariat", to: toUruguay, text: "canary-from-desk" });
	const fromBooth = { type: "writeAsBooth", channel: "fr" } as const;
	await house.act("fr-booth-1", { ...fromBooth, to: "booth", text: "canary-in-booth" });
	await house.act("fr-booth-2", { ...fromBooth, to: "operator", text: "canary-help-line" });
	await house.act("operator", { type: "writeAsOperator", to: toUruguay, text: "canary-from-operator" });

	const swapId = await house.act("idn-minister", {
		...{ type: "proposeSwap", segmentId, entryId: idn, withEntryId: nor },
	});
	await house.act("rwa-chair", { type: "giveFloor", segmentId, entryId: ury, after: null });
	const statementId = server.conferences.get("seoul")!.state.floor.statement!.id;
	const replyId = await house.act("nor-minister", {
		...{ type: "requestReply", segmentId, delegationId: "nor", statementId },
	});
	await house.act("rwa-chair", { type: "declineReply", replyId, reason: "canary-declined" });
	const pointId = await house.act("nor-minister", {
		...{ type: "raisePointOfOrder", meetingId: "session-1", delegationId: "nor", text: "canary-point" },
	});
	await house.act("rwa-chair", { type: "ruleOnPoint", pointId, ruling: "noted", text: null });
	const motionId = await house.act("nor-minister", {
		...{ type: "moveMotion", meetingId: "session-1", delegationId: "nor", kind: "adjournDebate" },
	});
	await house.act("rwa-chair", { type: "openBallot", motionId, method: "showOfHands" });
	await house.act("nor-minister", {
		...{ type: "castVote", motionId, delegationId: "nor", vote: "notParticipating" },
	});
	await house.act("idn-minister", { type: "castVote", motionId, delegationId: "idn", vote: "abstain" });
	await house.sweep();

	expect(house.heard(textId)).toEqual([...delegation, ...booths]);
	expect(house.heard("canary-text")).toEqual([...delegation, ...booths]);
	for (const each of recordingCanaries) expect(house.heard(each), each).toEqual(recordingKnown);
	for (const canary of ["canary-note", "canary-note-6", "canary-file.txt", "canary-document"])
		expect(house.heard(canary), canary).toEqual(room);
	expect(house.heard("canary-to-chair")).toEqual(["reader", ...podium]);
	expect(house.heard("canary-to-operator")).toEqual([...delegation, "desk", "operator"]);
	expect(house.heard("canary-in-booth")).toEqual(["booth"]);
	expect(house.heard("canary-help-line")).toEqual(["desk", "booth", "operator"]);
	expect(house.heard("canary-from-operator")).toEqual(["otherDelegate", "desk", "operator"]);
	expect(house.heard("canary-to-desk")).toEqual(["otherDelegate", "desk"]);
	expect(house.heard("canary-from-chair")).toEqual(["ownChair", "otherDelegate", "presiding", "coChair"]);
	expect(house.heard("canary-from-desk")).toEqual(["otherDelegate", "desk"]);
	expect(house.heard(swapId)).toEqual([...delegation, ...running]);
	expect(house.heard("canary-declined")).toEqual(room);
	expect(house.heard("canary-point")).toEqual(room);
	// In a show of hands whoever counts sees who voted how, and each delegation its own vote.
	expect(house.heard('"notParticipating"')).toEqual(["ownChair", ...running]);
	expect(house.heard('"abstain"')).toEqual([...delegation, ...running]);

	await house.act("rwa-chair", { type: "closeBallot", motionId });
	await house.act("rwa-chair", { type: "closeList", segmentId });
	const ask = (behalf: string, reason: string) =>
		house.act("gha-chair", {
			...{ type: "requestLate", segmentId, delegationId: "gha", speakerId: null },
			...{ language: "en", onBehalfOf: behalf, reason },
		});
	const requestId = await ask("canary-late-behalf", "canary-late-request");
	await house.act("rwa-chair", { type: "declineLate", segmentId, requestId, reason: "canary-late-no" });
	const late = await house.act("desk", inscribe("kor", { speakerId: "kor-chair", reason: "canary-added" }));
	const inscriptions = [{ delegationId: "eun", speakerId: null, language: "en", onBehalfOf: null }] as const;
	await house.act("desk", {
		...{ type: "importInscriptions", segmentId, reason: "canary-imported" },
		inscriptions: [...inscriptions],
	});
	await house.act("rwa-chair", {
		...{ type: "moveEntry", segmentId, entryId: late, before: idn, reason: "canary-moved" },
	});
	await house.sweep();
	for (const canary of ["canary-late-behalf", "canary-late-request", "canary-late-no"])
		expect(house.heard(canary), canary).toEqual(["ownChair", ...running]);
	for (const canary of ["canary-added", "canary-imported", "canary-moved"])
		expect(house.heard(canary), canary).toEqual(room);
	expect(house.heard("canary-text")).toEqual([...delegation, ...booths]);

	// Delivered, and the call can no longer be taken back: now the text is everybody's.
	const conference = server.conferences.get("seoul")!;
	const published = new Promise<void>((resolve) => {
		conference.onCommitted(() => {
			if (conference.state.texts.texts.get(textId)?.published != null) resolve();
		});
	});
	await house.act("desk", { type: "setClockRate", rate: 60, journalAt: 0 });
	await house.act("rwa-chair", { type: "giveFloor", segmentId, entryId: idn, after: statementId });
	await house.act("rwa-chair", {
		...{ type: "playRecording", statementId: conference.state.floor.statement!.id },
	});
	await house.act("idn-minister", {
		...{ type: "yieldFloor", statementId: conference.state.floor.statement!.id },
	});
	await published;
	await house.sweep();
	// The file is public over HTTP for whoever asks, at this conference's address alone.
	expect(house.heard("canary-text")).toEqual(everybody);
	for (const each of recordingCanaries) expect(house.heard(each), each).toEqual(everybody);
	expect(house.heard("canary-to-chair")).toEqual(["reader", ...podium]);
	expect(house.heard("canary-late-request")).toEqual(["ownChair", ...running]);
	expect(house.unplanted(plantedBy.procedure)).toEqual([]);
	expect(house.log).not.toMatch(/canary/);
});
