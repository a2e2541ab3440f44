import type { Formulas } from "./formulas.ts";

/** What a chair says in Arabic. */
export const arabic: Formulas = {
	person: {
		his: "معالي السيد {name}، {title}، {of}",
		her: "معالي السيدة {name}، {title}، {of}",
		either: "معالي السيد/السيدة {name}، {title}، {of}",
	},
	personWithoutTitle: {
		his: "معالي السيد {name}، {of}",
		her: "معالي السيدة {name}، {of}",
		either: "معالي السيد/السيدة {name}، {of}",
	},
	delegation: "وفد {of}",
	openMeeting: "أعلن افتتاح الجلسة: {meeting}.",
	resumeMeeting: "تُستأنف الجلسة.",
	giveFloor: "أعطي الكلمة الآن إلى {speaker}.",
	thankAndGive: "أشكر وفد {thanked} على بيانه، وأعطي الكلمة الآن إلى {speaker}.",
	pointOfOrder: "أعطي الكلمة إلى وفد {of} في نقطة نظام.",
	ruling: "أثار وفد {of} نقطة نظام، وسأبت فيها الآن.",
	rightOfReply: "أعطي الكلمة إلى وفد {of} ممارسةً لحق الرد.",
	closeList: "إن لم يكن هناك اعتراض، أعلن إقفال قائمة المتكلمين. تقرر ذلك.",
	suspend: "عُلّقت الجلسة.",
	adjourn: "رُفعت الجلسة.",
	ballot: "ننتقل الآن إلى التصويت على {motion}.",
	motions: {
		challenge: "الطعن في قرار الرئاسة",
		suspendMeeting: "اقتراح تعليق الجلسة",
		adjournMeeting: "اقتراح رفع الجلسة",
		adjournDebate: "اقتراح تأجيل المناقشة",
		closeDebate: "اقتراح إقفال باب المناقشة",
	},
	result: "نتيجة التصويت كما يلي: المؤيدون {yes}، المعارضون {no}، الممتنعون {abstain}.",
	adopted: "اعتُمد الاقتراح.",
	rejected: "رُفض الاقتراح.",
	overruled: "نُقض قرار الرئاسة.",
	stands: "يبقى قرار الرئاسة قائماً.",
	of: (name) => name,
};
