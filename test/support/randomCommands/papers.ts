import type { DocumentsCommand } from "../../../shared/conference/documents.ts";
import type { MessagesCommand } from "../../../shared/conference/messages.ts";
import type { TextsCommand } from "../../../shared/conference/texts.ts";
import { textsToPublish } from "../../../shared/conference/texts.ts";
import type { Composers, Scene, TypeOf } from "./scene.ts";
import { ids } from "./scene.ts";

/** A name such as a stored file has. */
function fileId(scene: Scene): string {
	return scene.newId("file").padEnd(43, "x");
}

/** Channels with somebody in their booth. */
const boothChannels = ["fr", "sign"] as const;

/** Anybody to whom can be written. */
function recipient(scene: Scene) {
	const delegationId = scene.choose(scene.delegations);
	return scene.random.pick([
		{ kind: "delegation", delegationId },
		{ kind: "delegation", delegationId },
		{ kind: "chair" },
		{ kind: "secretariat" },
		{ kind: "operator" },
		{ kind: "booth", channel: scene.random.pick(boothChannels) },
	] as const);
}

/** Composes texts, documents and messages. */
export const papers: Composers<TypeOf<TextsCommand | DocumentsCommand | MessagesCommand>> = {
	fileText(scene, type) {
		const { random } = scene;
		const { segmentId, list } = scene.listWhere(({ entries }) => entries.size > 0);
		const inscribed = [...list.entries.values()].map((each) => each.delegationId);
		const delegationId = scene.choose(
			inscribed.length > 0 ? inscribed : scene.delegations,
			scene.delegations,
		);
		const language = random.pick(["en", "fr"] as const);
		return {
			command: {
				type,
				segmentId,
				delegationId,
				language,
				fileId: fileId(scene),
				words: 1 + random.below(900),
			},
			as: scene.memberOf(delegationId, "speak"),
		};
	},
	withdrawText(scene, type) {
		const all = [...scene.state.texts.texts.values()];
		const textId = scene.choose(ids(all.filter(({ published }) => published === null)), ids(all));
		const delegationId = scene.state.texts.texts.get(textId)?.delegationId;
		return { command: { type, textId }, as: scene.memberOf(delegationId, "speak") };
	},
	publishText(scene, type) {
		const due = textsToPublish(scene.state).filter(({ at }) => scene.isWild || at <= scene.now);
		const textId = scene.choose(
			due.map(({ text }) => text.id),
			[...scene.state.texts.texts.keys()],
		);
		const statementId = due.find(({ text }) => text.id === textId)?.statementId;
		const all = [...scene.state.statements.statements.keys()];
		return {
			command: {
				type,
				textId,
				statementId: scene.choose(statementId === undefined ? all : [statementId], all),
			},
			as: "system",
		};
	},
	addDocument(scene, type) {
		scene.need(scene.state.documents.documents.size < 12);
		const file = {
			language: "en",
			fileId: fileId(scene),
			name: "agenda.pdf",
			mediaType: "application/pdf",
			bytes: 1 + scene.random.below(9000),
		} as const;
		const again = scene.isWild && scene.random.chance(0.5) ? [file] : [{ ...file, language: "fr" as const }];
		const meetingId = scene.random.chance(0.5) ? scene.choose(ids(scene.meetings)) : null;
		return {
			command: { type, meetingId, title: { en: "Agenda" }, files: [file, ...again] },
			as: scene.desk(),
		};
	},
	removeDocument(scene, type) {
		scene.seldom(0.5);
		const documentId = scene.choose([...scene.state.documents.documents.keys()]);
		return { command: { type, documentId }, as: scene.desk() };
	},
	writeAsDelegation(scene, type) {
		const delegationId = scene.choose(["idn", "usa", ...scene.delegations]);
		const to = scene.random.pick(["chair", "secretariat", "operator"] as const);
		return {
			command: { type, delegationId, to, text: scene.secret("message") },
			as: scene.memberOf(delegationId, "read"),
		};
	},
	writeAsChair(scene, type) {
		const chairs = ids(scene.coChairsOf(scene.sitting));
		const as = chairs.length === 0 ? "system" : scene.random.pick(chairs);
		return { command: { type, to: recipient(scene), text: scene.secret("message") }, as };
	},
	writeAsSecretariat: (scene, type) => ({
		command: { type, to: recipient(scene), text: scene.secret("message") },
		as: scene.desk(),
	}),
	writeAsBooth(scene, type) {
		const channel = scene.random.pick(boothChannels);
		const to = scene.random.pick(["booth", "booth", "operator", "secretariat"] as const);
		return {
			command: { type, channel, to, text: scene.secret("message") },
			as: scene.workerOn(channel),
		};
	},
	writeAsOperator: (scene, type) => ({
		command: { type, to: recipient(scene), text: scene.secret("message") },
		as: scene.operator(),
	}),
	remindDelegation: (scene, type) => ({
		command: { type, delegationId: scene.choose(scene.delegations) },
		as: scene.random.chance(0.5) ? scene.chair() : scene.desk(),
	}),
};
