import { useState } from "react";
import { inLanguage, type Language } from "../../../../shared/conference/common.ts";
import { listOf, seating, waitingEntryOf } from "../../../../shared/conference/selectors.ts";
import { sameItems, useDirectory, useSelect } from "../../../conference/hooks.ts";
import { alphabetOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { languageNames } from "../../../i18n/languages.ts";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";

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
	const [language, setLanguage] = useState<Language>(languages[0] ?? "en");
	const [group, setGroup] = useState("");
	const [reason, setReason] = useState("");
	const speakers = useSelect(
		(state) =>
			[...state.delegations.representatives.values()].filter(
				(each) => each.delegationId === delegationId && each.rights.includes("speak"),
			),
		sameItems,
	);
	const isLate = useSelect((state) => {
		const list = listOf(state, segmentId);
		const spoke = [...list.entries.values()].some(
			(entry) => entry.delegationId === delegationId && entry.status === "called",
		);
		return spoke || (list.status !== "open" && list.status !== "closing");
	});
	const name = useSelect((state) => state.delegations.delegations.get(delegationId)?.name);
	const add = async () => {
		const text = (value: string) => (value.trim() === "" ? null : value.trim());
		const outcome = await run(
			{
				type: "inscribe",
				segmentId,
				delegationId,
				speakerId: speakerId === "" ? null : speakerId,
				language,
				onBehalfOf: text(group),
				reason: text(reason),
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
			<label className="field">
				<Message id="secretariat.statementLanguage" />
				<select
					className="input"
					value={language}
					onChange={(event) => setLanguage(languages.find((each) => each === event.target.value) ?? "en")}
				>
					{languages.map((each) => (
						<option key={each} value={each} lang={each}>
							{languageNames[each]}
						</option>
					))}
				</select>
			</label>
			<label className="field">
				<Message id="podium.onBehalfOf" />
				<input
					className="input"
					maxLength={120}
					dir="auto"
					value={group}
					onChange={(event) => setGroup(event.target.value)}
				/>
				<small>
					<Message id="secretariat.groupNote" />
				</small>
			</label>
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
