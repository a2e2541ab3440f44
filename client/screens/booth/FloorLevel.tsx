import { LevelMeter } from "../../features/stage/LevelMeter.tsx";
import { Message } from "../../i18n/intl.tsx";
import { useRemote } from "../../media/hooks.tsx";

/** How loud the floor comes in, so that silence in the headphones can be told from silence in the hall. */
export function FloorLevel() {
	const floor = useRemote("floor");
	const chair = useRemote("gavel");
	return (
		<p className="air-level">
			<Message id="booth.floorSound" />
			<LevelMeter track={floor?.audio ?? chair?.audio ?? null} />
		</p>
	);
}
