import { type ExpectedTime, listOf, timeLeft, waitingEntryOf } from "../../../shared/conference/selectors.ts";
import type { Entry } from "../../../shared/conference/speakersList.ts";
import { useConnection, useNow, useSelect } from "../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../features/delegations/delegation.ts";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { aboutMinutes, clockTime, duration, remainingTime } from "../../i18n/time.ts";
import type { FloorMoment } from "../../ui/FloorButton.tsx";

/** Where the delegation stands with the floor: what its one big action is now. */
export type Standing =
	| { readonly kind: "speaking" }
	| { readonly kind: "next" | "inList"; readonly entry: Entry; readonly place: number }
	/** May ask now. */
	| { readonly kind: "open" }
	| { readonly kind: "spoken" | "notOpen" | "closed" | "noList" | "noRight" };

export function useStanding(
	delegationId: string,
	place: ListPlace | undefined,
	rows: ListRows,
	maySpeak: boolean,
): Standing {
	const speaker = useSelect((state) => state.floor.statement?.delegationId);
	const entry = useSelect((state) =>
		place === undefined ? undefined : waitingEntryOf(listOf(state, place.segment.id), delegationId),
	);
	if (speaker === delegationId) return { kind: "speaking" };
	if (place === undefined) return { kind: "noList" };
	if (entry !== undefined) {
		const index = rows.list.order.indexOf(entry.id);
		const isNext = index === 0 && place.segment.status === "running";
		return { kind: isNext ? "next" : "inList", entry, place: index };
	}
	if (rows.heard.some((each) => each.delegationId === delegationId)) return { kind: "spoken" };
	if (!maySpeak) return { kind: "noRight" };
	switch (rows.list.status) {
		case "open":
		case "closing":
			return { kind: "open" };
		case "notOpen":
			return { kind: "notOpen" };
		case "closed":
			return { kind: "closed" };
	}
}

/** How many delegations before mine are named; of a longer list only the place is told. */
const mostAhead = 4;

/** The standing as the big button shows it. */
export function useFloorMoment(
	standing: Standing,
	rows: ListRows & { readonly nextExpected: ExpectedTime },
	delegationId: string,
): FloorMoment {
	const { locale, t } = useSpeech();
	const { status } = useConnection();
	const now = useNow();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const delegations = useSelect((state) => state.delegations.delegations);
	const isAway = status === "reconnecting" || status === "offline" || status === "signedOut";
	const position = "place" in standing ? standing.place + 1 : undefined;
	if (isAway && standing.kind !== "speaking") return { kind: "reconnecting", position };
	switch (standing.kind) {
		case "speaking": {
			const left = rows.now === null ? 0 : timeLeft(rows.now, now).leftMs;
			return { kind: "speaking", left: remainingTime(left), yieldKey: "Y" };
		}
		case "next": {
			const wait = (rows.waiting[0]?.expected.expected ?? now) - now;
			return { kind: "next", inAbout: wait > 5_000 ? duration(Math.ceil(wait / 5_000) * 5_000) : undefined };
		}
		case "inList": {
			const at = rows.waiting[standing.place]?.expected.expected ?? now;
			const ahead = rows.waiting.slice(0, standing.place).map(({ entry }) => {
				const delegation = delegations.get(entry.delegationId);
				return {
					id: entry.id,
					...emblemOf(delegation),
					name: nameOf(delegation, entry.delegationId, locale),
				};
			});
			return {
				kind: "inList",
				position: standing.place + 1,
				minutes: aboutMinutes(at - now),
				at: clockTime(at, timeZone),
				ahead: ahead.length > mostAhead ? [] : ahead,
				me: emblemOf(delegations.get(delegationId)),
			};
		}
		case "open":
			return {
				kind: "request",
				position: rows.waiting.length + 1,
				at: clockTime(rows.nextExpected.expected, timeZone),
			};
		case "closed":
			return { kind: "closed" };
		case "spoken":
			return { kind: "unavailable", title: t("delegate.spoken"), detail: t("delegate.spokenNext") };
		case "notOpen":
			return { kind: "unavailable", title: t("delegate.listNotOpen"), detail: t("delegate.listNotOpenNext") };
		case "noList":
			return { kind: "unavailable", title: t("delegate.noList"), detail: t("delegate.noListNext") };
		case "noRight":
			return { kind: "unavailable", title: t("delegate.requestFloor"), detail: t("delegate.noRightToSpeak") };
	}
}
