import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { identifier, localized } from "../../shared/conference/common.ts";
import {
	conferenceDefinition,
	delegationDefinition,
	delegationKinds,
	rehearsalDefinition,
} from "../../shared/conference/definition.ts";
import delegationList from "../../shared/conferences/delegations.json" with { type: "json" };
import seoulFile from "../../shared/conferences/seoul-2021.json" with { type: "json" };
import rehearsalFile from "../../shared/conferences/seoul-2021.rehearsal.json" with { type: "json" };
import { interfaceLanguages } from "../../shared/protocol/locale.ts";

/** The 193 Member States by ISO 3166 alpha-3 code, written out so that none comes or goes unnoticed. */
const memberStates = `
	afg ago alb and are arg arm atg aus aut aze bdi bel ben bfa bgd bgr bhr bhs bih blr blz bol bra brb brn btn bwa
	caf can che chl chn civ cmr cod cog col com cpv cri cub cyp cze deu dji dma dnk dom dza ecu egy eri esp est eth
	fin fji fra fsm gab gbr geo gha gin gmb gnb gnq grc grd gtm guy hnd hrv hti hun idn ind irl irn irq isl isr ita
	jam jor jpn kaz ken kgz khm kir kna kor kwt lao lbn lbr lby lca lie lka lso ltu lux lva mar mco mda mdg mdv mex
	mhl mkd mli mlt mmr mne mng moz mrt mus mwi mys nam ner nga nic nld nor npl nru nzl omn pak pan per phl plw png
	pol prk prt pry qat rou rus rwa sau sdn sen sgp slb sle slv smr som srb ssd stp sur svk svn swe swz syc syr tcd
	tgo tha tjk tkm tls ton tto tun tur tuv tza uga ukr ury usa uzb vct ven vnm vut wsm yem zaf zmb zwe`
	.trim()
	.split(/\s+/);

const host = "kor";
const coChairs = ["bgd", "can", "eth", "idn", "jpn", "nld", "pak", "rwa", "ury", "gbr", "usa"];

const regions = [
	"africa",
	"asiaPacific",
	"easternEurope",
	"latinAmericaCaribbean",
	"westernEuropeOther",
] as const;

const listed = z.strictObject({
	id: identifier,
	kind: z.enum(delegationKinds),
	flag: z.optional(z.string().check(z.regex(/^[a-z]{2}$/))),
	monogram: z.optional(z.string().check(z.regex(/^[A-Z]{2,6}$/))),
	region: z.optional(z.enum(regions)),
	name: localized(80, "open"),
	formalName: localized(120, "open"),
});

const delegations = z.array(listed).parse(delegationList);
const byId = new Map(delegations.map((delegation) => [delegation.id, delegation]));
const seoul = conferenceDefinition.parse(seoulFile);
const rehearsal = rehearsalDefinition.parse(rehearsalFile);

const meeting = (id: string) => seoul.meetings.find((candidate) => candidate.id === id)!;

