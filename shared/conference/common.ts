import * as z from "zod/mini";
import { marked, type Secrecy } from "./secrecy.ts";

/** Languages the product can speak: the six UN languages and the host's of the model case. */
export const languages = ["ar", "zh", "en", "fr", "ru", "es", "ko"] as const;
export type Language = (typeof languages)[number];

/**
 * A text in several languages. English is always there, because it is what every other language falls
 * back to; names and titles are data of the conference, never messages of the interface.
 */
export type Localized = { readonly en: string } & { readonly [language in Language]?: string | undefined };

/** Identifiers are chosen by people (`kor`, `session-3`) or made of a command's id; never of a person's name. */
export const identifier = marked(
	"open",
	z
		.string()
		.check(
			z.regex(
				/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
				"letters, digits, - and _, beginning with a letter or digit, at most 64",
			),
		),
);

/**
 * Characters that nobody types and that come with what is pasted: controls but tab and line breaks, and marks that turn the
 * direction of all that follows, with which a name could be made to read as another.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Free text that people type: without invisible controls, trimmed, never empty, bounded so that no record can grow without limit. */
export const text = (maxLength: number, secrecy: Secrecy) =>
	marked(
		secrecy,
		z.string().check(
			z.overwrite((typed) => typed.replace(invisible, "")),
			z.trim(),
			z.minLength(1),
			z.maxLength(maxLength),
		),
	);

/** A text in several languages, each at most `maxLength` characters long. */
export const localized = (maxLength: number, secrecy: Secrecy) => {
	const one = z.optional(text(maxLength, secrecy));
	return z.strictObject({
		en: text(maxLength, secrecy),
		ar: one,
		zh: one,
		fr: one,
		ru: one,
		es: one,
		ko: one,
	});
};

/** Picks the reader's language, else English. */
export function inLanguage(value: Localized, language: string): string {
	return value[language as Language] ?? value.en;
}

/** Proof to the compiler that a switch over a union has a case for every member. */
export function assertUnreachable(value: never): never {
	throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}

/** Protocol ranks, highest first (domain: HS head of state ... OT other). */
export const levels = ["HS", "VP", "CP", "HG", "DPM", "M", "VM", "CD", "OT"] as const;
export type Level = (typeof levels)[number];

/** The regional groups of the United Nations: Africa, Asia and the Pacific, Eastern Europe, Latin America and the Caribbean, Western Europe and others. */
export const regions = [
	"africa",
	"asiaPacific",
	"easternEurope",
	"latinAmericaCaribbean",
	"westernEuropeOther",
] as const;
export type Region = (typeof regions)[number];

/** How somebody is addressed: His Excellency, Her Excellency. Who says nothing is addressed by title alone. */
export const courtesies = ["his", "her"] as const;
export type Courtesy = (typeof courtesies)[number];

/** What an accredited person does at the conference; each role has its column in `policy.ts`. */
export const roles = ["delegate", "chair", "secretariat", "interpreter", "captioner", "operator"] as const;
export type Role = (typeof roles)[number];

/**
 * What interpreters work into: a language, or international sign, which is seen and not heard. A listener takes one of the
 * languages, and the signing beside it.
 */
export const channels = [...languages, "sign"] as const;
export type Channel = (typeof channels)[number];

/** What an accreditation may allow, each by itself (DR1). */
export const rights = ["speak", "pledge", "read"] as const;
export type Right = (typeof rights)[number];
