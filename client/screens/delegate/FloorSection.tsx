import { useState } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import { useSelect } from "../../conference/hooks.ts";
import { sessionNumber } from "../../features/programme/awaited.ts";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import { usePersonNames, useSpeakersOf } from "../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { duration } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { FloorButton, type FloorMoment } from "../../ui/FloorButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Clock } from "../../ui/icons.ts";
import { ChangeSpeakerDialog } from "../console/ChangeSpeakerDialog.tsx";
import { SpeakOptions, type SpeakPlan } from "./SpeakOptions.tsx";
import type { FloorActs } from "./useFloorActs.ts";
import type { Standing } from "./useFloorMoment.ts";

/** The one big action with what belongs to it: who will speak, for how long, and the way back. */
export function FloorSection({
	delegationId,
	place,
	standing,
	moment,
	acts,
	plan,
	onPlan,
}: {
	delegationId: string;
	place: ListPlace | undefined;
	standing: Standing;
	moment: FloorMoment;
	acts: FloorActs;
	plan: SpeakPlan;
	onPlan: (plan: SpeakPlan) => void;
}) {
	const speakers = useSpeakersOf(delegationId);
	return (
		<section aria-label={useSpeech().t("delegate.tabFloor")}>
			<div className="floor-dock">
				<FloorButton
					moment={moment}
					pending={acts.busy}
					shortcut={moment.kind === "request" ? "F" : undefined}
					onRequest={acts.request}
					onWithdraw={acts.withdraw}
				/>
			</div>
			{standing.kind === "open" && <SpeakOptions plan={plan} speakers={speakers} onChange={onPlan} />}
			{"entry" in standing && place !== undefined && (
				<InListActs segmentId={place.segment.id} standing={standing} acts={acts} />
			)}
			{place !== undefined && <LimitNote place={place} />}
		</section>
	);
}

/** Who speaks for us, and the ways out of the list. */
function InListActs({
	segmentId,
	standing,
	acts,
}: {
	segmentId: string;
	standing: Extract<Standing, { readonly entry: unknown }>;
	acts: FloorActs;
}) {
	const { t } = useSpeech();
	const [changes, setChanges] = useState(false);
	const nameOf = usePersonNames();
	const { entry } = standing;
	return (
		<>
			<p className="speaker-line">
				<span>
					<Message
						id="delegate.speakerIs"
						values={{ speaker: <bdi>{nameOf(entry.speakerId)?.name ?? t("delegate.speakerLater")}</bdi> }}
					/>
				</span>
				{acts.withdraw !== undefined && (
					<Button variant="quiet" small onClick={() => setChanges(true)}>
						<Message id="delegate.changeSpeaker" />
					</Button>
				)}
			</p>
			{standing.kind === "next" && acts.withdraw !== undefined && (
				<Button variant="quiet" small className="quiet-dim" onClick={acts.withdraw}>
					<Message id="delegate.withdrawRequest" />
				</Button>
			)}
			{changes && (
				<ChangeSpeakerDialog segmentId={segmentId} entry={entry} onClose={() => setChanges(false)} />
			)}
		</>
	);
}

/** How long one may speak: "Session 3 gives each delegation 4 minutes." */
function LimitNote({ place }: { place: ListPlace }) {
	const { t, locale } = useSpeech();
	const number = useSelect((state) => sessionNumber(state, place.meeting));
	const { limitMs } = place.segment;
	const session =
		number === null ? inLanguage(place.meeting.title, locale) : t("delegate.sessionShort", { number });
	const b = (parts: React.ReactNode[]) => <b>{parts}</b>;
	return (
		<p className="floor-note">
			<Icon icon={Clock} />
			<span>
				{limitMs % 60_000 === 0 ? (
					<Message
						id="delegate.limit"
						values={{ session: <bdi>{session}</bdi>, minutes: limitMs / 60_000, b }}
					/>
				) : (
					<Message
						id="delegate.limitExact"
						values={{ session: <bdi>{session}</bdi>, limit: <bdi>{duration(limitMs)}</bdi>, b }}
					/>
				)}
			</span>
		</p>
	);
}
