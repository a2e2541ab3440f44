import { useMemo } from "react";
import { isCounted } from "../../../shared/conference/pledge.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, shortDate } from "../../i18n/time.ts";
import { growth, steps } from "./overTime.ts";

const [width, height] = [600, 120];

/** How the tally grew: a stepped line, and the same as a table for who cannot see it. */
export function OverTime() {
	const { locale, number } = useSpeech();
	const pledges = useSelect((state) => state.pledges.pledges);
	const timeZone = useSelect((state) => state.profile.timeZone);
	const points = useMemo(
		() => growth([...pledges.values()].filter(isCounted).flatMap(({ announcedAt }) => announcedAt ?? [])),
		[pledges],
	);
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined || points.length < 2) return null;
	const when = (at: number) => `${shortDate(at, timeZone, locale)}, ${clockTime(at, timeZone)}`;
	return (
		<section className="figures-section over-time" aria-labelledby="over-time">
			<h3 id="over-time">
				<Message id="figure.overTime" />
			</h3>
			<p>
				<Message id="figurerule.time" />
			</p>
			<svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
				<path className="over-time-area" d={`${steps(points, width, height)}V${height}Z`} />
				<path className="over-time-line" d={steps(points, width, height)} />
			</svg>
			<p className="over-time-ends" aria-hidden="true">
				<bdi>{when(first.at)}</bdi>
				<bdi>{`${when(last.at)}: ${number(last.count)}`}</bdi>
			</p>
			<table className="visually-hidden">
				<caption>
					<Message id="figure.overTime" />
				</caption>
				<tbody>
					{points.map(({ at, count }) => (
						<tr key={at}>
							<th scope="row">{when(at)}</th>
							<td>{number(count)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
