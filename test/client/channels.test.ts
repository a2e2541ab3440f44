import { expect, it } from "vitest";
import { keyOf } from "../../client/features/interpretation/channelKeys.tsx";
import { spokenChannels } from "../../client/media/listening.ts";
import { languages } from "../../shared/conference/common.ts";

it("channels are chosen by fixed keys, in the order of the languages", () => {
	expect(spokenChannels).toEqual(languages);
	expect([null, ...spokenChannels].map(keyOf)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
});
