import type { HallSeat } from "../../ui/Hemicycle.tsx";
import type { SlotItem, SlotState } from "../../ui/Slots.tsx";

/** Made-up data for looking at components; nothing of it is part of the product. */

const names =
	"Argentina,Armenia,Australia,Austria,Azerbaijan,Bangladesh,Belgium,Benin,Bhutan,Brazil,Burkina Faso,Burundi,Cambodia,Canada,Chile,China,Colombia,Côte d’Ivoire,Croatia,Czechia,Denmark,Egypt,El Salvador,Estonia,Ethiopia,Fiji,Finland,France,Gambia,Georgia,Germany,Ghana,Greece,Guatemala,Hungary,India,Indonesia,Ireland,Italy,Japan,Jordan,Kazakhstan,Kenya,Latvia,Lithuania,Malawi,Malaysia,Malta,Mongolia,Morocco,Nepal,Netherlands,New Zealand,Niger,Nigeria,Norway,Pakistan,Peru,Philippines,Poland,Portugal,Republic of Korea,Romania,Rwanda,Senegal,Serbia,Slovakia,Slovenia,South Africa,Spain,Sri Lanka,Sweden,Switzerland,Thailand,Togo,Tunisia,Türkiye,Uganda,United Kingdom,United States of America,Uruguay,Viet Nam,Zambia".split(
		",",
	);
const pledged = new Set(
	"Australia,Bangladesh,Belgium,Cambodia,Canada,Denmark,Egypt,Ethiopia,Finland,France,Germany,Ghana,India,Ireland,Italy,Japan,Jordan,Kazakhstan,Kenya,Morocco,Nepal,Netherlands,Nigeria,Pakistan,Portugal,Republic of Korea,Rwanda,Senegal,Spain,Sri Lanka,Sweden,Switzerland,Thailand,Tunisia,Türkiye,United Kingdom,United States of America,Uruguay,Viet Nam,Zambia,Indonesia".split(
		",",
	),
);

export const seats: readonly HallSeat[] = names.map((name) => ({
	id: name,
	name,
	lit: pledged.has(name),
	now: name === "Indonesia" ? "floor" : name === "Uruguay" ? "next" : undefined,
}));

/** `kr! bd! sn id* 2`: confirmed, announced, new, then gaps. */
export function slots(text: string): SlotItem[] {
	return text.split(" ").flatMap((word): SlotItem[] => {
		const gaps = Number(word);
		if (!Number.isNaN(gaps)) return Array.from({ length: gaps }, () => ({ state: "gap" }));
		const code = word.slice(0, 2);
		const states: Record<string, Exclude<SlotState, "gap">> = {
			"!": "confirmed",
			"*": "new",
			"+": "beyond",
			"-": "withdrawn",
		};
		return [{ state: states[word.slice(2)] ?? "announced", flag: code, name: code.toUpperCase() }];
	});
}

export const board: readonly {
	id: string;
	name: string;
	slots: SlotItem[];
	pledged: number;
	needed: number;
	fresh?: boolean;
}[] = [
	{ id: "helicopters", name: "Helicopter units", slots: slots("kr! bd! pk! sn kr 3"), pledged: 5, needed: 8 },
	{
		id: "hospitals",
		name: "Level 2 field hospitals",
		slots: slots("vn! pk! ma id* 2"),
		pledged: 4,
		needed: 6,
		fresh: true,
	},
	{
		id: "casevac",
		name: "Casualty evacuation teams",
		slots: slots("de! rw! bd np gb jp 4"),
		pledged: 6,
		needed: 10,
	},
	{
		id: "rapid",
		name: "Rapidly deployable units",
		slots: slots("rw! gh! uy! np! pk! zm"),
		pledged: 6,
		needed: 6,
	},
	{
		id: "training",
		name: "Mobile training teams",
		slots: slots("jp! us! gb! ca! kr! nl in fr au ch 2"),
		pledged: 10,
		needed: 12,
	},
	{
		id: "beyond",
		name: "Smart Camp energy systems",
		slots: slots("kr! kr nl dk se no it+"),
		pledged: 7,
		needed: 6,
	},
];

export const lengths = [228, 240, 210, 276, 234, 174, 240, 306, 222, 240, 204, 258, 234, 102];
