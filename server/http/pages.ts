import type { Request, Response } from "express";
import { type Audience, publicAudience } from "../../shared/conference/audience.ts";
import { inLanguage } from "../../shared/conference/common.ts";
import type { Boot, PublicScreen } from "../../shared/protocol/boot.ts";
import type { Locale } from "../../shared/protocol/locale.ts";
import type { Conference } from "../conference/conference.ts";
import { seatOf } from "../conference/seat.ts";
import type { Names } from "../directory/names.ts";
import type { Entry, EntryFiles } from "./assets.ts";
import { Cards, CardsBusy } from "./cards/cards.ts";
import { EncodedBody } from "./encodedBody.ts";
import type { Preview } from "./html.ts";
import { page } from "./html.ts";
import { askedLocale, askedTheme, localeOf, type Theme, themeOf } from "./locale.ts";
import { HttpRefusal } from "./refusal.ts";
import type { Notice, Renderer } from "./renderer.ts";
import type { Security } from "./security.ts";
import type { Snapshots } from "./snapshots.ts";

export interface PagesOptions {
	readonly renderer: Renderer;
	/** Nothing when the client has not been built: then pages have neither styles nor scripts. */
	readonly assets: Readonly<Record<Entry, EntryFiles>> | undefined;
	readonly snapshots: Snapshots;
	readonly security: Security;
	readonly names: Names;
	/** Public origin that stands in absolute addresses. */
	origin(): string;
}

/** How long a rendered public page serves everybody who comes, in ms; its socket brings what happened since. */
const servedMs = 1000;

const mostServed = 500;

const noFiles: EntryFiles = { scripts: [], preloads: [], styles: [], late: [] };

/** Makes the HTML pages: in the reader's language and theme, the public ones once for all who come within a second. */
export class Pages {
	readonly #options: PagesOptions;
	readonly #cards = new Cards();
	readonly #served = new Map<string, { readonly madeAt: number; readonly body: Promise<EncodedBody> }>();

	constructor(options: PagesOptions) {
		this.#options = options;
	}

	/** A page that everybody may see: rendered complete, the same for everybody. */
	async public(
		request: Request,
		response: Response,
		conference: Conference,
		screen: PublicScreen,
		about = "",
	): Promise<void> {
		const isEmbed = screen === "embed";
		// What stands within another site's page takes no cookie from there, and gives none.
		const locale = isEmbed ? askedLocale(request) : localeOf(request, response);
		const theme = isEmbed ? askedTheme(request) : themeOf(request);
		if (isEmbed) this.#options.security.allowFraming(request, response);
		const subject = screen === "audience" ? this.#options.origin() : about;
		const body = await this.#publicBody(conference, screen, subject, locale, theme);
		response.vary("Cookie").vary("Accept-Language").type("html").set("Cache-Control", "public, max-age=1");
		await body.send(request, response);
	}

	/** A console: the person's seat and all that the person may see, for the scripts to begin with. */
	async console(
		request: Request,
		response: Response,
		conference: Conference,
		viewer: { readonly representativeId: string; readonly audience: Audience },
	): Promise<void> {
		const locale = localeOf(request, response);
		const boot = this.#boot(conference, "console", "", locale, viewer);
		const html = page({
			locale,
			theme: themeOf(request),
			files: this.#files("console"),
			title: inLanguage(conference.state.profile.title, locale),
			html: "",
			boot: boot.json,
			nonce: this.#options.security.allowNonce(request, response),
			isPersonal: true,
		});
		response.type("html").set("Cache-Control", "private, no-store").send(html);
	}

