import type { Language } from "../../../shared/conference/common.ts";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { State } from "../../../shared/conference/state.ts";
import { countWords } from "../../../shared/words.ts";
import { fileIdOf } from "../../files/files.ts";
import type { Chance } from "../random.ts";
import { between } from "../random.ts";
import type { Act, Scene } from "./scene.ts";
import { at, headOf, isFor, takenUpAt } from "./scene.ts";
import { sentences } from "./textSentences.ts";

const minute = 60_000;

/** For whose statement, and in which language. */
interface TextWish {
	readonly segmentId: string;
	readonly delegationId: string;
	readonly language: Language;
}

/** The text that a simulated delegation files: a few sentences that say of themselves that they are a rehearsal. */
export function textFor(
	state: State,
	chance: Chance,
	{ segmentId, delegationId, language }: TextWish,
): string {
	const { opening, middle, closing } = sentences[language];
	const name = state.delegations.delegations.get(delegationId)?.name;
	const first = opening.replace("{name}", name === undefined ? delegationId : inLanguage(name, language));
	const said = middle.filter((_, at) => chance(`sentence/${segmentId}/${delegationId}/${at}`) < 0.7);
	return [first, ...said, closing].join("\n\n");
}

/** Some of those who wait file the text of their statement, some minutes after they have asked to speak. */
export function textActs(scene: Scene): Act[] {
	// The past of a rehearsal has no files.
	if (scene.liveSince == null) return [];
	const { chance, state } = scene;
	const filed = new Set<string>();
	for (const { segmentId, delegationId } of state.texts.texts.values())
		filed.add(`${segmentId}/${delegationId}`);
	const acts: Act[] = [];
	for (const { segmentId, order, entries } of state.speakersLists.lists.values())
		for (const id of order) {
			const entry = entries.get(id);
			if (entry === undefined || chance(`text/${id}`) > 0.35) continue;
			const { delegationId, inscribedAt, language } = entry;
			const head = headOf(scene, delegationId);
			if (head === undefined || !isFor(scene, head.id) || filed.has(`${segmentId}/${delegationId}`)) continue;
			const ready = inscribedAt + between(chance, `textAt/${id}`, [minute, 8 * minute]);
			const when = Math.max(ready, takenUpAt(scene, `text/${id}`, inscribedAt, 12 * minute));
			const command = () => fileText(state, chance, { segmentId, delegationId, language });
			acts.push(at(scene, `text/${id}`, head.id, when, command));
		}
	return acts;
}

function fileText(state: State, chance: Chance, wish: TextWish) {
	const text = textFor(state, chance, wish);
	const fileId = fileIdOf(Buffer.from(text));
	return { type: "fileText" as const, ...wish, fileId, words: countWords(text, wish.language) };
}
