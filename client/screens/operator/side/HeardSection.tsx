import { useMonitor, useSelect } from "../../../conference/hooks.ts";
import { LiveStage, MediaNote } from "../../../features/stage/LiveStage.tsx";
import { ReceptionSelect } from "../../../features/stage/ReceptionSelect.tsx";
import { usePlaying } from "../../../features/stage/usePlaying.ts";
import { Message } from "../../../i18n/intl.tsx";
import { LevelMeter } from "../feeds/LevelMeter.tsx";

/** The floor as everybody sees and hears it, with its loudness. */
export function HeardSection() {
	const monitor = useMonitor();
	const isFree = useSelect((state) => state.floor.statement === null);
	const isPlaying = usePlaying() !== undefined;
	const floor = monitor?.feeds.find(({ kind, live }) => kind === "floor" && live);
	return (
		<section className="operator-heard" aria-labelledby="operator-heard">
			<h2 id="operator-heard" className="visually-hidden">
				<Message id="operator.heard" />
			</h2>
			<LiveStage className="stage operator-stage on-hall" plate={null}>
				<p className="operator-empty">
					<Message id={isFree ? "operator.floorFree" : "operator.noPictureOfFloor"} />
				</p>
			</LiveStage>
			{floor !== undefined && !isPlaying && (
				<p className="operator-level">
					<span>
						<Message id="operator.floorSound" />
					</span>
					<LevelMeter key={floor.id} feedId={floor.id} wide />
				</p>
			)}
			<ReceptionSelect />
			<MediaNote />
		</section>
	);
}
