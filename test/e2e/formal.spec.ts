import type { Page } from "@playwright/test";
import { type FormalDelegation, personOf, startFormalSession } from "../support/formalConference.ts";
import { test as base, expect, type Hall, type Visitor } from "./fixtures.ts";
import { type Hands, keys, pointer } from "./hands.ts";
import { type Locale, words } from "./words.ts";

const test = base.extend({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
	server: async ({}, use) => {
		await using server = await startFormalSession();
		await use(server);
	},
});

/** Names of the delegations as the pages say them. */
const names: Record<Locale, Record<FormalDelegation, string>> = {
	en: {
		rwa: "Rwanda",
		usa: "United States of America",
		nor: "Norway",
		ury: "Uruguay",
		gha: "Ghana",
		idn: "Indonesia",
	},
	fr: {
		rwa: "Rwanda",
		usa: "États-Unis d’Amérique",
		nor: "Norvège",
		ury: "Uruguay",
		gha: "Ghana",
		idn: "Indonésie",
	},
	ar: {
		rwa: "رواندا",
		usa: "الولايات المتحدة الأمريكية",
		nor: "النرويج",
		ury: "أوروغواي",
		gha: "غانا",
		idn: "إندونيسيا",
	},
};

/** A session from its opening to its adjournment by a vote, through the screens only. */
class Session {
	readonly #hall: Hall;
	readonly #hands: Hands;
	readonly #locale: Locale;
	readonly #seats = new Map<FormalDelegation, Visitor>();

	constructor(hall: Hall, hands: Hands, locale: Locale) {
		this.#hall = hall;
		this.#hands = hands;
		this.#locale = locale;
	}

