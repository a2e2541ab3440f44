import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, type Hall, test, type Visitor } from "./fixtures.ts";
import { type Locale, locales, words } from "./words.ts";

const schemes = ["light", "dark"] as const;

/** What opens a dialog: the words of the button that does, or the way there. */
type Opening = string | ((page: Page, locale: Locale) => Promise<void>);

interface Screen {
	readonly name: string;
	open(hall: Hall): Promise<Visitor>;
	/** Brings the page, just loaded, to where the dialogs are. */
	readonly prepare?: (page: Page, locale: Locale) => Promise<void>;
	readonly dialogs: readonly Opening[];
}

async function press(page: Page, locale: Locale, id: string): Promise<void> {
	const name = words(locale, id);
	await page.getByRole("button", { name }).filter({ visible: true }).first().click();
}

/** By way of the menu of the second in the list. */
function fromMenu(item: string): Opening {
	return async (page, locale) => {
		const grid = page.getByRole("grid");
		await grid
			.getByRole("button", { name: words(locale, "podium.moveName") })
			.nth(1)
			.click();
		await page.getByRole("menuitem", { name: words(locale, item) }).click();
	};
}

/** By the button of the first row that has one. */
function rowAct(item: string): Opening {
	return async (page, locale) => {
		await page
			.getByRole("button", { name: words(locale, item) })
			.first()
			.click();
	};
}

/** By way of what else can be done with the list as a whole. */
function fromListMenu(item: string): Opening {
	return async (page, locale) => {
		await press(page, locale, "podium.moreListActs");
		await page.getByRole("menuitem", { name: words(locale, item) }).click();
	};
}

const allShortcuts: Opening = (page) => page.keyboard.press("?");

/** Chooses in the filter of the desk what stands at a step, then its first row. */
function rowAt(step: string): (page: Page, locale: Locale) => Promise<void> {
	return async (page, locale) => {
		await page.getByRole("combobox", { name: words(locale, "desk.state") }).selectOption(step);
		await page.getByRole("grid").getByRole("row").nth(1).click();
	};
}

function view(part: "pledges" | "delegations" | "programme" | "messages"): Screen["open"] {
	return async (hall) => {
		const visitor = await hall.join("secretariat");
		await visitor.page.goto(visitor.page.url().replace(/secretariat.*/, `secretariat/${part}`));
		return visitor;
	};
}

const screens: readonly Screen[] = [
	{ name: "the public page", open: (hall) => hall.audience(), dialogs: [] },
	{
		name: "the plenary screen",
		open: (hall) => hall.visit(`/${hall.server.conferenceId}/screen`),
		dialogs: [],
	},
	{
		name: "a personal link",
		open: (hall) => hall.visit(new URL(hall.server.link("host")).pathname),
		dialogs: [],
	},
	{ name: "an address that does not exist", open: (hall) => hall.visit("/nowhere"), dialogs: [] },
	{
		name: "the delegate's console",
		async open(hall) {
			const visitor = await hall.join("delegate");
			await press(visitor.page, "en", "delegate.requestFloor");
			await expect(visitor.page.getByText("You are in the list")).toBeVisible();
			return visitor;
		},
		dialogs: [
			allShortcuts,
			"delegate.addPledge",
			"initiative.readText",
			"delegate.declareSupport",
			"delegate.changeSpeaker",
			(page, locale) =>
				page
					.getByRole("article")
					.getByRole("button", { name: words(locale, "delegate.takeBack") })
					.first()
					.click(),
		],
	},
	{
		name: "what a delegate asks for beside the floor",
		open: (hall) => hall.join("delegate"),
		dialogs: [
			"delegate.pointOfOrder",
			"delegate.rightOfReply",
			"delegate.moveMotion",
			"texts.file",
			(page) => page.keyboard.press("w"),
		],
	},
	{
		name: "the podium",
		open: (hall) => hall.join("chair"),
		dialogs: [
			allShortcuts,
			"podium.add",
			fromListMenu("podium.announceClosing"),
			fromListMenu("podium.limits"),
			fromListMenu("podium.modeRequests"),
			"podium.writeToSecretariat",
			"podium.hand",
			"podium.suspendMeeting",
			"podium.closeMeeting",
			fromMenu("podium.moveFirst"),
			fromMenu("podium.moveBeforeOther"),
			fromMenu("podium.markAbsent"),
			fromMenu("podium.takeOff"),
		],
	},
	{
		name: "the pledge desk with a submitted pledge",
		open: view("pledges"),
		prepare: rowAt("submitted"),
		dialogs: [allShortcuts, "desk.query"],
	},
	{
		name: "the pledge desk with a cleared pledge",
		open: view("pledges"),
		prepare: rowAt("cleared"),
		dialogs: ["desk.announce"],
	},
	{
		name: "the pledge desk with an announced pledge",
		open: view("pledges"),
		prepare: rowAt("announced"),
		dialogs: ["deskact.correct", "deskact.merge", "deskact.report", "pledgeimport.open", "deskrate.open"],
	},
	{
		name: "the delegations of the secretariat",
		open: view("delegations"),
		prepare: async (page) => page.getByRole("grid").getByRole("row").nth(2).click(),
		dialogs: [
			"secretariat.addRepresentative",
			"secretariat.makeLink",
			"secretariat.change",
			"secretariat.withdraw",
		],
	},
	{
		name: "the programme of the secretariat",
		open: view("programme"),
		dialogs: [
			"secretariat.changeTimes",
			"secretariat.addDelegation",
			(page, locale) =>
				page
					.getByRole("button", { name: words(locale, "secretariat.changeNeedOf") })
					.first()
					.click(),
			"secretariat.openInitiative",
			"version.new",
			"secretariat.declareInWriting",
			"secretariat.rules",
			"secretariat.setLimits",
			"secretariat.addDocument",
			"secretariat.replaceHolder",
		],
	},
	{
		name: "a speakers’ list at the desk of the secretariat",
		open: view("programme"),
		prepare: (page, locale) =>
			page
				.getByRole("link", { name: words(locale, "secretariat.showList") })
				.first()
				.click(),
		dialogs: [
			async (page, locale) => {
				await press(page, locale, "secretariat.import");
				await page
					.getByRole("dialog")
					.getByRole("textbox")
					.first()
					.fill("delegation,mode\nfin,written\nAtlantis,sung");
			},
			rowAct("secretariat.changeOf"),
			rowAct("secretariat.slotOf"),
			rowAct("secretariat.takeOffOf"),
		],
	},
	{
		name: "the operator’s console",
		open: (hall) => hall.join("operator"),
		prepare: (page) => page.getByRole("main").waitFor(),
		dialogs: [allShortcuts, "operator.write"],
	},
	{
		name: "an interpreter’s booth",
		open: (hall) => hall.join("interpreter"),
		prepare: (page) => page.locator(".air-card").waitFor(),
		dialogs: [],
	},
	{
		name: "the captioner’s console",
		open: (hall) => hall.join("captioner"),
		prepare: (page) => page.locator(".caption-writer").waitFor(),
		dialogs: [],
	},
	{
		name: "the messages of the secretariat",
		open: view("messages"),
		dialogs: ["secretariat.writeToChair"],
	},
];