	/** A short page that says what is the matter and what to do. The status is the caller's. */
	async notice(
		request: Request,
		response: Response,
		kind: Notice["kind"],
		params: Notice["params"] = {},
	): Promise<void> {
		const locale = localeOf(request, response);
		const theme = themeOf(request);
		const rendered = await this.#options.renderer.renderNotice({ locale, kind, params, theme });
		const html = page({ locale, theme, files: this.#files("audience"), ...rendered, isPersonal: true });
		response.type("html").set("Cache-Control", "private, no-store").send(html);
	}

	#publicBody(
		conference: Conference,
		screen: PublicScreen,
		about: string,
		locale: Locale,
		theme: Theme | undefined,
	): Promise<EncodedBody> {
		const key = [conference.id, screen, locale, theme, about].join("/");
		const now = performance.now();
		// There are as many pages as pledges; what nobody asked for lately is not kept.
		if (this.#served.size > mostServed)
			for (const [each, { madeAt }] of this.#served) if (now - madeAt >= servedMs) this.#served.delete(each);
		const known = this.#served.get(key);
		if (known !== undefined && now - known.madeAt < servedMs) return known.body;
		const body = this.#renderPublic(conference, screen, about, locale, theme);
		this.#served.set(key, { madeAt: now, body });
		// A failure must not be served for a second to everybody else.
		body.catch(() => this.#served.delete(key));
		return body;
	}

	async #renderPublic(
		conference: Conference,
		screen: PublicScreen,
		about: string,
		locale: Locale,
		theme: Theme | undefined,
	): Promise<EncodedBody> {
		const { boot, json } = this.#boot(conference, screen, about, locale);
		const rendered = await this.#options.renderer.render(boot);
		const files = this.#files("audience");
		const preview = await this.#preview(boot);
		const opensOutside = screen === "embed";
		const begins = screen === "audience" ? "lead" : undefined;
		const parts = { locale, theme, files, style: files.carried, ...rendered, preview, opensOutside, begins };
		return new EncodedBody(page({ ...parts, boot: json }));
	}

	async #preview(boot: Boot): Promise<Preview> {
		const { description } = await this.#options.renderer.renderWords(boot);
		const base = `${this.#options.origin()}/${boot.conferenceId}`;
		const { screen, about, locale } = boot;
		const place =
			screen === "pledge" ? `/pledges/${about}` : screen === "delegation" ? `/delegations/${about}` : "";
		const query = screen === "rows" && about !== "" ? `?${about}` : "";
		const address = screen === "rows" ? `${base}/pledges${query}` : `${base}${place}`;
		const image = `${place === "" ? `${base}/tally` : address}.png?lang=${locale}`;
		return { description, address, image };
	}

	/** The picture of a public page for link previews. @throws HttpRefusal when too many are asked for */
	async picture(
		request: Request,
		response: Response,
		conference: Conference,
		screen: PublicScreen,
		about = "",
	): Promise<void> {
		const locale = localeOf(request, response);
		const { boot } = this.#boot(conference, screen, about, locale);
		const { description, pledges } = await this.#options.renderer.renderWords(boot);
		const texts = { headline: description, pledges };
		const drawn = this.#cards.png(conference.state, screen, about, locale, texts);
		const { png, etag } = await drawn.catch((error: unknown) => {
			throw error instanceof CardsBusy ? new HttpRefusal(429, "tooManyRequests") : error;
		});
		response.vary("Cookie").vary("Accept-Language").type("png").set("Cache-Control", "public, max-age=60");
		response.set("ETag", etag);
		if (request.get("If-None-Match") === etag) response.status(304).end();
		else response.end(png);
	}

	/** The boot data as an object and as JSON, in which the snapshot is not encoded again. */
	#boot(
		conference: Conference,
		screen: Boot["screen"],
		about: string,
		locale: Locale,
		viewer?: { readonly representativeId: string; readonly audience: Audience },
	): { boot: Boot; json: string } {
		const snapshot = this.#options.snapshots.of(conference, viewer?.audience ?? publicAudience);
		const head = {
			conferenceId: conference.id,
			locale,
			screen,
			about,
			seat: seatOf(conference.state, viewer?.representativeId),
			person: viewer === undefined ? null : this.#person(conference.id, viewer.representativeId, locale),
			now: conference.now(),
			rate: conference.state.profile.clock.rate,
		};
		const json = `${JSON.stringify(head).slice(0, -1)},"snapshot":${snapshot.json}}`;
		return { boot: { ...head, snapshot: snapshot.message }, json };
	}

	#person(conferenceId: string, representativeId: string, locale: Locale): Boot["person"] {
		const plate = this.#options.names.plateOf(conferenceId, representativeId);
		return plate === undefined ? null : { name: plate.name, title: inLanguage(plate.title, locale) };
	}

	#files(entry: Entry): EntryFiles {
		return this.#options.assets?.[entry] ?? noFiles;
	}
}
