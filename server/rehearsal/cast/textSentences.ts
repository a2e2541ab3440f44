import type { Language } from "../../../shared/conference/common.ts";

/** What statements of a rehearsal are made of. `{name}` is the delegation's. */
interface Sentences {
	readonly opening: string;
	readonly middle: readonly string[];
	readonly closing: string;
}

/** In every language in which a delegation may speak. */
export const sentences: Readonly<Record<Language, Sentences>> = {
	en: {
		opening: "Mr. Chair, {name} thanks the host country for convening this meeting. (Rehearsal text.)",
		middle: [
			"Peacekeepers serve in conditions that have become more dangerous every year.",
			"They need medical support that is close, reliable and well trained.",
			"Technology can help them to see what is coming, and to protect those who are in their care.",
			"Training before deployment remains the best investment that we can make together.",
			"We will continue to work with the Secretariat to turn our promises into capabilities on the ground.",
		],
		closing: "I thank you, Mr. Chair.",
	},
	fr: {
		opening:
			"Monsieur le Président, {name} remercie le pays hôte d’avoir convoqué cette réunion. (Texte de répétition.)",
		middle: [
			"Les Casques bleus servent dans des conditions chaque année plus dangereuses.",
			"Ils ont besoin d’un soutien médical proche, fiable et bien formé.",
			"La technologie peut les aider à anticiper la menace et à protéger les populations.",
			"La formation avant le déploiement demeure notre meilleur investissement commun.",
			"Nous continuerons de travailler avec le Secrétariat pour traduire nos engagements en capacités.",
		],
		closing: "Je vous remercie, Monsieur le Président.",
	},
	ar: {
		opening: "السيد الرئيس، يشكر وفد {name} البلد المضيف على عقد هذا الاجتماع. (نص تجريبي.)",
		middle: [
			"يخدم حفظة السلام في ظروف تزداد خطورة عاما بعد عام.",
			"وهم بحاجة إلى دعم طبي قريب وموثوق وجيد التدريب.",
			"ويبقى التدريب قبل الانتشار أفضل استثمار مشترك لنا.",
			"وسنواصل العمل مع الأمانة العامة لتحويل تعهداتنا إلى قدرات في الميدان.",
		],
		closing: "وشكرا، السيد الرئيس.",
	},
	zh: {
		opening: "主席先生，{name}感谢东道国召开本次会议。（演练文本。）",
		middle: [
			"维和人员的工作环境逐年变得更加危险。",
			"他们需要就近、可靠和训练有素的医疗支助。",
			"部署前培训仍然是我们最好的共同投入。",
			"我们将继续与秘书处合作，把承诺变为实地能力。",
		],
		closing: "谢谢主席先生。",
	},
	ru: {
		opening:
			"Господин Председатель, делегация ({name}) благодарит принимающую страну за созыв этого заседания. (Текст репетиции.)",
		middle: [
			"Миротворцы служат в условиях, которые с каждым годом становятся опаснее.",
			"Им нужна близкая, надежная и хорошо подготовленная медицинская помощь.",
			"Подготовка до развертывания остается нашим лучшим общим вложением.",
			"Мы продолжим работать с Секретариатом, чтобы обещания стали возможностями на местах.",
		],
		closing: "Благодарю Вас, господин Председатель.",
	},
	es: {
		opening:
			"Señor Presidente, {name} agradece al país anfitrión la convocatoria de esta reunión. (Texto de ensayo.)",
		middle: [
			"El personal de mantenimiento de la paz trabaja en condiciones cada año más peligrosas.",
			"Necesita un apoyo médico cercano, fiable y bien capacitado.",
			"La capacitación previa al despliegue sigue siendo nuestra mejor inversión común.",
			"Seguiremos trabajando con la Secretaría para convertir nuestras promesas en capacidades.",
		],
		closing: "Muchas gracias, señor Presidente.",
	},
	ko: {
		opening: "의장님, {name}은(는) 이번 회의를 개최해 주신 주최국에 감사드립니다. (연습용 문안입니다.)",
		middle: [
			"평화유지요원들은 해마다 더 위험해지는 환경에서 복무하고 있습니다.",
			"이들에게는 가깝고 믿을 수 있는 의료 지원이 필요합니다.",
			"배치 전 훈련은 우리가 함께할 수 있는 가장 좋은 투자입니다.",
		],
		closing: "감사합니다, 의장님.",
	},
};
