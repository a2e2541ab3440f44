import { useState } from "react";
import { inLanguage, type Level, levels } from "../../../../shared/conference/common.ts";
import { listOf, seating, waitingEntryOf } from "../../../../shared/conference/selectors.ts";
import { sameItems, useDirectory, useSelect } from "../../../conference/hooks.ts";
import { alphabetOf } from "../../../features/delegations/delegation.ts";
import { useSpeakersOf } from "../../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { MannerFields } from "./list/MannerFields.tsx";
import { type Manner, mannerIn } from "./list/manner.ts";

/** Adds a delegation to a speakers' list; to one that is not open, or a second time, with the reason. */
export function InscribeDialog({ segmentId, onClose }: { segmentId: string; onClose: () => void }) {
	const { t, locale } = useSpeech();
	const { run } = useCommand();
	const directory = useDirectory();
	const languages = useSelect((state) => state.profile.languages);
	const candidates = useSelect(
		(state) =>
			seating(state, alphabetOf(locale)).filter(
				({ id }) => waitingEntryOf(listOf(state, segmentId), id) === undefined,
			),
		sameItems,
	);
	const [delegationId, setDelegationId] = useState("");
	const [speakerId, setSpeakerId] = useState("");
	const [level, setLevel] = useState<Level | null>(null);
	const [manner, setManner] = useState<Manner>(() => ({
		language: languages[0] ?? "en",
		group: "",
		jointly: [],
		mode: "live",
		expected: "",
	}));
	const [reason, setReason] = useState("");
	const speakers = useSpeakersOf(delegationId);
	const isLate = useSelect((state) => {
		const list = listOf(state, segmentId);
		const spoke = [...list.entries.values()].some(
			(entry) => entry.delegationId === delegationId && entry.status === "called",
		);
		return spoke || (list.status !== "open" && list.status !== "closing");
	});
	const name = useSelect((state) => state.delegations.delegations.get(delegationId)?.name);
	const asked = mannerIn(manner);
	const add = async () => {
		if (asked === undefined) return undefined;
		const outcome = await run(
			{
				type: "inscribe",
				segmentId,
				delegationId,
				speakerId: speakerId === "" ? null : speakerId,
				level: speakerId === "" ? level : null,
				...asked,
				jointly: asked.jointly.filter((id) => id !== delegationId),
				reason: reason.trim() === "" ? null : reason.trim(),
			},
			{
				quiet: true,
				done: {
					title: (
						<Message
							id="secretariat.inscribedDone"
							values={{
								delegation: <bdi>{name === undefined ? delegationId : inLanguage(name, locale)}</bdi>,
							}}
						/>
					),
				},
			},
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.inscribeTitle" />}
			act={<Message id="secretariat.addDelegation" />}
			unavailable={asked === undefined ? t("secretariat.expectedWrong") : undefined}
			onAct={add}
			onClose={onClose}
		>
			<label className="field">
				<Message id="desk.delegation" />
				<select
					className="input"
					required
					value={delegationId}
					onChange={(event) => {
						setDelegationId(event.target.value);
						setSpeakerId("");
					}}
				>
					<option value="">{t("secretariat.choose")}</option>
					{candidates.map((each) => (
						<option key={each.id} value={each.id}>
							{inLanguage(each.name, locale)}
						</option>
					))}
				</select>
			</label>
			<label className="field">
				<Message id="secretariat.speaker" />
				<select className="input" value={speakerId} onChange={(event) => setSpeakerId(event.target.value)}>
					<option value="">{t("secretariat.speakerLater")}</option>
					{speakers.map((each) => (
						<option key={each.id} value={each.id}>
							{directory.get(each.id)?.name ?? t("secretariat.nameUnknown")}
						</option>
					))}
				</select>
			</label>
			{speakerId === "" && (
				<label className="field">
					<Message id="secretariat.level" />
					<select
						className="input"
						value={level ?? ""}
						onChange={(event) => setLevel(levels.find((each) => each === event.target.value) ?? null)}
					>
						<option value="">{t("secretariat.levelLater")}</option>
						{levels.map((each) => (
							<option key={each} value={each}>
								{t(`rank.${each}`)}
							</option>
						))}
					</select>
					<small>
						<Message id="secretariat.levelNote" />
					</small>
				</label>
			)}
			<MannerFields delegationId={delegationId} value={manner} onChange={setManner} />
			<label className="field">
				<Message id="secretariat.reason" />
				<input
					className="input"
					required={isLate}
					maxLength={300}
					dir="auto"
					value={reason}
					onChange={(event) => setReason(event.target.value)}
				/>
				<small>
					<Message id={isLate ? "secretariat.reasonLate" : "secretariat.reasonOptional"} />
				</small>
			</label>
		</ActDialog>
	);
}
