import type { Formulas } from "./formulas.ts";

/** What a chair says in Korean. */
export const korean: Formulas = {
	person: {
		his: "{of} {title} {name} 각하",
		her: "{of} {title} {name} 각하",
		either: "{of} {title} {name} 각하",
	},
	personWithoutTitle: {
		his: "{of} {name} 각하",
		her: "{of} {name} 각하",
		either: "{of} {name} 각하",
	},
	delegation: "{of} 대표",
	openMeeting: "회의를 개회하겠습니다: {meeting}.",
	resumeMeeting: "회의를 속개하겠습니다.",
	giveFloor: "이제 {speaker}의 발언을 듣겠습니다.",
	thankAndGive: "{thanked} 대표의 발언에 감사드립니다. 이제 {speaker}의 발언을 듣겠습니다.",
	pointOfOrder: "{of} 대표의 의사진행 발언을 듣겠습니다.",
	ruling: "{of} 대표가 의사진행 발언을 제기하였습니다. 이제 의장이 결정하겠습니다.",
	rightOfReply: "{of} 대표의 답변권 행사 발언을 듣겠습니다.",
	closeList: "이의가 없으시면 발언자 명단을 마감하겠습니다. 그렇게 결정되었습니다.",
	suspend: "회의를 정회하겠습니다.",
	adjourn: "회의를 산회하겠습니다.",
	ballot: "이제 {motion}에 대한 표결을 실시하겠습니다.",
	motions: {
		challenge: "의장의 결정에 대한 이의",
		suspendMeeting: "정회 동의",
		adjournMeeting: "산회 동의",
		adjournDebate: "토론 연기 동의",
		closeDebate: "토론 종결 동의",
	},
	result: "표결 결과는 다음과 같습니다. 찬성 {yes}, 반대 {no}, 기권 {abstain}.",
	adopted: "동의가 가결되었습니다.",
	rejected: "동의가 부결되었습니다.",
	overruled: "의장의 결정은 번복되었습니다.",
	stands: "의장의 결정은 유지됩니다.",
	of: (name) => name,
};
