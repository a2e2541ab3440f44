/** Each viewer of the test with the representative it is signed in as. */
export const viewers = {
	public: undefined,
	reader: "idn-reader",
	ownChair: "idn-chair",
	otherDelegate: "ury-minister",
	presiding: "rwa-chair",
	coChair: "usa-chair",
	desk: "desk",
	booth: "fr-booth-1",
	signBooth: "sign-booth-1",
	operator: "operator",
	/** The secretariat of another conference on the same server, under the same id there. */
	otherDesk: "desk",
	/** A delegate of the delegation itself, whose link was revoked. */
	revoked: "idn-speaker",
} as const;
export type Viewer = keyof typeof viewers;
export const everybody = Object.keys(viewers) as Viewer[];
export const seoulViewers = everybody.filter((each) => each !== "otherDesk");

export const delegation: readonly Viewer[] = ["reader", "ownChair"];
export const podium: readonly Viewer[] = ["ownChair", "presiding", "coChair"];
export const room: readonly Viewer[] = [
	"reader",
	"ownChair",
	"otherDelegate",
	"presiding",
	"coChair",
	"desk",
	"booth",
	"signBooth",
	"operator",
];
export const booths: readonly Viewer[] = ["booth", "signBooth"];
