import { spokenUntil } from "../../../../shared/conference/floor.ts";
import { pace, projectedEnd } from "../../../../shared/conference/selectors.ts";
import { useNow, useSelect } from "../../../conference/hooks.ts";
import { useRoughNow } from "../../../features/speakersList/useRoughNow.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { clockTime, duration } from "../../../i18n/time.ts";
import { Bars } from "../../../ui/Bars.tsx";
import type { Podium } from "../usePodium.ts";

/** Plan against reality: when the meeting should end, and when it will at this pace. */
export function TimeSection({ podium }: { podium: Podium }) {
	const now = useRoughNow();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const segmentId = podium.place?.segment.id ?? "";
	const end = useSelect(
		(state) => projectedEnd(state, now),
		(a, b) => a?.plannedEnd === b?.plannedEnd && a?.atThisPace === b?.atThisPace,
	);
	const { averageMs, overran, statements } = useSelect(
		(state) => pace(state, segmentId),
		(a, b) => a.averageMs === b.averageMs && a.overran === b.overran && a.statements === b.statements,
	);
	const plannedEnd = podium.meeting?.plannedEnd ?? null;
	const late = end === null || plannedEnd === null ? 0 : Math.round((end.atThisPace - plannedEnd) / 60_000);
	return (
		<section className="section">
			<h3>
				<Message id="podium.time" />
			</h3>
			<dl className="key-values">
				{plannedEnd !== null && (
					<>
						<dt>
							<Message id="podium.sessionEnds" />
						</dt>
						<dd>
							<bdi>{clockTime(plannedEnd, timeZone)}</bdi>
						</dd>
					</>
				)}
				{end !== null && (
					<>
						<dt>
							<Message id="podium.atThisPace" />
						</dt>
						<dd className={late > 0 ? "value-late" : undefined}>
							{late > 0 ? (
								<Message
									id="podium.paceLate"
									values={{ time: <bdi>{clockTime(end.atThisPace, timeZone)}</bdi>, minutes: late }}
								/>
							) : (
								<bdi>{clockTime(end.atThisPace, timeZone)}</bdi>
							)}
						</dd>
					</>
				)}
				<dt>
					<Message id="podium.averageStatement" />
				</dt>
				<dd>{averageMs === null ? <Message id="podium.noneYet" /> : <bdi>{duration(averageMs)}</bdi>}</dd>
				<dt>
					<Message id="podium.ranOver" />
				</dt>
				<dd>
					<Message id="common.countOfPlain" values={{ count: overran, total: statements }} />
				</dd>
			</dl>
		</section>
	);
}

/** Length of each statement against the limit, the one going on included. */
export function LengthSection({ podium }: { podium: Podium }) {
	const { t } = useSpeech();
	const now = useNow();
	const { rows, place } = podium;
	if (place === undefined || (rows.heard.length === 0 && rows.now === null)) return null;
	const { limitMs } = place.segment;
	const over = rows.heard.filter((each) => each.spokenMs > each.limitMs).length;
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="podium.lengthOfStatements" />
				</h3>
			</div>
			<Bars
				limitMs={limitMs}
				label={t("podium.lengthSummary", { count: rows.heard.length, over, limit: duration(limitMs) })}
				statements={[
					...rows.heard.map(({ id, spokenMs }) => ({ id, lengthMs: spokenMs })),
					...(rows.now === null
						? []
						: [{ id: rows.now.id, lengthMs: spokenUntil(rows.now, now), now: true }]),
				]}
			/>
		</section>
	);
}
