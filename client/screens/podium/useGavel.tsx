import type { Representative } from "../../../shared/conference/delegations.ts";
import { unreachableAfterMs } from "../../../shared/conference/gavel.ts";
import { sameItems, useHolderAwaySince, useSecondsUntil, useSelect } from "../../conference/hooks.ts";
import { usePersonNames } from "../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { useCommand } from "../console/useCommand.ts";
import { usePodiumDialog } from "./dialogs/podiumDialog.ts";
import { useNames } from "./useNames.ts";
import type { Podium } from "./usePodium.ts";

/** The gavel as this chair can act on it (GV1 to GV6). */
export interface Gavel {
	/** Co-chairs of the meeting. */
	readonly chairs: readonly Representative[];
	/** Representative who holds it. */
	readonly holder: string | undefined;
	readonly take?: (() => void) | undefined;
	readonly hand?: ((to: Representative) => void) | undefined;
	/** The holder is out of reach: for how long, and in how many seconds it can be taken over. */
	readonly away?:
		| { readonly delegationId: string; readonly seconds: number; readonly leftSeconds: number }
		| undefined;
	readonly takeOver?: (() => void) | undefined;
	/** What the key G does: take it, take it over, or hand it to the other co-chair. */
	readonly first?: (() => void) | undefined;
}

export function useGavel({ meeting, presides, seat }: Podium): Gavel {
	const { t } = useSpeech();
	const { run } = useCommand();
	const open = usePodiumDialog();
	const name = useNames();
	const nameOfPerson = usePersonNames();
	const holder = useSelect((state) => state.gavel.holder);
	const chairs = useSelect(
		(state) =>
			[...state.delegations.representatives.values()].filter(
				({ role, delegationId }) =>
					role === "chair" && delegationId !== null && (meeting?.coChairs.includes(delegationId) ?? false),
			),
		sameItems,
	);
	const since = useHolderAwaySince();
	const isCoChair = chairs.some(({ id }) => id === seat.representativeId);
	const sits = meeting?.status === "open" || meeting?.status === "suspended";
	const isAway = sits && isCoChair && holder !== null && !presides && since !== null;
	const leftSeconds = useSecondsUntil(isAway ? since + unreachableAfterMs : null) ?? 0;
	const take =
		sits && isCoChair && holder === null
			? () =>
					void run(
						{ type: "takeGavel", representativeId: seat.representativeId },
						{ done: t("podium.gavelTaken") },
					)
			: undefined;
	const hand = presides
		? (to: Representative) =>
				open({
					kind: "act",
					act: {
						command: { type: "handGavel", to: to.id },
						title: <Message id="podium.handGavel" />,
						detail: (
							<Message
								id="podium.handGavelDetail"
								values={{ person: <bdi>{nameOfPerson(to.id)?.name ?? t("podium.coChair")}</bdi> }}
							/>
						),
						submit: <Message id="podium.handGavel" />,
						done: t("podium.gavelHanded"),
					},
				})
		: undefined;
	const takeOver =
		isAway && leftSeconds === 0
			? () =>
					open({
						kind: "act",
						act: {
							command: {
								type: "takeOverGavel",
								representativeId: seat.representativeId,
								from: holder.representativeId,
							},
							title: <Message id="podium.takeOverGavel" />,
							detail: (
								<Message
									id="podium.takeOverDetail"
									values={{ delegation: <bdi>{name(holder.delegationId)}</bdi> }}
								/>
							),
							submit: <Message id="podium.takeOverGavel" />,
							done: t("podium.gavelTaken"),
						},
					})
			: undefined;
	const others = chairs.filter(({ id }) => id !== holder?.representativeId);
	const [other] = others;
	const handOn =
		hand !== undefined && other !== undefined && others.length === 1 ? () => hand(other) : undefined;
	return {
		chairs,
		holder: holder?.representativeId,
		take,
		hand,
		away: isAway
			? {
					delegationId: holder.delegationId,
					seconds: Math.max(0, Math.floor((Date.now() - since) / 1000)),
					leftSeconds,
				}
			: undefined,
		takeOver,
		first: take ?? takeOver ?? handOn,
	};
}
