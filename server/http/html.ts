import { dir, type Locale } from "../../shared/protocol/locale.ts";
import type { CarriedStyle, EntryFiles } from "./assets.ts";
import type { Theme } from "./locale.ts";
import type { Rendered } from "./renderer.ts";

/** Text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&#39;");
}

/** A link preview: addresses are absolute, because others fetch them. */
export interface Preview {
	readonly description: string;
	readonly address: string;
	/** A PNG of 1200 by 630 px. */
	readonly image: string;
}

/** What a page is put together of. */
export interface PageParts extends Rendered {
	readonly locale: Locale;
	readonly theme: Theme | undefined;
	readonly files: EntryFiles;
	/** In place of links to the style sheets: who comes for the first time need not wait for another answer. */
	readonly style?: CarriedStyle | undefined;
	/** Id of the part up to which nothing is drawn, so that what the page begins with stands still. */
	readonly begins?: string | undefined;
	/** JSON for the page's script; a page without it is complete as it is and loads no script. */
	readonly boot?: string;
	/** Allows the one style element that the consoles' components add. */
	readonly nonce?: string;
	/** What a link to the page shows where it is shared. */
	readonly preview?: Preview;
	/** Links open in a page of their own: for what stands in another site's frame. */
	readonly opensOutside?: boolean;
	/** Keeps search engines away from personal pages. */
	readonly isPersonal?: boolean;
}

/** The document around what the components rendered. No attribute or element here needs an inline style or script. */
export function page(parts: PageParts): string {
	const { locale, theme, files, boot, nonce } = parts;
	const language = locale === "qps" ? "en" : locale;
	const head = [
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(parts.title)}</title>`,
		'<link rel="icon" type="image/svg+xml" href="/favicon.svg">',
	];
	if (parts.preview !== undefined) head.push(...previewTags(parts.title, parts.preview));
	if (parts.opensOutside === true) head.push('<base target="_blank">');
	if (parts.isPersonal === true) head.push('<meta name="robots" content="noindex">');
	if (nonce !== undefined) head.push(`<meta property="csp-nonce" nonce="${nonce}">`);
	if (parts.begins !== undefined)
		head.push(`<link rel="expect" href="#${escapeHtml(parts.begins)}" blocking="render">`);
	if (parts.style !== undefined) head.push(`<style>${parts.style.text}</style>`);
	else head.push(...files.styles.map(styleLink));
	if (files.inline !== undefined) head.push(`<script type="module">${files.inline}</script>`);
	const late = files.late.map(styleLink).join("");
	const themed = theme === undefined ? "" : ` data-theme="${theme}"`;
	return [
		"<!doctype html>",
		`<html lang="${language}" dir="${dir(locale)}"${themed}>`,
		`<head>${head.join("")}</head>`,
		`<body><div id="root">${parts.html}</div>${late}${boot === undefined ? "" : scripts(boot, files)}</body>`,
		"</html>",
		"",
	].join("\n");
}

function styleLink(href: string): string {
	return `<link rel="stylesheet" href="${escapeHtml(href)}">`;
}

/** They stand behind the page and give way to its styles: it is read before it comes alive. */
function scripts(boot: string, files: EntryFiles): string {
	return [
		// A "<" within the data could end the script element; in JSON it may as well be written as an escape.
		`<script type="application/json" id="boot">${boot.replaceAll("<", "\\u003c")}</script>`,
		...files.preloads.map(
			(href) => `<link rel="modulepreload" href="${escapeHtml(href)}" fetchpriority="low">`,
		),
		...files.scripts.map(
			(src) => `<script type="module" src="${escapeHtml(src)}" fetchpriority="low"></script>`,
		),
	].join("");
}

function previewTags(title: string, { description, address, image }: Preview): string[] {
	const said = (property: string, content: string) =>
		`<meta property="${property}" content="${escapeHtml(content)}">`;
	return [
		`<meta name="description" content="${escapeHtml(description)}">`,
		`<link rel="canonical" href="${escapeHtml(address)}">`,
		said("og:type", "website"),
		said("og:title", title),
		said("og:description", description),
		said("og:url", address),
		said("og:image", image),
		said("og:image:type", "image/png"),
		said("og:image:width", "1200"),
		said("og:image:height", "630"),
		'<meta name="twitter:card" content="summary_large_image">',
	];
}
