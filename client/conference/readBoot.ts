import type { Boot } from "../../shared/protocol/boot.ts";

/** What the server wrote into the page. It is this product's own server and page, so that it is taken as it is. */
export function readBoot(): Boot {
	const text = document.getElementById("boot")?.textContent;
	if (text == null) throw new Error("The page has no boot data.");
	return JSON.parse(text) as Boot;
}