/** Everything that axe finds on the page, or in the dialog that is open on it, in words. */
async function findings(page: Page, within?: string): Promise<string[]> {
	const builder = within === undefined ? new AxeBuilder({ page }) : new AxeBuilder({ page }).include(within);
	const { violations } = await builder.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
	);
}

/** A page that has arrived: its fonts are there, and what fades in has done so. */
async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		const ending = document.getAnimations().filter(({ effect, playState }) => {
			return playState === "running" && Number.isFinite(Number(effect?.getComputedTiming().endTime));
		});
		await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
	});
}

async function load(page: Page, locale: string): Promise<void> {
	const address = new URL(page.url());
	address.searchParams.set("lang", locale);
	await page.goto(address.href);
	await expect(page.getByRole("banner")).toBeVisible();
}

// Half of all journeys stand in this file: what the other files leave free takes part in it.
test.describe.configure({ mode: "parallel" });

// One test for each language: a screen with many dialogs takes axe minutes.
for (const screen of screens)
	for (const locale of locales)
		test(`axe finds nothing on ${screen.name}, ${locale}`, async ({ hall }) => {
			test.setTimeout(300_000);
			const { page } = await screen.open(hall);
			await page.emulateMedia({ reducedMotion: "reduce" });
			if (screen.name.includes("not exist")) hall.expectMissing();
			await load(page, locale);
			await screen.prepare?.(page, locale);
			for (const colorScheme of schemes) {
				await page.emulateMedia({ colorScheme });
				await settled(page);
				expect.soft(await findings(page), colorScheme).toEqual([]);
			}
			for (const opening of screen.dialogs) await lookInto(page, locale, opening);
		});

/** Opens a dialog, looks at it in every scheme, and closes it again. */
async function lookInto(page: Page, locale: Locale, opening: Opening): Promise<void> {
	if (typeof opening === "string") await press(page, locale, opening);
	else await opening(page, locale);
	const dialog = page.getByRole("dialog");
	const title = await dialog.getByRole("heading").first().innerText();
	for (const colorScheme of schemes) {
		await page.emulateMedia({ colorScheme });
		await settled(page);
		const found = await findings(page, "dialog[open]");
		expect.soft(found, `${colorScheme}, dialog “${title}”`).toEqual([]);
	}
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();
}

/** Texts that do not fit into their button, and how far the page sticks out at the side. */
function misfits(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const found =
			scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in a window of ${clientWidth}`] : [];
		for (const button of document.querySelectorAll<HTMLElement>("button, summary, .button, [role=tab]")) {
			if (!button.checkVisibility() || getComputedStyle(button).display === "inline") continue;
			const isClipped =
				button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1;
			if (isClipped) found.push(`clipped: ${button.innerText.replaceAll(/\s+/g, " ")}`);
		}
		return found;
	});
}

for (const screen of screens)
	test(`longer texts fit on ${screen.name}`, async ({ hall }) => {
		const { page } = await screen.open(hall);
		if (screen.name.includes("not exist")) hall.expectMissing();
		await load(page, "qps");
		for (const [width, height] of [
			[1440, 900],
			[1024, 768],
			[390, 844],
		] as const) {
			await page.setViewportSize({ width, height });
			await settled(page);
			expect.soft(await misfits(page), `${width} × ${height}`).toEqual([]);
		}
	});