	async seat(...delegations: FormalDelegation[]): Promise<void> {
		const { server } = this.#hall;
		for (const delegation of delegations) {
			const link = await server.makeLink(personOf(delegation));
			const options = { locale: this.#locale, viewport: { width: 1440, height: 900 } };
			this.#seats.set(delegation, await this.#hall.join({ link }, options));
		}
	}

	at(delegation: FormalDelegation): Page {
		const seat = this.#seats.get(delegation);
		if (seat === undefined) throw new Error(`${delegation} has no seat`);
		return seat.page;
	}

	get chair(): Page {
		return this.at("rwa");
	}

	name(delegation: FormalDelegation): string {
		return names[this.#locale][delegation];
	}

	words(id: string): RegExp {
		return words(this.#locale, id);
	}

	button(page: Page, id: string) {
		return page
			.getByRole("button", { name: this.words(id) })
			.filter({ visible: true })
			.first();
	}

	/** Presses the button that a message stands on, by its key where the hands work with keys. */
	async press(page: Page, id: string, key?: string): Promise<void> {
		// What was pressed before is recorded and shown: a key means what is on the screen.
		await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
		await this.#hands.press(page, this.button(page, id), key);
	}

	/** An act of the chair that stands in the menu of rarer ones. */
	async pressRare(id: string, key: string): Promise<void> {
		await expect(this.chair.locator("[aria-busy=true]")).toHaveCount(0);
		if (this.#hands === keys) return this.chair.keyboard.press(key);
		await this.button(this.chair, "podium.moreActs").click();
		await this.chair.getByRole("menuitem", { name: this.words(id) }).click();
	}

	/** Sends the dialog that is open, and waits until it has gone. */
	async submit(page: Page, id: string): Promise<void> {
		const dialog = page.getByRole("dialog");
		await this.#hands.press(page, dialog.getByRole("button", { name: this.words(id) }));
		await expect(dialog).toHaveCount(0);
	}

	choose(page: Page, id: string): Promise<void> {
		return this.#hands.choose(page.getByRole("radio", { name: this.words(id) }));
	}

	/** Chooses a delegation among several in the dialog that is open. */
	chooseDelegation(page: Page, delegation: FormalDelegation): Promise<void> {
		return this.#hands.choose(page.getByRole("dialog").getByRole("radio", { name: this.name(delegation) }));
	}

	write(page: Page, id: string, text: string): Promise<void> {
		return this.#hands.write(page.getByRole("textbox", { name: this.words(id) }), text);
	}

	/** The next act of the chair. */
	async next(id: string): Promise<void> {
		await this.press(this.chair, id, "n");
	}

	/** The plate of whoever has the floor, on the chair's screen and on a delegate's. */
	async expectFloor(delegation: FormalDelegation): Promise<void> {
		for (const page of [this.chair, this.at("usa")])
			await expect(page.locator(".plate").first()).toContainText(this.name(delegation));
	}

	/** The delegations that wait, in their order, as the podium's table has them. */
	async expectOrder(...delegations: FormalDelegation[]): Promise<void> {
		const heads = this.chair.getByRole("grid").getByRole("rowheader");
		await expect(heads).toHaveCount(delegations.length);
		for (const [index, delegation] of delegations.entries())
			await expect(heads.nth(index)).toContainText(this.name(delegation));
	}

	/** Each delegation votes as it is said; the chair opens and closes the vote. */
	async vote(votes: Partial<Record<FormalDelegation, "yes" | "no" | "abstain">>): Promise<void> {
		await this.press(this.chair, "podium.putToVote", "m");
		await this.submit(this.chair, "podium.openBallot");
		for (const [delegation, vote] of Object.entries(votes)) {
			const page = this.at(delegation as FormalDelegation);
			await this.press(page, `procedure.${vote}`);
			await expect(
				page.getByRole("button", { name: this.words(`procedure.${vote}`), pressed: true }),
			).toBeVisible();
		}
		await this.press(this.chair, "podium.closeBallot", "m");
		await this.submit(this.chair, "podium.closeBallot");
	}
}

/** A formal session: group statement, exchange, point of order with challenge, absence, reply, adjournment. */
async function hold(session: Session): Promise<void> {
	const { chair } = session;
	await test.step("the meeting is opened and the list with it", async () => {
		await session.press(chair, "podium.openMeeting");
		await session.next("podium.startSegment");
		await session.press(chair, "podium.openList", "l");
		await session.submit(chair, "podium.openList");
	});
	await test.step("four delegations inscribe, one of them for a group", async () => {
		const nor = session.at("nor");
		await nor.locator("details.speak-options summary").press("Enter");
		await session.choose(nor, "delegate.behalfGroup");
		await session.write(nor, "delegate.groupName", "Nordic countries");
		await session.press(nor, "delegate.requestFloor");
		await expect(session.button(nor, "delegate.exchangePlaces")).toHaveCount(0);
		for (const delegation of ["ury", "gha", "idn"] as const) {
			await session.press(session.at(delegation), "delegate.requestFloor", "f");
			await expect(session.button(session.at(delegation), "delegate.exchangePlaces")).toBeVisible();
		}
		await session.expectOrder("nor", "ury", "gha", "idn");
	});
	await test.step("two of them exchange their places, because both agree", async () => {
		const ury = session.at("ury");
		await session.press(ury, "delegate.exchangePlaces");
		await session.chooseDelegation(ury, "gha");
		await session.submit(ury, "delegate.propose");
		await session.press(session.at("gha"), "delegate.agree");
		await session.expectOrder("nor", "gha", "ury", "idn");
	});
	await test.step("the statement for the group has the group's time", async () => {
		await session.next("podium.callNextName");
		await session.expectFloor("nor");
		await expect(chair.locator(".plate").first()).toContainText("Nordic countries");
		await expect(chair.getByRole("timer").first()).toContainText("5:00");
	});
	await test.step("a point of order interrupts it; the ruling is challenged and stands", async () => {
		const idn = session.at("idn");
		await session.press(idn, "delegate.pointOfOrder", "o");
		await session.write(idn, "delegate.pointText", "Two places were exchanged");
		await session.submit(idn, "delegate.raisePoint");
		await session.press(chair, "podium.giveFloor", "o");
		await session.expectFloor("idn");
		await session.press(chair, "podium.rule", "o");
		await session.choose(chair, "procedure.notUpheld");
		await session.submit(chair, "podium.announceRuling");
		await session.expectFloor("nor");
		await session.press(session.at("gha"), "delegate.challenge");
		await session.vote({ nor: "no", ury: "no", gha: "yes", idn: "abstain" });
		await expect(session.at("ury").getByText(session.words("delegate.rulingStands")).first()).toBeVisible();
		await session.press(chair, "podium.resume", "Space");
	});
	await test.step("who is called and absent goes to the end, visibly", async () => {
		await session.next("podium.callNextName");
		await session.expectFloor("gha");
		await session.pressRare("podium.markAbsent", "x");
		await session.submit(chair, "podium.markAbsent");
		await session.expectOrder("ury", "idn", "gha");
		await expect(session.at("gha").getByText(session.words("delegate.absentNext")).first()).toBeVisible();
	});
	await test.step("a reply to a statement is asked for and granted, and waits for the end of the list", async () => {
		await session.next("podium.callNextName");
		await session.expectFloor("ury");
		await session.press(session.at("ury"), "delegate.yieldFloor", "y");
		const nor = session.at("nor");
		await session.press(nor, "delegate.rightOfReply");
		await session.chooseDelegation(nor, "ury");
		await session.submit(nor, "delegate.requestReply");
		await session.press(chair, "podium.grant", "r");
		for (const delegation of ["idn", "gha"] as const) {
			await session.next("podium.callNextName");
			await session.expectFloor(delegation);
		}
		await session.next("podium.callReplyName");
		await session.expectFloor("nor");
		await expect(chair.locator(".plate-kind").first()).toHaveText(session.words("floor.reply"));
		await session.press(chair, "podium.end", "d");
	});
	await test.step("the meeting is adjourned by a vote", async () => {
		const idn = session.at("idn");
		await session.press(idn, "delegate.moveMotion", "m");
		await session.choose(idn, "procedure.adjournMeeting");
		await session.submit(idn, "delegate.move");
		await session.vote({ nor: "yes", ury: "yes", gha: "no", idn: "yes" });
		await expect(chair.getByText(session.words("meeting.closed")).first()).toBeVisible();
	});
}

const everybody: readonly FormalDelegation[] = ["rwa", "usa", "nor", "ury", "gha", "idn"];

test("a formal session from its opening to its adjournment", async ({ hall }) => {
	const session = new Session(hall, pointer, "en");
	await session.seat(...everybody);
	await hold(session);
});

test("the same session by keys alone", async ({ hall }) => {
	const session = new Session(hall, keys, "en");
	await session.seat(...everybody);
	await hold(session);
});

test("the same session in Arabic", async ({ hall }) => {
	const session = new Session(hall, pointer, "ar");
	await session.seat(...everybody);
	await hold(session);
});
