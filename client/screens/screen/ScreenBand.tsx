import { inLanguage } from "../../../shared/conference/common.ts";
import type { State } from "../../../shared/conference/state.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useSelect } from "../../conference/hooks.ts";
import { emblemOf, nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Flag } from "../../ui/Flag.tsx";

function unitsPledged(state: State, needId: string): number {
	const found = tally(state).needs.find(({ need }) => need.id === needId);
	return found === undefined ? 0 : found.counted + found.surplus;
}

/** Brass across the foot while a pledge is new; of several, the last. */
export function ScreenBand({ fresh }: { fresh: ReadonlySet<string> }) {
	const { locale } = useSpeech();
	const key = [...fresh].at(-1);
	const pledge = useSelect((state) => (key === undefined ? undefined : state.pledges.pledges.get(key)));
	const delegation = useSelect((state) => pledge && state.delegations.delegations.get(pledge.delegationId));
	const need = useSelect((state) =>
		pledge?.needId == null || pledge.kind === "reaffirmed" ? undefined : state.needs.needs.get(pledge.needId),
	);
	const count = useSelect((state) => (need === undefined ? 0 : unitsPledged(state, need.id)));
	if (pledge === undefined) return null;
	return (
		<div className="screen-band">
			<Flag {...emblemOf(delegation)} width={48} />
			<b className="screen-band-title">
				<Message id="audience.pledgeAnnounced" />
			</b>
			<span className="record">
				<Message
					id="screen.band"
					values={{
						delegation: <bdi>{nameOf(delegation, pledge.delegationId, locale)}</bdi>,
						pledge: <bdi>{pledge.title}</bdi>,
					}}
				/>
			</span>
			{need !== undefined && (
				<span className="screen-band-effect">
					<Message
						id="audience.tallyEffect"
						values={{ need: <bdi>{inLanguage(need.title, locale)}</bdi>, count, total: need.quantity }}
					/>
				</span>
			)}
		</div>
	);
}