/** Every text in a file, with the path at which it stands. */
function texts(value: unknown, path = ""): { path: string; text: string }[] {
	if (typeof value === "string") return [{ path, text: value }];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}/${key}`));
}

const everyText = [...texts(delegationList), ...texts(seoulFile), ...texts(rehearsalFile)];
const sorted = (ids: Iterable<string>) => [...ids].sort();

describe("the list of delegations", () => {
	it("has exactly the 193 Member States", () => {
		expect(memberStates).toHaveLength(193);
		const ids = delegations.filter(({ kind }) => kind === "memberState").map(({ id }) => id);
		expect(sorted(ids)).toEqual(sorted(memberStates));
	});

	it("has exactly the observers, organisations and the Secretariat that it should", () => {
		const ofKind = (wanted: string) => delegations.filter(({ kind }) => kind === wanted).map(({ id }) => id);
		expect(sorted(ofKind("observer"))).toEqual(["pse", "vat"]);
		expect(ofKind("secretariat")).toEqual(["un"]);
		expect(sorted(ofKind("organisation"))).toEqual(
			sorted("au eu nato oif asean ecowas sadc igad eccas icrc osce las oic".split(" ")),
		);
		expect(delegations).toHaveLength(193 + 2 + 1 + 13);
	});

	it("gives every delegation a short and a formal name in each language, no two the same", () => {
		for (const language of interfaceLanguages) {
			for (const field of ["name", "formalName"] as const) {
				const names = delegations.map((delegation) => delegation[field][language]);
				for (const name of names) expect(name).toMatch(/^\S(.*\S)?$/u);
				expect(new Set(names).size).toBe(delegations.length);
			}
		}
		expect(byId.size).toBe(delegations.length);
	});

	it("writes each name in the script of its language", () => {
		const latin = /^[\p{Script=Latin}\s()’-]+$/u;
		const script = {
			ar: /^[\p{Script=Arabic}\s()-]+$/u,
			zh: /^[\p{Script=Han}（）·—-]+$/u,
			en: latin,
			fr: latin,
			ru: /^[\p{Script=Cyrillic}\s()’—-]+$/u,
			es: latin,
			ko: /^[\p{Script=Hangul}\s()·-]+$/u,
		};
		for (const { name, formalName } of delegations)
			for (const text of [name, formalName])
				for (const language of interfaceLanguages) expect(text[language]).toMatch(script[language]);
	});

	it("writes names alone, without an article", () => {
		for (const { name, formalName } of delegations) {
			for (const text of [name, formalName]) {
				expect(text.en).not.toMatch(/^the |\(the\)/i);
				expect(text.fr).not.toMatch(/^(le |la |les |l’)|\((le|la|les|l’)\)/i);
			}
		}
	});

	it("gives States and observers a flag of their own, organisations a monogram and never a flag", () => {
		for (const { id, kind, flag, monogram } of delegations) {
			const state = kind === "memberState" || kind === "observer";
			expect({ id, flag: flag !== undefined, monogram: monogram !== undefined }).toEqual({
				id,
				flag: state,
				monogram: !state,
			});
		}
		const marks = delegations.map(({ flag, monogram }) => flag ?? monogram);
		expect(new Set(marks).size).toBe(delegations.length);
	});

	it("counts the regional groups as the United Nations does", () => {
		const states = delegations.filter(({ kind }) => kind === "memberState");
		const counts = Object.fromEntries(
			regions.map((region) => [region, states.filter((state) => state.region === region).length]),
		);
		expect(counts).toEqual({
			africa: 54,
			asiaPacific: 54,
			easternEurope: 23,
			latinAmericaCaribbean: 33,
			westernEuropeOther: 29,
		});
		const regionOf = (id: string) => byId.get(id)!.region;
		for (const id of ["usa", "tur", "isr", "aus", "nzl", "can"])
			expect(regionOf(id)).toBe("westernEuropeOther");
		for (const id of ["kir", "cyp", "kor", "pse"]) expect(regionOf(id)).toBe("asiaPacific");
		for (const { id, kind, region } of delegations) {
			if (kind === "organisation" || kind === "secretariat") expect([id, region]).toEqual([id, undefined]);
		}
	});

	it.each([
		["kor", "Republic of Korea", "République de Corée", "جمهورية كوريا"],
		["bgd", "Bangladesh", "Bangladesh", "بنغلاديش"],
		["can", "Canada", "Canada", "كندا"],
		["eth", "Ethiopia", "Éthiopie", "إثيوبيا"],
		["idn", "Indonesia", "Indonésie", "إندونيسيا"],
		["jpn", "Japan", "Japon", "اليابان"],
		["nld", "Netherlands", "Pays-Bas", "هولندا"],
		["pak", "Pakistan", "Pakistan", "باكستان"],
		["rwa", "Rwanda", "Rwanda", "رواندا"],
		["ury", "Uruguay", "Uruguay", "أوروغواي"],
		["gbr", "United Kingdom", "Royaume-Uni", "المملكة المتحدة"],
		["usa", "United States of America", "États-Unis d’Amérique", "الولايات المتحدة الأمريكية"],
		["tur", "Türkiye", "Türkiye", "تركيا"],
		["vnm", "Viet Nam", "Viet Nam", "فييت نام"],
		["civ", "Côte d’Ivoire", "Côte d’Ivoire", "كوت ديفوار"],
		[
			"prk",
			"Democratic People’s Republic of Korea",
			"République populaire démocratique de Corée",
			"جمهورية كوريا الشعبية الديمقراطية",
		],
		[
			"lao",
			"Lao People’s Democratic Republic",
			"République démocratique populaire lao",
			"جمهورية لاو الديمقراطية الشعبية",
		],
		[
			"bol",
			"Bolivia (Plurinational State of)",
			"Bolivie (État plurinational de)",
			"بوليفيا (دولة - المتعددة القوميات)",
		],
		["irn", "Iran (Islamic Republic of)", "Iran (République islamique d’)", "إيران (جمهورية - الإسلامية)"],
		["syr", "Syrian Arab Republic", "République arabe syrienne", "الجمهورية العربية السورية"],
		["rus", "Russian Federation", "Fédération de Russie", "الاتحاد الروسي"],
		["tza", "United Republic of Tanzania", "République-Unie de Tanzanie", "جمهورية تنزانيا المتحدة"],
		["mda", "Republic of Moldova", "République de Moldova", "جمهورية مولدوفا"],
		["mkd", "North Macedonia", "Macédoine du Nord", "مقدونيا الشمالية"],
		["cze", "Czechia", "Tchéquie", "تشيكيا"],
		["cpv", "Cabo Verde", "Cabo Verde", "كابو فيردي"],
		["swz", "Eswatini", "Eswatini", "إسواتيني"],
		["tls", "Timor-Leste", "Timor-Leste", "تيمور - ليشتي"],
		["cog", "Congo", "Congo", "الكونغو"],
		[
			"cod",
			"Democratic Republic of the Congo",
			"République démocratique du Congo",
			"جمهورية الكونغو الديمقراطية",
		],
		["vat", "Holy See", "Saint-Siège", "الكرسي الرسولي"],
		["pse", "State of Palestine", "État de Palestine", "دولة فلسطين"],
		["au", "African Union", "Union africaine", "الاتحاد الأفريقي"],
		["eu", "European Union", "Union européenne", "الاتحاد الأوروبي"],
	])("calls %s as the United Nations does", (id, en, fr, ar) => {
		expect(byId.get(id)?.name).toMatchObject({ en, fr, ar });
	});

	it("has the formal names that differ most from the short ones", () => {
		const formal = (id: string) => byId.get(id)?.formalName.en;
		expect(formal("gbr")).toBe("United Kingdom of Great Britain and Northern Ireland");
		expect(formal("nld")).toBe("Kingdom of the Netherlands");
		expect(formal("idn")).toBe("Republic of Indonesia");
		expect(formal("ven")).toBe("Bolivarian Republic of Venezuela");
		expect(formal("kwt")).toBe("State of Kuwait");
		expect(formal("tur")).toBe("Republic of Türkiye");
		expect(formal("cze")).toBe("Czech Republic");
		expect(formal("mex")).toBe("United Mexican States");
	});
});

/** Names that are not United Nations usage. As a part of any text, or where that is ambiguous as a whole name. */
const neverAnywhere = [
	...["South Korea", "North Korea", "Turkey", "Ivory Coast", "Vietnam", "Swaziland", "Cape Verde", "Burma"],
	...["Taiwan", "Kosovo", "Hong Kong", "Macao", "Macau", "East Timor", "Vatican", "Holland", "Kiev"],
	...["FYROM", "former Yugoslav", "Byelorussia", "Zaire", "Ceylon", "Upper Volta", "Brazzaville", "Kinshasa"],
	...["Corée du Sud", "Corée du Nord", "Turquie", "Viêt", "Birmanie", "Cap-Vert"],
	...["Taïwan", "Biélorussie", "Moldavie", "Timor oriental", "Irak", "Kirghizstan", "Hollande"],
	...[
		"كوريا الجنوبية",
		"كوريا الشمالية",
		"ساحل العاج",
		"فيتنام",
		"سوازيلند",
		"تايوان",
		"كوسوفو",
		"هونغ كونغ",
	],
	...["بورما", "الرأس الأخضر", "روسيا", "الفاتيكان", "تيمور الشرقية", "كيريباتي", "المالديف"],
];
const neverAlone = [
	...["Korea", "Russia", "Macedonia", "Iran", "Syria", "Laos", "Moldova", "Tanzania", "Bolivia", "Venezuela"],
	...["Brunei", "Micronesia", "Palestine", "Czech Republic", "Slovak Republic", "United States", "USA", "US"],
	...[
		"America",
		"UK",
		"Britain",
		"Great Britain",
		"England",
		"The Gambia",
		"The Netherlands",
		"DR Congo",
		"DPRK",
	],
	...["São Tomé and Príncipe", "St. Lucia", "Republic of the Congo", "Bosnia"],
	...["Corée", "Russie", "Macédoine", "Syrie", "Bolivie", "Tanzanie", "Brunei", "Micronésie", "Salvador"],
	...["États-Unis", "Grande-Bretagne", "République tchèque", "Nigeria", "Liberia"],
	...["كوريا", "سوريا", "لاوس", "إيران", "بوليفيا", "فنزويلا", "مولدوفا", "تنزانيا", "مقدونيا", "فلسطين"],
	...["الولايات المتحدة", "بريطانيا", "بروناي", "التشيك", "الجمهورية التشيكية"],
];
/** Right in English and Spanish, wrong in French: these two are spelt with an accent there. */
const withoutAccent = new Set(["Nigeria", "Liberia"]);

describe("names that must not appear", () => {
	it.each(neverAnywhere)("nowhere: %s", (name) => {
		expect(everyText.filter(({ text }) => text.toLowerCase().includes(name.toLowerCase()))).toEqual([]);
	});

	it.each(neverAlone)("not as a short name: %s", (denied) => {
		const same = delegations.filter(({ name }) =>
			interfaceLanguages.some(
				(language) => name[language] === denied && !(language !== "fr" && withoutAccent.has(denied)),
			),
		);
		expect(same).toEqual([]);
	});

	it("nor a straight apostrophe in any text", () => {
		expect(everyText.filter(({ text }) => text.includes("'"))).toEqual([]);
	});
});

describe("the facts of Seoul 2021", () => {
	it("validates against the schema, which has nothing to trim", () => {
		expect(conferenceDefinition.safeParse(seoulFile).error).toBeUndefined();
		expect(seoul).toMatchObject(seoulFile);
	});

	it("names the host, the eleven co-chairs and the Secretariat, and nobody else", () => {
		expect(seoul.host).toBe(host);
		expect(coChairs).toHaveLength(11);
		expect(seoul.delegations.map(({ id }) => id)).toEqual([host, ...coChairs, "un"]);
		expect(seoul.delegations.every(({ named }) => named)).toBe(true);
		for (const { id } of seoul.delegations) expect(byId.has(id)).toBe(true);
	});

	it("has the four preparatory meetings by their months and co-chairs", () => {
		const meetings = seoul.meetings.filter(({ kind }) => kind === "preparatory");
		expect(meetings.map(({ date, coChairs }) => [date, ...coChairs])).toEqual([
			["2020-11", "bgd", "can", "gbr"],
			["2021-07", "rwa", "usa"],
			["2021-09", "eth", "idn", "jpn"],
			["2021-10", "nld", "pak"],
		]);
	});

	it("opens with four speakers, two of them by video", () => {
		expect(meeting("opening").date).toBe("2021-12-07");
		const speakers = meeting("opening").segments.map(({ kind, speaker }) => [
			speaker?.name,
			speaker?.delegation,
			kind,
			speaker?.recorded,
		]);
		expect(speakers).toEqual([
			["Moon Jae-in", "kor", "video", true],
			["António Guterres", "un", "video", true],
			["Chung Eui-yong", "kor", "remarks", false],
			["Suh Wook", "kor", "remarks", false],
		]);
	});

	it("names no person but those four", () => {
		const people = seoul.meetings.flatMap(({ segments }) => segments.flatMap(({ speaker }) => speaker ?? []));
		expect(people).toHaveLength(4);
		expect(seoul.representatives).toEqual([]);
	});

	it("has four plenary sessions with the co-chairs of the preparatory meeting on the same theme", () => {
		const sessions = seoul.meetings.filter(({ kind }) => kind === "plenary");
		expect(sessions.map(({ id, title, coChairs }) => [id, title.en, ...coChairs])).toEqual([
			["session-1", "Sustaining Peace", "bgd", "can", "gbr"],
			["session-2", "Partnership, Training and Capacity Building", "eth", "idn", "jpn"],
			["session-3", "Performance and Accountability", "rwa", "usa"],
			["session-4", "Protection of Civilians and Safety and Security", "nld", "pak"],
		]);
		for (const { id, segments } of sessions) {
			expect(segments.map((segment) => [segment.id, segment.kind])).toEqual([
				[`${id}-statements`, "statements"],
			]);
		}
	});

	it("claims no clock time and no speaking limit, which the record does not give", () => {
		for (const { id, start, end, segments } of seoul.meetings) {
			expect([id, start, end]).toEqual([id, undefined, undefined]);
			for (const { minutes, limitSeconds, groupLimitSeconds } of segments) {
				expect([minutes, limitSeconds, groupLimitSeconds]).toEqual([undefined, undefined, undefined]);
			}
		}
		expect([seoul.categories, seoul.needs]).toEqual([[], []]);
	});

	it("has the A4P+ priorities with their source, the side event and the initiative", () => {
		expect(seoul.priorities).toHaveLength(9);
		for (const { source } of seoul.priorities) expect(source).toBe("UN documents");
		expect(seoul.meetings.filter(({ kind }) => kind === "sideEvent").map(({ id }) => id)).toEqual([
			"public-exhibition",
		]);
		expect(seoul.initiatives.map(({ id, sponsors }) => [id, ...sponsors])).toEqual([
			["seoul-initiative", "kor"],
		]);
	});

	it("refers only to delegations that take part, and uses no id twice", () => {
		const taking = new Set(seoul.delegations.map(({ id }) => id));
		const referred = [
			seoul.host,
			...seoul.meetings.flatMap(({ coChairs }) => coChairs),
			...seoul.meetings.flatMap(({ segments }) =>
				segments.flatMap(({ speaker }) => speaker?.delegation ?? []),
			),
			...seoul.initiatives.flatMap(({ sponsors }) => sponsors),
		];
		expect(referred.filter((id) => !taking.has(id))).toEqual([]);
		for (const ids of [
			seoul.meetings.map(({ id }) => id),
			seoul.meetings.flatMap(({ segments }) => segments.map(({ id }) => id)),
			seoul.priorities.map(({ id }) => id),
			seoul.themes.map(({ id }) => id),
		]) {
			expect(new Set(ids).size).toBe(ids.length);
		}
	});

	it("has every text in English, French and Arabic", () => {
		expect(untranslated(seoulFile)).toEqual([]);
		expect(untranslated(rehearsalFile)).toEqual([]);
	});
});

/** Paths of localized texts that lack one of the three languages. */
function untranslated(value: unknown, path = ""): string[] {
	if (typeof value !== "object" || value === null) return [];
	const missing = "en" in value && !("fr" in value && "ar" in value) ? [path] : [];
	return [
		...missing,
		...Object.entries(value).flatMap(([key, inner]) => untranslated(inner, `${path}/${key}`)),
	];
}

describe("the rehearsal of Seoul 2021", () => {
	const named = seoul.delegations.map(({ id }) => id);
	const everyone = new Set([...named, ...rehearsal.participants]);

	it("validates against the schema and belongs to the conference", () => {
		expect(rehearsalDefinition.safeParse(rehearsalFile).error).toBeUndefined();
		expect(rehearsal).toMatchObject(rehearsalFile);
		expect(rehearsal.conference).toBe(seoul.id);
	});

	it("brings 83 delegations together, the African and the European Union among them", () => {
		// The UN Secretariat co-organises: it asks and does not pledge, and is not one of the 83.
		expect([...everyone].filter((id) => id !== "un").length).toBe(83);
		expect(named.length + rehearsal.participants.length).toBe(84);
		expect(rehearsal.participants.filter((id) => !byId.has(id))).toEqual([]);
		expect(rehearsal.participants).toEqual(expect.arrayContaining(["au", "eu"]));
	});

	it("never lets a delegation that it adds pass for one that the record names", () => {
		for (const id of rehearsal.participants) {
			expect(named).not.toContain(id);
			expect(delegationDefinition.parse({ id }).named).toBe(false);
		}
	});

	it("schedules the opening, the four sessions and the closing in order, without overlap", () => {
		expect(Object.keys(rehearsal.schedule)).toEqual([
			"opening",
			"session-1",
			"session-2",
			"session-3",
			"session-4",
			"closing",
		]);
		for (const id of Object.keys(rehearsal.schedule)) expect(meeting(id)?.id).toBe(id);
		let previousEnd = 0;
		for (const { startMinute, endMinute } of Object.values(rehearsal.schedule)) {
			expect(startMinute).toBeGreaterThanOrEqual(previousEnd);
			expect(endMinute).toBeGreaterThan(startMinute);
			previousEnd = endMinute;
		}
	});

	it("takes place 72 minutes into session 3, on the second day", () => {
		const session = rehearsal.schedule["session-3"]!;
		expect(rehearsal.nowMinute - session.startMinute).toBe(72);
		expect(session.endMinute - session.startMinute).toBeGreaterThanOrEqual(100);
		expect(session.startMinute - rehearsal.schedule["session-2"]!.endMinute).toBeGreaterThan(12 * 60);
	});

	it("inscribes delegations that take part, each once in a session, organisations last", () => {
		const sessions = Object.entries(rehearsal.schedule).filter(([id]) => id.startsWith("session-"));
		expect(sessions.map(([, { speakers }]) => speakers.length)).toEqual([19, 21, 21, 20]);
		for (const [, { speakers, limitSeconds, groupLimitSeconds }] of sessions) {
			expect([limitSeconds, groupLimitSeconds]).toEqual([240, 300]);
			expect(new Set(speakers).size).toBe(speakers.length);
			expect(speakers.filter((id) => !everyone.has(id))).toEqual([]);
			const organisations = speakers.map((id) => byId.get(id)!.kind === "organisation");
			expect(organisations).toEqual([...organisations].sort());
		}
		const all = sessions.flatMap(([, { speakers }]) => speakers);
		expect(all.length - new Set(all).size).toBeLessThan(5);
	});

	it("asks for 76 units in nine needs", () => {
		expect(rehearsal.needs.map(({ title, quantity }) => [title.en, quantity])).toEqual([
			["Helicopter units", 8],
			["Level 2 field hospitals", 6],
			["Casualty evacuation teams", 10],
			["Counter-IED units", 9],
			["Rapidly deployable units", 6],
			["Peacekeeping-intelligence units", 7],
			["Mobile training teams", 12],
			["Women’s engagement teams", 8],
			["Smart Camp energy systems", 10],
		]);
		expect(rehearsal.needs.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(76);
		expect(new Set(rehearsal.needs.map(({ id }) => id)).size).toBe(9);
	});

	it("has fourteen categories, and titles for the levels that its representatives hold", () => {
		expect(new Set(rehearsal.categories.map(({ id }) => id)).size).toBe(14);
		const held = Object.entries(rehearsal.titles).filter(([, titles]) => titles.length > 0);
		expect(held.map(([level]) => level)).toEqual(["M", "VM", "CD"]);
	});

	it("has pledges for every category and need, and refers to nothing that does not exist", () => {
		const categories = new Set(rehearsal.categories.map(({ id }) => id));
		const needs = new Map(rehearsal.needs.map((need) => [need.id, need]));
		const priorities = new Set(seoul.priorities.map(({ id }) => id));
		expect(rehearsal.needs.filter(({ category }) => !categories.has(category))).toEqual([]);
		expect(rehearsal.pledges.length).toBeGreaterThanOrEqual(60);
		for (const { title, category, need, priority, by } of rehearsal.pledges) {
			expect([title, categories.has(category)]).toEqual([title, true]);
			if (need !== undefined) expect([title, needs.get(need)?.category]).toEqual([title, category]);
			if (priority !== undefined) expect([title, priorities.has(priority)]).toEqual([title, true]);
			expect([title, by?.filter((id) => !everyone.has(id)) ?? []]).toEqual([title, []]);
		}
		const used = <T>(values: Iterable<T>) => new Set(values);
		expect(used(rehearsal.pledges.map(({ category }) => category))).toEqual(categories);
		expect(used(rehearsal.pledges.flatMap(({ priority }) => priority ?? []))).toEqual(priorities);
		for (const id of needs.keys()) {
			expect(rehearsal.pledges.filter(({ need }) => need === id).length).toBeGreaterThanOrEqual(3);
		}
	});

	it("has numbers exactly where a title has a place for one, and no title twice", () => {
		for (const { title, numbers } of rehearsal.pledges) {
			expect([title, title.split("{n}").length - 1]).toEqual([title, numbers === undefined ? 0 : 1]);
			for (const number of numbers ?? []) expect(number).toBeGreaterThanOrEqual(2);
			expect(title.replace("{n}", "")).not.toMatch(/[{}]|\.$/);
		}
		const titles = rehearsal.pledges.map(({ title }) => title);
		expect(new Set(titles).size).toBe(titles.length);
	});
});
