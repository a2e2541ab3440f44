import { type Playing, playing } from "../../../shared/conference/recordingPlace.ts";
import { useSelect } from "../../conference/hooks.ts";

function isSame(a: Playing | undefined, b: Playing | undefined): boolean {
	if (a === undefined || b === undefined) return a === b;
	return a.statement === b.statement && a.recording === b.recording && a.playback === b.playback;
}

/** The recording that stands in the place of whoever has the floor, or nothing. */
export function usePlaying(): Playing | undefined {
	return useSelect(playing, isSame);
}
