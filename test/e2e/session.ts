import type { Page } from "@playwright/test";
import { type FormalDelegation, personOf, startFormalSession } from "../support/formalConference.ts";
import { test as base, expect, type Hall, type Visitor } from "./fixtures.ts";
import { type Hands, keys } from "./hands.ts";
import { type Locale, words } from "./words.ts";

/** A server with a small session in which nothing has happened yet. */
export const test = base.extend({
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

/** The seats of a small session, and what one does at them through the screens only. */
export class Session {
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
		return this.visitor(delegation).page;
	}

	visitor(delegation: FormalDelegation): Visitor {
		const seat = this.#seats.get(delegation);
		if (seat === undefined) throw new Error(`${delegation} has no seat`);
		return seat;
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

	/** The chair opens the meeting and the list, until the chair closes it. */
	async open(): Promise<void> {
		await this.press(this.chair, "podium.openMeeting");
		await this.next("podium.startSegment");
		await this.press(this.chair, "podium.openList", "l");
		await this.submit(this.chair, "podium.openList");
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
