import type { Page } from "@playwright/test";
import type { Hall } from "./fixtures.ts";

/** A page of ours without any of our scripts, signed in as somebody, with camera and microphone. */
export async function barePage(hall: Hall, representativeId: string): Promise<Page> {
	const { server } = hall;
	// What is at that address has no icon, for which the browser asks.
	hall.expectMissing();
	const { page } = await hall.visit("/healthz", { permissions: ["camera", "microphone"] });
	const cookie = await server.cookieBy(await server.makeLink(representativeId));
	const [name = "", value = ""] = cookie.split("=");
	await page.context().addCookies([{ name, value, url: new URL(page.url()).origin }]);
	return page;
}
