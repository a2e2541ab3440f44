import { useState } from "react";
import { greenRoomPlaces } from "../../../../../shared/conference/mediaPlan.ts";
import { recordingFor } from "../../../../../shared/conference/recordingPlace.ts";
import type { Entry } from "../../../../../shared/conference/speakersList.ts";
import { useSelect } from "../../../../conference/hooks.ts";
import { DelegationName } from "../../../../features/delegations/DelegationName.tsx";
import { nameOf } from "../../../../features/delegations/delegation.ts";
import { Readiness } from "../../../../features/floor/Readiness.tsx";
import { PlacementWords } from "../../../../features/speakersList/PlacementWords.tsx";
import { usePersonNames } from "../../../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { languageNames } from "../../../../i18n/languages.ts";
import { Names } from "../../../../i18n/Name.tsx";
import { duration } from "../../../../i18n/time.ts";
import { Button } from "../../../../ui/Button.tsx";
import { RankBadge } from "../../../../ui/RankBadge.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import type { ListQuestion } from "./ListView.tsx";

/** One inscription: its place and why, who speaks and how, and what the desk can do with it. */
export function EntryRow({
	segmentId,
	entry,
	place,
	isOver,
	onAsk,
}: {
	segmentId: string;
	entry: Entry;
	/** 1 for who is called next; null for a written statement, which has no place. */
	place: number | null;
	isOver: boolean;
	onAsk: (question: ListQuestion) => void;
}) {
	const { t, locale } = useSpeech();
	const persons = usePersonNames();
	const [isWhyOpen, setWhyOpen] = useState(false);
	const delegation = useSelect((state) => state.delegations.delegations.get(entry.delegationId));
	const name = nameOf(delegation, entry.delegationId, locale);
	const person = persons(entry.speakerId);
	const isFiled = useSelect((state) => recordingFor(state, segmentId, entry.delegationId) !== undefined);
	return (
		<tr>
			<td className="numeric desk-place">{place}</td>
			<th scope="row" className="cell-main">
				<span className="desk-name">
					<DelegationName id={entry.delegationId} width={24} />
					{entry.level !== null && <RankBadge level={entry.level} />}
				</span>
				<small className="dim">
					{person === undefined ? (
						<Message id="secretariat.speakerLater" />
					) : (
						<>
							<bdi>{person.name}</bdi> · <bdi>{person.title}</bdi>
						</>
					)}
				</small>
				{place !== null && place <= greenRoomPlaces && !isOver && (
					<small>
						<Readiness delegationId={entry.delegationId} />
					</small>
				)}
			</th>
			<td className="desk-manner">
				<MannerWords entry={entry} />
				{isFiled && (
					<Tag tone="green">
						<Message id="recording.filedTag" />
					</Tag>
				)}
			</td>
			<td className="desk-why">
				{place !== null && (
					<>
						<Button
							small
							variant="quiet"
							aria-expanded={isWhyOpen}
							aria-label={t("secretariat.whyOf", { delegation: name })}
							onClick={() => setWhyOpen(!isWhyOpen)}
						>
							<Message id="secretariat.why" />
						</Button>
						{isWhyOpen && (
							<p>
								<PlacementWords segmentId={segmentId} entryId={entry.id} />
							</p>
						)}
					</>
				)}
			</td>
			<td className="cell-end">
				{!isOver && (
					<span className="desk-row-acts">
						<Button
							small
							variant="quiet"
							aria-label={t("secretariat.changeOf", { delegation: name })}
							onClick={() => onAsk({ kind: "change", entry })}
						>
							<Message id="secretariat.change" />
						</Button>
						<Button
							small
							variant="quiet"
							aria-label={t("recording.ofDelegation", { delegation: name })}
							onClick={() => onAsk({ kind: "recording", entry })}
						>
							<Message id="recording.act" />
						</Button>
						{place !== null && (
							<Button
								small
								variant="quiet"
								aria-label={t("secretariat.slotOf", { delegation: name })}
								onClick={() => onAsk({ kind: "slot", entry })}
							>
								<Message id="secretariat.slotAct" />
							</Button>
						)}
						<Button
							small
							variant="quiet"
							aria-label={t("secretariat.takeOffOf", { delegation: name })}
							onClick={() => onAsk({ kind: "takeOff", entry })}
						>
							<Message id="secretariat.takeOff" />
						</Button>
					</span>
				)}
			</td>
		</tr>
	);
}

function MannerWords({ entry }: { entry: Entry }) {
	const { locale } = useSpeech();
	const delegations = useSelect((state) => state.delegations.delegations);
	const { language, mode, onBehalfOf, jointly, expectedMs, slot, moved, absentAt } = entry;
	return (
		<>
			<span lang={language}>{languageNames[language]}</span>
			{mode !== "live" && (
				<>
					{" · "}
					<Message id={mode === "recorded" ? "secretariat.modeRecorded" : "secretariat.modeWritten"} />
				</>
			)}
			{expectedMs !== null && (
				<>
					{" · "}
					<bdi className="numeric">{duration(expectedMs)}</bdi>
				</>
			)}
			{onBehalfOf !== null && (
				<small>
					<Message id="floor.onBehalfOf" values={{ group: <bdi dir="auto">{onBehalfOf}</bdi> }} />
				</small>
			)}
			{jointly.length > 0 && (
				<small>
					<Message
						id="floor.jointly"
						values={{
							names: (
								<Names
									names={jointly.map((id) => nameOf(delegations.get(id), id, locale))}
									type="conjunction"
								/>
							),
						}}
					/>
				</small>
			)}
			<span className="desk-tags">
				{slot !== null && (
					<Tag tone="blue">
						<Message id="secretariat.slotTag" values={{ slot }} />
					</Tag>
				)}
				{moved !== null && (
					<Tag tone="grey">
						<Message id="secretariat.movedTag" />
					</Tag>
				)}
				{absentAt !== null && (
					<Tag tone="grey">
						<Message id="secretariat.absentTag" />
					</Tag>
				)}
			</span>
		</>
	);
}
