import { useMemo } from "react";
import { figurePath } from "../../../shared/conference/figures.ts";
import { isCounted } from "../../../shared/conference/pledge.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, shortDate } from "../../i18n/time.ts";
import { growth, steps } from "./overTime.ts";

const [width, height] = [600, 120];

/** How the tally grew: a stepped line, and the same as a table, each of whose counts opens its rows. */
export function OverTime() {
	const { locale, number } = useSpeech();
	const { conferenceId } = useConference();
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
			<details className="over-time-table">
				<summary className="text-link">
					<Message id="figure.asTable" />
				</summary>
				<table className="figures" aria-labelledby="over-time">
					<tbody>
						{points.map(({ at, count }) => (
							<tr key={at}>
								<th scope="row">
									<a href={figurePath(conferenceId, { kind: "time", until: at })}>
										<bdi>{when(at)}</bdi>
									</a>
								</th>
								<td>
									<bdi>{number(count)}</bdi>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
		</section>
	);
}
