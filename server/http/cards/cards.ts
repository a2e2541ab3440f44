import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Localized } from "../../../shared/conference/common.ts";
import { inLanguage } from "../../../shared/conference/common.ts";
import { pledgeNumbered } from "../../../shared/conference/figures.ts";
import type { State } from "../../../shared/conference/state.ts";
import { tally } from "../../../shared/conference/tally.ts";
import type { PublicScreen } from "../../../shared/protocol/boot.ts";
import type { Locale } from "../../../shared/protocol/locale.ts";
import { card } from "./card.ts";
import { canDraw, rasterize } from "./rasterizer.ts";

const flags = new URL("./3x2/", import.meta.resolve("country-flag-icons/package.json"));
/** Pictures that are kept; each is some 40 kB. */
const mostKept = 300;
/** Drawn at once: a picture takes a tenth of a second of the processor that everybody shares. */
const atOnce = 1;
/** Waiting for their turn; more are refused, because whoever asks for that many is no reader. */
const mostWaiting = 40;

/** Too many pictures are being asked for. */
export class CardsBusy extends Error {
	override name = "CardsBusy";
}

/** The words around the figures, which the caller has in the reader's language. */
export interface CardTexts {
	/** The sentence of the headline. */
	readonly headline: string;
	/** What stands under the name of a delegation. */
	readonly pledges: string;
}

/** Pictures for link previews, drawn when first asked for and kept by what they show. */
export class Cards {
	readonly #kept = new Map<string, Buffer>();
	#running = 0;
	readonly #waiting: (() => void)[] = [];

	/** @throws CardsBusy */
	async png(
		state: State,
		screen: PublicScreen,
		about: string,
		locale: Locale,
		texts: CardTexts,
	): Promise<{ readonly png: Buffer; readonly etag: string }> {
		const svg = await this.#svg(state, screen, about, locale, texts);
		const key = createHash("sha256").update(svg).digest("base64url");
		const known = this.#kept.get(key);
		const png = known ?? (await this.#drawn(svg));
		// What was asked for last is dropped last.
		this.#kept.delete(key);
		this.#kept.set(key, png);
		for (const [oldest] of this.#kept) {
			if (this.#kept.size <= mostKept) break;
			this.#kept.delete(oldest);
		}
		return { png, etag: `"${key.slice(0, 22)}"` };
	}

	async #drawn(svg: string): Promise<Buffer> {
		if (this.#waiting.length >= mostWaiting) throw new CardsBusy();
		if (this.#running >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		this.#running += 1;
		try {
			return await rasterize(svg);
		} finally {
			this.#running -= 1;
			this.#waiting.shift()?.();
		}
	}

	async #svg(
		state: State,
		screen: PublicScreen,
		about: string,
		locale: Locale,
		texts: CardTexts,
	): Promise<string> {
		const say = (text: Localized) => inLanguage(text, locale);
		const conference = say(state.profile.title);
		const pledge = screen === "pledge" ? pledgeNumbered(Number(about), state) : undefined;
		const id = pledge?.delegationId ?? about;
		const delegation = state.delegations.delegations.get(id);
		if (pledge === undefined && delegation === undefined) {
			const { pledges, participants, delegations } = tally(state);
			const foot = `${pledges} · ${delegations} / ${participants}`;
			return card({ locale, heading: conference, text: texts.headline, foot, conference, flag: null });
		}
		const flag = delegation?.flag == null ? null : await this.#flag(delegation.flag);
		const heading = delegation === undefined ? id : say(delegation.name);
		if (pledge === undefined) {
			const text = delegation === undefined ? id : say(delegation.formalName);
			return card({ locale, heading, text, foot: texts.pledges, conference, flag });
		}
		const need = state.needs.needs.get(pledge.needId ?? "");
		const foot = need === undefined ? `P-${String(pledge.number).padStart(3, "0")}` : say(need.title);
		// In a script that the picture has no letters for, who pledges is said instead of what.
		const text = canDraw(pledge.title)
			? pledge.title
			: delegation === undefined
				? id
				: say(delegation.formalName);
		return card({ locale, heading, text, foot, conference, flag });
	}

	/** The flag as the pages show it; nothing where there is no file. */
	async #flag(code: string): Promise<string | null> {
		return readFile(new URL(`${code.toUpperCase()}.svg`, flags), "utf8").catch(() => null);
	}
}
