import type { Placement, PlacementReason } from "../../../shared/conference/order.ts";
import { placementOf } from "../../../shared/conference/order.ts";
import { listOf } from "../../../shared/conference/selectors.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Names } from "../../i18n/Name.tsx";
import { clockTime } from "../../i18n/time.ts";
import { nameOf } from "../delegations/delegation.ts";

/** Why an entry stands where it stands, in words: for its delegation and for the chair (SL12). */
export function PlacementWords({ segmentId, entryId }: { segmentId: string; entryId: string }) {
	const placement = useSelect(
		(state) => placementOf(state, listOf(state, segmentId), entryId),
		(a, b) => JSON.stringify(a) === JSON.stringify(b),
	);
	if (placement === undefined) return null;
	const { reason, putAhead } = placement;
	return (
		<>
			<ReasonWords reason={reason} />
			{reason.by === "rules" && putAhead > 0 && (
				<>
					{" "}
					<Message id="placement.putAhead" values={{ count: putAhead }} />
				</>
			)}
		</>
	);
}

function ReasonWords({ reason }: { reason: PlacementReason }) {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const delegations = useSelect((state) => state.delegations.delegations);
	const time = (at: number) => <bdi>{clockTime(at, timeZone)}</bdi>;
	const name = (id: string) => <bdi>{nameOf(delegations.get(id), id, locale)}</bdi>;
	switch (reason.by) {
		case "move": {
			const { byDelegation, at, reason: why } = reason.moved;
			const values = { delegation: name(byDelegation ?? ""), time: time(at), reason: <bdi>{why ?? ""}</bdi> };
			return (
				<Message id={byDelegation === null ? "placement.movedByDesk" : "placement.moved"} values={values} />
			);
		}
		case "swap": {
			const { withDelegation, at } = reason.swapped;
			return <Message id="placement.swapped" values={{ delegation: name(withDelegation), time: time(at) }} />;
		}
		case "slot":
			return <Message id="placement.slot" values={{ slot: reason.slot }} />;
		case "rules":
			return <RuleWords reason={reason} />;
	}
}

type RuleReason = Extract<Placement["reason"], { by: "rules" }>;

function RuleWords({ reason }: { reason: RuleReason }) {
	const { t } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { category, isForGroup, level, placeInClass, thenBy, drawn, inscribedAt, absentAt } = reason;
	const parts = [
		isForGroup === true && t("placement.forGroups"),
		level !== null && t(`placelevel.${level}`),
		category !== null && category !== "states" && t(`speakercategory.${category}`),
	].filter((part) => part !== false);
	const time = <bdi>{clockTime(inscribedAt, timeZone)}</bdi>;
	const values = {
		place: placeInClass,
		number: drawn ?? 0,
		time,
		group: <Names names={parts} />,
		absent: <bdi>{clockTime(absentAt ?? 0, timeZone)}</bdi>,
	};
	if (absentAt !== null) return <Message id="placement.absent" values={values} />;
	if (parts.length === 0)
		return <Message id={thenBy === "draw" ? "placement.byLot" : "placement.byTime"} values={values} />;
	return (
		<Message id={thenBy === "draw" ? "placement.classByLot" : "placement.classByTime"} values={values} />
	);
}
