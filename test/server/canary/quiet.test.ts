import { expect, it } from "vitest";
import * as z from "zod/mini";
import type { Command } from "../../../shared/conference/decider.ts";
import { snapshotMessage } from "../../../shared/protocol/snapshot.ts";
import { House, sit } from "../../support/canary/house.ts";
import { delegation, everybody, podium, type Viewer } from "../../support/canary/viewers.ts";
import { content, person } from "../../support/factories.ts";

/**
 * Types of the events that a viewer has been sent since its wire was so long; beats of the heart are no events, nor is what
 * operators are told by the second of what forwards sound and picture.
 */
function told(house: House, viewer: Viewer, since: number): string[] {
	const lines = (house.watcher(viewer).socket?.wire ?? "").slice(since).split("\n");
	const packets = lines.filter((line) => line !== "" && line !== "2");
	return packets.flatMap((packet) => {
		const [name, frame] = JSON.parse(packet.slice(2)) as [string, { events: { type: string }[] }];
		if (name === "monitor") return [];
		return name === "frame" ? frame.events.map(({ type }) => type) : [name];
	});
}

it("VI2-VI4 a private act is not one packet on the sockets of others, and no figure moves", async () => {
	const house = await House.open();
	const { server } = house;
	await sit(house);
	await house.ring();
	const publicly = async () => {
		const tally = (await (await fetch(server.at("/api/conferences/seoul/tally"))).json()) as { at: string };
		const snapshot = await fetch(server.at("/api/conferences/seoul/snapshot"));
		expect(z.safeParse(snapshotMessage, await snapshot.json()).error).toBeUndefined();
		const metrics = await (await fetch(server.at("/metrics"))).text();
		const figures = metrics.split("\n").filter((line) => line.startsWith("plenaria_"));
		return JSON.stringify([{ ...tally, at: "" }, snapshot.headers.get("etag"), figures]);
	};
	/** Whoever is not concerned is told of nothing but the bell that rings afterwards. */
	const quiet = async (concerned: readonly Viewer[], acts: () => Promise<void>) => {
		const shown = await publicly();
		const lengths = new Map(
			everybody.map((viewer) => [viewer, house.watcher(viewer).socket?.wire.length ?? 0]),
		);
		const feed = house.watcher("public").feed.events.length;
		await acts();
		expect(await publicly()).toBe(shown);
		await house.ring();
		const listening = everybody.filter((viewer) => viewer !== "revoked");
		const news = listening.map((viewer) => [viewer, told(house, viewer, lengths.get(viewer)!)] as const);
		for (const [viewer, types] of news) expect(types.at(-1), viewer).toBe("NeedChanged");
		const touched = news.filter(([, types]) => types.length > 1).map(([viewer]) => viewer);
		expect(touched).toEqual(concerned);
		expect(
			house
				.watcher("public")
				.feed.events.slice(feed)
				.map(({ event }) => event),
		).toEqual(["tally"]);
	};

	let pledgeId = "";
	await quiet(delegation, async () => {
		const draft: Command = { type: "draftPledge", delegationId: "idn", content: content() };
		pledgeId = await house.act("idn-pledger", draft);
		for (let index = 0; index < 10; index += 1)
			await house.act("idn-pledger", {
				...{ type: "revisePledge", pledgeId, content: content({ title: `Draft ${index}` }) },
			});
	});
	await quiet([...delegation, "desk"], async () => {
		await house.act("idn-pledger", { type: "submitPledge", pledgeId });
		await house.act("desk", { type: "requestChange", pledgeId, question: "Which quarter?" });
		await house.act("idn-pledger", { type: "submitPledge", pledgeId });
	});
	await quiet(["reader", ...podium, "desk"], async () => {
		await house.act("desk", { type: "acceptPledge", pledgeId });
	});
	await quiet(["reader", ...podium, "desk"], async () => {
		await house.act("idn-pledger", { type: "withdrawPledge", pledgeId });
	});
	await quiet([...delegation, "desk"], async () => {
		const representatives = [person("idn-new", "delegate", "idn", ["read"])];
		await house.act("desk", { type: "accreditRepresentatives", representatives });
		await house.act("desk", { type: "withdrawAccreditation", representativeId: "idn-new" });
	});
	// What is refused is nobody's business but the one's who asked.
	await quiet([], async () => {
		const foreign: Command = { type: "submitPledge", pledgeId };
		await expect(house.act("ury-minister", foreign)).rejects.toThrow("notAllowed");
	});
});
