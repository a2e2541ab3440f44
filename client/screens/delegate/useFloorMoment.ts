import type { ExpectedTime } from "../../../shared/conference/selectors.ts";
import { timeLeft } from "../../../shared/conference/selectors.ts";
import { useConnection, useNow, useSelect } from "../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../features/delegations/delegation.ts";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { aboutMinutes, clockTime, duration, remainingTime } from "../../i18n/time.ts";
import type { FloorMoment } from "../../ui/FloorButton.tsx";
import type { Standing } from "./useStanding.ts";

/** How many delegations before mine are named; of a longer list only the place is told. */
const mostAhead = 4;

/** The standing as the big button shows it. */
export function useFloorMoment(
	standing: Standing,
	rows: ListRows & { readonly nextExpected: ExpectedTime },
	delegationId: string,
	onAskChair: () => void,
): FloorMoment {
	const { locale, t } = useSpeech();
	const { status } = useConnection();
	const now = useNow();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const delegations = useSelect((state) => state.delegations.delegations);
	const statement = useSelect((state) => state.floor.statement);
	const isAway = status === "reconnecting" || status === "offline" || status === "signedOut";
	const position = standing.kind === "next" || standing.kind === "inList" ? standing.place + 1 : undefined;
	if (isAway && standing.kind !== "speaking") return { kind: "reconnecting", position };
	switch (standing.kind) {
		case "speaking": {
			const left = statement === null ? 0 : timeLeft(statement, now).leftMs;
			return { kind: "speaking", left: remainingTime(left), yieldKey: "Y" };
		}
		case "next": {
			const wait = (rows.waiting[0]?.expected.expected ?? now) - now;
			return { kind: "next", inAbout: wait > 5_000 ? duration(Math.ceil(wait / 5_000) * 5_000) : undefined };
		}
		case "inList": {
			const expected = rows.waiting[standing.place]?.expected;
			const at = expected?.expected ?? now;
			const from = clockTime(expected?.earliest ?? at, timeZone);
			const to = clockTime(expected?.latest ?? at, timeZone);
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
				between: from === to ? undefined : { from, to },
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
		case "hands": {
			const { hand, place, hands } = standing;
			return { kind: "hand", up: hand && { place: place + 1, of: hands }, hands };
		}
		case "closed": {
			const isAsked = standing.late !== undefined && standing.late.declined === null;
			if (isAsked)
				return { kind: "unavailable", title: t("delegate.askedChair"), detail: t("delegate.askedChairNext") };
			return { kind: "closed", onAsk: onAskChair };
		}
		case "written":
			return {
				kind: "unavailable",
				title: t("delegate.inWriting"),
				detail: t("delegate.inWritingNext"),
			};
		case "delivered":
			return { kind: "unavailable", title: t("delegate.onRecord"), detail: t("delegate.spokenNext") };
		case "spoken":
			return { kind: "unavailable", title: t("delegate.spoken"), detail: t("delegate.spokenNext") };
		case "notOpen":
			return {
				kind: "unavailable",
				title: t("delegate.listNotOpen"),
				detail:
					standing.opensAt === null
						? t("delegate.listNotOpenNext")
						: t("delegate.listOpensAt", { time: clockTime(standing.opensAt, timeZone) }),
			};
		case "ceremony":
			return { kind: "unavailable", title: t("delegate.ceremony"), detail: t("delegate.ceremonyNext") };
		case "noList":
			return { kind: "unavailable", title: t("delegate.noList"), detail: t("delegate.noListNext") };
		case "noRight":
			return { kind: "unavailable", title: t("delegate.requestFloor"), detail: t("delegate.noRightToSpeak") };
	}
}
