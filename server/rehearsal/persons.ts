import type { Channel, Courtesy, Language, Level, Localized } from "../../shared/conference/common.ts";
import type { ConferenceDefinition, RehearsalDefinition } from "../../shared/conference/definition.ts";
import type { Catalogue } from "../conference/catalogue.ts";
import type { Chance } from "./random.ts";
import { keyedChance, pick } from "./random.ts";

type PersonDefinition = ConferenceDefinition["representatives"][number];

/** Identifiers of the simulated people: opaque, and the same in every rehearsal, so that links can be made ahead. */
export const simulatedIds = {
	head: (delegationId: string) => `r-${delegationId}-1`,
	alternate: (delegationId: string) => `r-${delegationId}-2`,
	chair: (delegationId: string) => `r-${delegationId}-chair`,
	secretariat: (number: number) => `r-secretariat-${number}`,
	interpreter: (channel: Channel, number: number) => `r-${channel}-booth-${number}`,
	captioner: (language: Language) => `r-${language}-captioner`,
	operator: (number: number) => `r-operator-${number}`,
} as const;

/**
 * People for every seat of a rehearsal. Their names say an office and that it is a rehearsal: nobody who
 * reads a plate can take the words for those of a real minister.
 */
export function simulatedPersons(
	definition: ConferenceDefinition,
	catalogue: Catalogue,
	rehearsal: RehearsalDefinition,
	seed: number,
): PersonDefinition[] {
	const chance = keyedChance(seed);
	const kinds = new Map(catalogue.map(({ id, kind }) => [id, kind]));
	const isSecretariat = ({ id, kind }: ConferenceDefinition["delegations"][number]) =>
		(kind ?? kinds.get(id)) === "secretariat";
	const delegates = definition.delegations.filter((each) => !isSecretariat(each));
	const office = definition.delegations.find(isSecretariat)?.id;
	const chairs = new Set<string>([definition.host]);
	for (const meeting of definition.meetings) for (const id of meeting.coChairs) chairs.add(id);
	return [
		...[
			{ en: "Pledge desk", fr: "Bureau des engagements", ar: "مكتب التعهدات" },
			{ en: "Conference officer", fr: "Fonctionnaire de la conférence", ar: "موظف المؤتمر" },
		].map(
			(title, at): PersonDefinition => ({
				id: simulatedIds.secretariat(at + 1),
				...(office === undefined ? {} : { delegation: office }),
				role: "secretariat",
				level: "OT",
				rights: ["read"],
				name: `${title.en} (rehearsal)`,
				title,
			}),
		),
		{
			id: simulatedIds.operator(1),
			role: "operator",
			level: "OT",
			rights: ["read"],
			name: "Technical operator (rehearsal)",
			title: { en: "Technical operator", fr: "Régie technique", ar: "مشغل تقني" },
		},
		...[...chairs].map(
			(id): PersonDefinition => ({
				id: simulatedIds.chair(id),
				delegation: id,
				role: "chair",
				level: levelOf(id, chance),
				rights: ["speak", "pledge", "read"],
				name: "Co-chair (rehearsal)",
				courtesy: courtesyOf(`chairCourtesy/${id}`, chance),
				title: { en: "Co-chair", fr: "Coprésidence", ar: "رئيس مشارك" },
			}),
		),
		...delegates.flatMap(({ id }) => delegatesOf(id, rehearsal, chance)),
	];
}

/** Of ten heads of delegation about four are ministers, three vice-ministers and three permanent representatives. */
function levelOf(delegationId: string, chance: Chance): Level {
	const share = chance(`level/${delegationId}`);
	if (share < 0.4) return "M";
	return share < 0.7 ? "VM" : "CD";
}

function delegatesOf(id: string, rehearsal: RehearsalDefinition, chance: Chance): PersonDefinition[] {
	const level = levelOf(id, chance);
	const head: PersonDefinition = {
		id: simulatedIds.head(id),
		delegation: id,
		role: "delegate",
		level,
		rights: ["speak", "pledge", "read"],
		name: "Head of delegation (rehearsal)",
		title: titleOf(level, `title/${id}`, rehearsal, chance),
		courtesy: courtesyOf(`courtesy/${id}`, chance),
	};
	if (level === "CD" || chance(`alternate/${id}`) > 0.4) return [head];
	const alternate: PersonDefinition = {
		...head,
		id: simulatedIds.alternate(id),
		level: "CD",
		rights: ["speak", "read"],
		name: "Alternate (rehearsal)",
		title: titleOf("CD", `alternateTitle/${id}`, rehearsal, chance),
		courtesy: courtesyOf(`alternateCourtesy/${id}`, chance),
	};
	return [head, alternate];
}

function courtesyOf(key: string, chance: Chance): Courtesy {
	return chance(key) < 0.5 ? "her" : "his";
}

const anyTitle: Localized = { en: "Head of delegation", fr: "Chef de délégation", ar: "رئيس الوفد" };

function titleOf(level: Level, key: string, rehearsal: RehearsalDefinition, chance: Chance): Localized {
	return pick(chance, key, rehearsal.titles[level] ?? []) ?? anyTitle;
}
