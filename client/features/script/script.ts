import { inLanguage, type Language, type Localized } from "../../../shared/conference/common.ts";
import type { MotionKind } from "../../../shared/conference/motions.ts";
import { type Courtesy, type Formulas, fill, formulas } from "./formulas.ts";

/** Who is given the floor: a delegation, with its speaker where that is known. */
export interface ScriptSpeaker {
	readonly delegation: Localized;
	readonly name?: string | undefined;
	readonly title?: Localized | undefined;
	readonly courtesy?: Courtesy | undefined;
}

/** What is said next, and of whom. */
export type ScriptMoment =
	| { readonly kind: "openMeeting"; readonly meeting: Localized }
	| { readonly kind: "resumeMeeting" | "closeList" | "suspend" | "adjourn" }
	| { readonly kind: "giveFloor"; readonly speaker: ScriptSpeaker; readonly thanked: Localized | null }
	| { readonly kind: "pointOfOrder" | "ruling" | "rightOfReply"; readonly delegation: Localized }
	| { readonly kind: "ballot"; readonly motion: MotionKind }
	| {
			readonly kind: "result";
			readonly motion: MotionKind;
			readonly yes: number;
			readonly no: number;
			readonly abstain: number;
			readonly adopted: boolean;
	  };

/** The words of a moment in a language; names and titles in it where the conference has them, else in English. */
export function scriptOf(moment: ScriptMoment, language: Language): string {
	const said = formulas[language];
	const of = (name: Localized) => said.of(inLanguage(name, language));
	switch (moment.kind) {
		case "openMeeting":
			return fill(said.openMeeting, { meeting: inLanguage(moment.meeting, language) });
		case "resumeMeeting":
		case "closeList":
		case "suspend":
		case "adjourn":
			return said[moment.kind];
		case "giveFloor": {
			const speaker = speakerOf(moment.speaker, said, language);
			if (moment.thanked === null) return fill(said.giveFloor, { speaker });
			return fill(said.thankAndGive, { speaker, thanked: of(moment.thanked) });
		}
		case "pointOfOrder":
		case "ruling":
		case "rightOfReply":
			return fill(said[moment.kind], { of: of(moment.delegation) });
		case "ballot":
			return fill(said.ballot, { motion: said.motions[moment.motion] });
		case "result": {
			const { yes, no, abstain, adopted, motion } = moment;
			const outcome =
				motion === "challenge"
					? said[adopted ? "overruled" : "stands"]
					: said[adopted ? "adopted" : "rejected"];
			const space = language === "zh" ? "" : " ";
			return fill(said.result, { yes, no, abstain }) + space + outcome;
		}
	}
}

function speakerOf(speaker: ScriptSpeaker, said: Formulas, language: Language): string {
	const { delegation, name, title, courtesy = "either" } = speaker;
	const of = said.of(inLanguage(delegation, language));
	if (name === undefined) return fill(said.delegation, { of });
	const titled = title === undefined ? "" : inLanguage(title, language);
	if (titled === "") return fill(said.personWithoutTitle[courtesy], { name, of });
	return fill(said.person[courtesy], { name, of, title: titled });
}
