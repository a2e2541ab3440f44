import { expect, it } from "vitest";
import { House, segmentId, sit, userAgent } from "../../support/canary/house.ts";
import { plantedBy } from "../../support/canary/planted.ts";
import { delegation, everybody, podium, room } from "../../support/canary/viewers.ts";
import { inscribe, person } from "../../support/factories.ts";

it("VI4 names, contacts and sign-ins reach exactly those whom they are for, and no log", async () => {
	const house = await House.open();
	const { server } = house;
	await sit(house);
	const entryId = await house.act("desk", inscribe("ury", { speakerId: "ury-minister" }));
	await house.act("rwa-chair", { type: "giveFloor", segmentId, entryId, after: null });

	const accredited = [
		person("canary-delegate", "delegate", "idn", ["read"]),
		person("canary-chair", "chair", "usa", ["read"]),
	];
	await house.act("desk", { type: "accreditRepresentatives", representatives: accredited });
	const change = { type: "changeAccreditation", representativeId: "canary-delegate" } as const;
	await house.act("desk", { ...change, level: "VM", rights: [] });
	await house.send("desk", "POST", "/api/conferences/seoul/representatives", "newRepresentative", {
		...{ delegationId: "nor", role: "delegate", level: "M", rights: ["speak"], title: "canary-rank" },
		...{ name: "canary-newcomer", contact: "canary-contact-newcomer" },
	});
	const link = await fetch(server.at("/api/conferences/seoul/links"), {
		method: "POST",
		headers: { ...house.watcher("desk").headers, "content-type": "application/json" },
		body: JSON.stringify({ representativeId: "nor-minister", hours: 1 }),
	});
	house.secrets.push(((await link.json()) as { url: string }).url.split("/").at(-1)!);
	// What a browser reports is logged; whatever is secret is not.
	await fetch(server.at("/csp-report"), {
		method: "POST",
		headers: { "content-type": "application/csp-report" },
		body: JSON.stringify({
			"csp-report": { "effective-directive": "img-src", "blocked-uri": "https://x.test" },
		}),
	});
	await house.sweep();

	// Names: the room's; the speaker's plate is public record. Contacts: the secretariat's.
	for (const canary of ["canary-name-idn-minister", "canary-title-of-idn-minister"])
		expect(house.heard(canary), canary).toEqual(room);
	for (const canary of ["canary-newcomer", "canary-rank"]) expect(house.heard(canary), canary).toEqual(room);
	expect(house.heard("canary-name-ury-minister")).toEqual(everybody);
	for (const id of ["of-ury-minister", "of-idn-reader", "newcomer"])
		expect(house.heard(`canary-contact-${id}`), id).toEqual(["desk"]);
	expect(house.heard("canary-name-other-desk")).toEqual(["otherDesk"]);
	expect(house.heard("canary-delegate")).toEqual([...delegation, "desk"]);
	expect(house.heard("canary-chair")).toEqual([...podium, "desk"]);
	expect(house.unplanted(plantedBy.people)).toEqual([]);

	expect(house.secrets.length).toBeGreaterThan(20);
	for (const secret of house.secrets) {
		expect(house.heard(secret)).toEqual([]);
		expect(house.log).not.toContain(secret);
	}
	for (const canary of [userAgent, "canary-creator"]) expect(house.heard(canary), canary).toEqual([]);
	// The trail of the list names the records by their commands, to those who run the meeting.
	expect(house.heard("canary-act-")).toEqual([...podium, "desk"]);
	expect(house.watcher("revoked").socket?.closed).toBe(true);
	expect(house.log).toContain("img-src");
	expect(house.log).not.toContain("canary");
});
