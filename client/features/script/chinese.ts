import type { Formulas } from "./formulas.ts";

/** What a chair says in Chinese. */
export const chinese: Formulas = {
	person: {
		his: "{of}{title}{name}先生阁下",
		her: "{of}{title}{name}女士阁下",
		either: "{of}{title}{name}阁下",
	},
	personWithoutTitle: {
		his: "{of}{name}先生阁下",
		her: "{of}{name}女士阁下",
		either: "{of}{name}阁下",
	},
	delegation: "{of}代表",
	openMeeting: "我宣布会议开始：{meeting}。",
	resumeMeeting: "现在复会。",
	giveFloor: "现在请{speaker}发言。",
	thankAndGive: "感谢{thanked}代表的发言。现在请{speaker}发言。",
	pointOfOrder: "{of}代表要求就程序问题发言。现在请{of}代表发言。",
	ruling: "{of}代表提出了程序问题。主席现在作出裁决。",
	rightOfReply: "{of}代表要求行使答辩权。现在请{of}代表发言。",
	closeList: "如无异议，我宣布发言名单截止。就这样决定。",
	suspend: "现在暂停会议。",
	adjourn: "现在散会。",
	ballot: "现在就{motion}进行表决。",
	motions: {
		challenge: "对主席裁决提出的异议",
		suspendMeeting: "暂停会议的动议",
		adjournMeeting: "休会的动议",
		adjournDebate: "暂停辩论的动议",
		closeDebate: "结束辩论的动议",
	},
	result: "表决结果如下：赞成{yes}票，反对{no}票，弃权{abstain}票。",
	adopted: "动议通过。",
	rejected: "动议未获通过。",
	overruled: "主席的裁决被推翻。",
	stands: "主席的裁决维持不变。",
	of: (name) => name,
};
