import type { Entry } from "../../../../shared/conference/speakersList.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { nameOf } from "../../../features/delegations/delegation.ts";
import { Readiness } from "../../../features/floor/Readiness.tsx";
import { PlacementWords } from "../../../features/speakersList/PlacementWords.tsx";
import { usePersonNames } from "../../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Names } from "../../../i18n/Name.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { useIsFocused } from "./focusedEntry.ts";

/** For whom the statement is made beside the delegation itself, and how, where not in person. */
export function Behalf({ entry }: { entry: Entry }) {
	const { locale } = useSpeech();
	const { onBehalfOf, jointly, mode } = entry;
	const delegations = useSelect((state) => state.delegations.delegations);
	return (
		<>
			{onBehalfOf !== null && <bdi>{onBehalfOf}</bdi>}
			{jointly.length > 0 && (
				<span>
					<Message
						id="podium.jointly"
						values={{ names: <Names names={jointly.map((id) => nameOf(delegations.get(id), id, locale))} /> }}
					/>
				</span>
			)}
			{mode === "recorded" && (
				<Tag>
					<Message id="podium.recorded" />
				</Tag>
			)}
		</>
	);
}

/**
 * Under the name: the speaker's title for the next three, why it was added late, and why it stands where it stands
 * for who was placed otherwise than by the rules alone, and for the row that has the focus (SL12); of all others the
 * menu tells it.
 */
export function Beside({ entry, segmentId, isNext }: { entry: Entry; segmentId: string; isNext: boolean }) {
	const nameOfPerson = usePersonNames();
	const isFocused = useIsFocused(entry.id);
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { moved, swapped, absentAt, slot, lateReason } = entry;
	const title = isNext ? nameOfPerson(entry.speakerId)?.title : undefined;
	const isPlain = moved === null && swapped === null && absentAt === null && slot === null;
	return (
		<>
			{title !== undefined && (
				<small>
					<bdi>{title}</bdi>
				</small>
			)}
			{isNext && (
				<small>
					<Readiness delegationId={entry.delegationId} />
				</small>
			)}
			{lateReason !== null && (
				<small>
					<Message id="podium.addedBecause" values={{ reason: <bdi>{lateReason}</bdi> }} />
				</small>
			)}
			{absentAt !== null && (moved !== null || swapped !== null) && (
				<small>
					<Message id="podium.absentAt" values={{ time: <bdi>{clockTime(absentAt, timeZone)}</bdi> }} />
				</small>
			)}
			{(isFocused || !isPlain) && (
				<small>
					<PlacementWords segmentId={segmentId} entryId={entry.id} />
				</small>
			)}
		</>
	);
}
