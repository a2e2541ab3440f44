import type { Channel, Language, Localized } from "../../shared/conference/common.ts";
import { channels } from "../../shared/conference/common.ts";
import type { ConferenceDefinition } from "../../shared/conference/definition.ts";
import { simulatedIds } from "./persons.ts";

type PersonDefinition = ConferenceDefinition["representatives"][number];

const boothNames: { readonly [C in Channel]: Localized } = {
	ar: { en: "Arabic booth", fr: "Cabine arabe", ar: "المقصورة العربية" },
	zh: { en: "Chinese booth", fr: "Cabine chinoise", ar: "المقصورة الصينية" },
	en: { en: "English booth", fr: "Cabine anglaise", ar: "المقصورة الإنكليزية" },
	fr: { en: "French booth", fr: "Cabine française", ar: "المقصورة الفرنسية" },
	ru: { en: "Russian booth", fr: "Cabine russe", ar: "المقصورة الروسية" },
	es: { en: "Spanish booth", fr: "Cabine espagnole", ar: "المقصورة الإسبانية" },
	ko: { en: "Korean booth", fr: "Cabine coréenne", ar: "المقصورة الكورية" },
	sign: { en: "International sign", fr: "Signes internationaux", ar: "الإشارة الدولية" },
};

const captioners: readonly { readonly language: Language; readonly title: Localized }[] = [
	{
		language: "en",
		title: { en: "English captions", fr: "Sous-titres anglais", ar: "الشرح النصي بالإنكليزية" },
	},
	{
		language: "fr",
		title: { en: "French captions", fr: "Sous-titres français", ar: "الشرح النصي بالفرنسية" },
	},
];

/** Those who serve the meeting and take no part in it: two interpreters for each channel, and captioners. */
export function simulatedStaff(): PersonDefinition[] {
	return [
		...channels.flatMap((channel) =>
			[1, 2].map(
				(number): PersonDefinition => ({
					level: "OT",
					rights: ["read"],
					id: simulatedIds.interpreter(channel, number),
					role: "interpreter",
					channel,
					name: `Interpreter ${number}, ${boothNames[channel].en} (rehearsal)`,
					title: boothNames[channel],
				}),
			),
		),
		...captioners.map(
			({ language, title }): PersonDefinition => ({
				level: "OT",
				rights: ["read"],
				id: simulatedIds.captioner(language),
				role: "captioner",
				channel: language,
				name: `Captioner, ${title.en} (rehearsal)`,
				title,
			}),
		),
	];
}
