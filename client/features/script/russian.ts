import type { Formulas } from "./formulas.ts";

/** What a chair says in Russian. Names stay in the nominative, in brackets, because a name cannot be declined from here. */
export const russian: Formulas = {
	person: {
		his: "Его Превосходительство г-н {name}, {title} ({of})",
		her: "Ее Превосходительство г-жа {name}, {title} ({of})",
		either: "Его/Ее Превосходительство {name}, {title} ({of})",
	},
	personWithoutTitle: {
		his: "Его Превосходительство г-н {name} ({of})",
		her: "Ее Превосходительство г-жа {name} ({of})",
		either: "Его/Ее Превосходительство {name} ({of})",
	},
	delegation: "делегация ({of})",
	openMeeting: "Объявляю заседание открытым: {meeting}.",
	resumeMeeting: "Заседание возобновляется.",
	giveFloor: "Слово имеет {speaker}.",
	thankAndGive: "Благодарю делегацию ({thanked}) за выступление. Слово имеет {speaker}.",
	pointOfOrder: "Слово по порядку ведения заседания имеет делегация ({of}).",
	ruling: "Делегация ({of}) выступила по порядку ведения заседания. Председатель принимает постановление.",
	rightOfReply: "Слово в порядке осуществления права на ответ имеет делегация ({of}).",
	closeList: "Если нет возражений, объявляю список ораторов закрытым. Решение принимается.",
	suspend: "Объявляется перерыв в заседании.",
	adjourn: "Заседание закрывается.",
	ballot: "Приступаем к голосованию. На голосование ставится {motion}.",
	motions: {
		challenge: "протест против постановления Председателя",
		suspendMeeting: "предложение о перерыве в заседании",
		adjournMeeting: "предложение о закрытии заседания",
		adjournDebate: "предложение о перерыве в прениях",
		closeDebate: "предложение о прекращении прений",
	},
	result: "Результаты голосования: за — {yes}, против — {no}, воздержались — {abstain}.",
	adopted: "Предложение принимается.",
	rejected: "Предложение отклоняется.",
	overruled: "Постановление Председателя отменяется.",
	stands: "Постановление Председателя остается в силе.",
	of: (name) => name,
};
