import { expect, test, vi } from "vitest";
import { MediaLane } from "../../client/conference/mediaLane.ts";
import { standingOf } from "../../client/features/floor/standing.ts";
import type { MediaAnswer, MediaRequest } from "../../shared/protocol/media.ts";

const report = { camera: "good", microphone: "good", connection: "good", ready: false } as const;

test("a seat that is here is expected in the green room only where there is one", () => {
	const here = { report: undefined, isHere: true };
	expect(standingOf({ ...here, isMediaOff: false }).id).toBe("podium.seatHere");
	expect(standingOf({ ...here, isMediaOff: true }).id).toBe("podium.present");
	expect(standingOf({ ...here, isHere: false, isMediaOff: true }).id).toBe("podium.seatAway");
	expect(standingOf({ ...here, report, isMediaOff: false }).id).toBe("podium.seatGreenRoom");
});

test("a screen without sound and picture of its own asks once in each turn whether there is any", async () => {
	const off: MediaAnswer = { status: "refused", code: "mediaOff" };
	const on: MediaAnswer = { status: "done", result: { rtpCapabilities: {}, iceServers: [] } };
	const ask = vi.fn<(request: MediaRequest) => Promise<MediaAnswer>>().mockResolvedValue(off);
	const lane = new MediaLane(ask);
	await lane.findOut();
	expect(ask).not.toHaveBeenCalled();
	lane.joined();
	await Promise.all([lane.findOut(), lane.findOut()]);
	expect(ask.mock.calls).toEqual([[{ type: "open" }]]);
	expect(lane.isOff.get()).toBe(true);

	lane.lost();
	lane.joined();
	ask.mockResolvedValue(on);
	await lane.findOut();
	expect(lane.isOff.get()).toBe(false);
});

test("a screen that has asked for sound and picture itself is not asked for it again", async () => {
	const ask = vi.fn<(request: MediaRequest) => Promise<MediaAnswer>>().mockResolvedValue({
		status: "refused",
		code: "mediaOff",
	});
	const lane = new MediaLane(ask);
	lane.joined();
	await lane.ask<"open">({ type: "open" }).catch(() => {});
	await lane.findOut();
	expect(ask).toHaveBeenCalledTimes(1);
	expect(lane.isOff.get()).toBe(true);
});
