import type { Language } from "../../../shared/conference/common.ts";
import type { MotionKind } from "../../../shared/conference/motions.ts";
import { arabic } from "./arabic.ts";
import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { korean } from "./korean.ts";
import { russian } from "./russian.ts";
import { spanish } from "./spanish.ts";

/** "His Excellency", "Her Excellency", or both where nobody has said. */
export type Courtesy = "his" | "her" | "either";

/**
 * What a chair says, in one language. Not messages of the interface: they are read aloud in a language that the chair
 * chooses, whichever the screen is in. Names in braces are put in; `{of}` is the delegation as a genitive, where the
 * language can form it from the name.
 */
export interface Formulas {
	/** A person by courtesy, name, title and delegation; the second where the title is not known. */
	readonly person: { readonly [C in Courtesy]: string };
	readonly personWithoutTitle: { readonly [C in Courtesy]: string };
	/** A delegation that names no person, as `{speaker}`. */
	readonly delegation: string;
	readonly openMeeting: string;
	readonly resumeMeeting: string;
	readonly giveFloor: string;
	readonly thankAndGive: string;
	readonly pointOfOrder: string;
	/** Before the chair rules on a point of order that was heard. */
	readonly ruling: string;
	readonly rightOfReply: string;
	readonly closeList: string;
	readonly suspend: string;
	readonly adjourn: string;
	readonly ballot: string;
	readonly motions: { readonly [Kind in MotionKind]: string };
	readonly result: string;
	readonly adopted: string;
	readonly rejected: string;
	readonly overruled: string;
	readonly stands: string;
	/** The genitive of a delegation's name; the name itself where the formulas need none. */
	readonly of: (name: string) => string;
}

/** The formulas of every language that a conference can have. */
export const formulas: { readonly [L in Language]: Formulas } = {
	ar: arabic,
	zh: chinese,
	en: english,
	fr: french,
	ko: korean,
	ru: russian,
	es: spanish,
};

/** Puts names and figures into a formula. */
export function fill(formula: string, values: { readonly [name: string]: string | number }): string {
	return formula.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
