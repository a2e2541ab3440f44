import type { Formulas } from "./formulas.ts";

const vowel = /^[AEÉÈÊIÎOUYÂHŒ]/;
/** Names without an article: "de Cuba", "d’Israël". */
const bare =
	/^(?:Cuba|Chypre|Malte|Djibouti|Haïti|Madagascar|Maurice|Monaco|Singapour|Bahreïn|Israël|Oman|Sao Tomé|Kiribati|Nauru|Vanuatu|Tuvalu|Sri Lanka|Saint|Sainte|Antigua|Trinité|Andorre|Cabo Verde|Nioué|Timor|Panama$)/;
const plural =
	/^(?:États|Pays-Bas|Émirats|Philippines|Bahamas|Maldives|Comores|Fidji|Seychelles|Palaos|Îles|Tonga|Samoa)/;
/** Masculine although they end in e. */
const masculine = /^(?:Mexique|Mozambique|Cambodge|Zimbabwe|Belize|Suriname|Royaume|Saint-Siège)/;

/** "de la Norvège", "du Rwanda", "de l’Inde", "des Pays-Bas", "de Cuba". */
function genitive(name: string): string {
	if (bare.test(name)) return vowel.test(name) ? `d’${name}` : `de ${name}`;
	if (plural.test(name)) return `des ${name}`;
	if (vowel.test(name)) return `de l’${name}`;
	const head = name.split(/[ -]/)[0] ?? name;
	const isFeminine =
		/^(?:République|Fédération|Union|Ligue|Organisation|Commission)/.test(name) || head.endsWith("e");
	return isFeminine && !masculine.test(name) ? `de la ${name}` : `du ${name}`;
}

/** What a chair says in French. */
export const french: Formulas = {
	person: {
		his: "Son Excellence M. {name}, {title} {of}",
		her: "Son Excellence Mme {name}, {title} {of}",
		either: "Son Excellence {name}, {title} {of}",
	},
	personWithoutTitle: {
		his: "Son Excellence M. {name}, de la délégation {of}",
		her: "Son Excellence Mme {name}, de la délégation {of}",
		either: "Son Excellence {name}, de la délégation {of}",
	},
	delegation: "la délégation {of}",
	openMeeting: "Je déclare ouverte la séance : {meeting}.",
	resumeMeeting: "La séance est reprise.",
	giveFloor: "Je donne maintenant la parole à {speaker}.",
	thankAndGive:
		"Je remercie la délégation {thanked} de sa déclaration et donne maintenant la parole à {speaker}.",
	pointOfOrder: "Je donne la parole à la délégation {of} pour une motion d’ordre.",
	ruling: "La délégation {of} a soulevé une motion d’ordre, et je vais maintenant statuer.",
	rightOfReply: "Je donne la parole à la délégation {of}, qui souhaite exercer son droit de réponse.",
	closeList: "S’il n’y a pas d’objection, je déclare close la liste des orateurs. Il en est ainsi décidé.",
	suspend: "La séance est suspendue.",
	adjourn: "La séance est levée.",
	ballot: "Nous allons maintenant procéder au vote sur {motion}.",
	motions: {
		challenge: "l’appel de la décision de la présidence",
		suspendMeeting: "la motion de suspension de la séance",
		adjournMeeting: "la motion d’ajournement de la séance",
		adjournDebate: "la motion d’ajournement du débat",
		closeDebate: "la motion de clôture du débat",
	},
	result: "Le résultat du vote est le suivant. Pour : {yes}. Contre : {no}. Abstentions : {abstain}.",
	adopted: "La motion est adoptée.",
	rejected: "La motion est rejetée.",
	overruled: "La décision de la présidence est annulée.",
	stands: "La décision de la présidence est maintenue.",
	of: genitive,
};
