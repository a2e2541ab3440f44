import type { FormalDelegation } from "../support/formalConference.ts";
import { expect } from "./fixtures.ts";
import { keys, pointer } from "./hands.ts";
import { Session, test } from "./session.ts";

/** A formal session: group statement, exchange, point of order with challenge, absence, reply, adjournment. */
async function hold(session: Session): Promise<void> {
	const { chair } = session;
	await test.step("the meeting is opened and the list with it", () => session.open());
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

/** A session of a quarter of an hour, played by six people in one browser each. In ms. */
const longestSession = 240_000;

const everybody: readonly FormalDelegation[] = ["rwa", "usa", "nor", "ury", "gha", "idn"];

test("a formal session from its opening to its adjournment", async ({ hall }) => {
	test.setTimeout(longestSession);
	const session = new Session(hall, pointer, "en");
	await session.seat(...everybody);
	await hold(session);
});

test("the same session by keys alone", async ({ hall }) => {
	test.setTimeout(longestSession);
	const session = new Session(hall, keys, "en");
	await session.seat(...everybody);
	await hold(session);
});

test("the same session in Arabic", async ({ hall }) => {
	test.setTimeout(longestSession);
	const session = new Session(hall, pointer, "ar");
	await session.seat(...everybody);
	await hold(session);
});
