import { heardIn, listOf } from "../../../../shared/conference/selectors.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { Message } from "../../../i18n/intl.tsx";
import { HostTime } from "../parts/HostTime.tsx";

/** The status of a speakers' list, with how many wait and how many were heard. */
export function ListFigures({ segmentId }: { segmentId: string }) {
	const list = useSelect(
		(state) => listOf(state, segmentId),
		(a, b) =>
			a === b || (a.entries.size + b.entries.size === 0 && a.status === b.status && a.opensAt === b.opensAt),
	);
	const heard = useSelect((state) => heardIn(state, segmentId).length);
	return (
		<span className="list-figures">
			<b>
				<Message id={`liststatus.${list.status}`} />
			</b>
			{list.order.length > 0 && (
				<span>
					<Message id="secretariat.listWaiting" values={{ count: list.order.length }} />
				</span>
			)}
			{heard > 0 && (
				<span>
					<Message id="secretariat.listHeard" values={{ count: heard }} />
				</span>
			)}
			{list.status === "notOpen" && list.opensAt !== null && (
				<span>
					<Message id="secretariat.opensAt" values={{ time: <HostTime at={list.opensAt} full /> }} />
				</span>
			)}
			{list.closesAt !== null && (
				<span>
					<Message id="secretariat.closesAt" values={{ time: <HostTime at={list.closesAt} full /> }} />
				</span>
			)}
		</span>
	);
}
