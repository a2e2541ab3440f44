import type { Formulas } from "./formulas.ts";

/** Names that take the article after "of": "of the United States of America". */
const withArticle =
	/^(?:United |Republic |Russian |Democratic |Lao People|Syrian |Central African|Dominican Republic|Netherlands|Philippines|Gambia|Bahamas|Maldives|Comoros|Marshall |Solomon |Holy See|State of |European |African |League |Organi[sz]ation |International )/;

/** What a chair says in English. */
export const english: Formulas = {
	person: {
		his: "His Excellency Mr. {name}, {title} of {of}",
		her: "Her Excellency Ms. {name}, {title} of {of}",
		either: "His/Her Excellency {name}, {title} of {of}",
	},
	personWithoutTitle: {
		his: "His Excellency Mr. {name} of {of}",
		her: "Her Excellency Ms. {name} of {of}",
		either: "His/Her Excellency {name} of {of}",
	},
	delegation: "the representative of {of}",
	openMeeting: "I declare the meeting open: {meeting}.",
	resumeMeeting: "The meeting is resumed.",
	giveFloor: "I now give the floor to {speaker}.",
	thankAndGive:
		"I thank the representative of {thanked} for the statement, and I now give the floor to {speaker}.",
	pointOfOrder: "I give the floor to the representative of {of} on a point of order.",
	ruling: "The representative of {of} has raised a point of order, and I shall now rule on it.",
	rightOfReply:
		"I give the floor to the representative of {of}, who wishes to speak in exercise of the right of reply.",
	closeList: "If I hear no objection, I shall take it that the list of speakers is closed. It is so decided.",
	suspend: "The meeting is suspended.",
	adjourn: "The meeting is adjourned.",
	ballot: "We shall now proceed to the vote on {motion}.",
	motions: {
		challenge: "the appeal against the ruling of the Chair",
		suspendMeeting: "the motion to suspend the meeting",
		adjournMeeting: "the motion to adjourn the meeting",
		adjournDebate: "the motion to adjourn the debate",
		closeDebate: "the motion to close the debate",
	},
	result: "The result of the vote is as follows. In favour: {yes}. Against: {no}. Abstentions: {abstain}.",
	adopted: "The motion is adopted.",
	rejected: "The motion is rejected.",
	overruled: "The ruling of the Chair is overruled.",
	stands: "The ruling of the Chair stands.",
	of: (name) => (withArticle.test(name) ? `the ${name}` : name),
};
