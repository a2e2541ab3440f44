import { useState } from "react";
import {
	type Channel,
	channels,
	type Level,
	languages,
	type Right,
	type Role,
} from "../../../../shared/conference/common.ts";
import { useConference } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { languageNames } from "../../../i18n/languages.ts";
import { useFeedback } from "../../console/feedback.tsx";
import { ActDialog } from "../parts/ActDialog.tsx";
import { AccreditationFields } from "./AccreditationFields.tsx";
import { addRepresentative } from "./accessApi.ts";
import { type DelegationRow, staffId } from "./delegationRows.ts";
import { useHttpWords } from "./useHttpWords.ts";

const delegateRights: Right[] = ["speak", "pledge", "read"];

/** Accredits a person. Name and contact go to the directory, never into the record of the conference. */
export function AddRepresentativeDialog({ row, onClose }: { row: DelegationRow; onClose: () => void }) {
	const { conferenceId, directory } = useConference();
	const { t } = useSpeech();
	const { show } = useFeedback();
	const words = useHttpWords();
	const isStaff = row.id === staffId;
	const servesConference = isStaff || row.delegation?.kind === "secretariat";
	const roles: readonly Role[] = isStaff
		? ["secretariat", "interpreter", "captioner", "operator"]
		: servesConference
			? ["secretariat", "delegate"]
			: ["delegate", "chair"];
	const [name, setName] = useState("");
	const [title, setTitle] = useState("");
	const [contact, setContact] = useState("");
	const [role, setRole] = useState<Role>(servesConference ? "secretariat" : "delegate");
	const [level, setLevel] = useState<Level>("OT");
	const [channel, setChannel] = useState<Channel>("en");
	const worksOn = role === "interpreter" ? channels : role === "captioner" ? languages : [];
	const [rights, setRights] = useState<Right[]>(servesConference ? ["read"] : delegateRights);
	const add = async () => {
		const answer = await addRepresentative(conferenceId, {
			delegationId: isStaff ? null : row.id,
			role,
			level,
			rights,
			channel: worksOn.find((each) => each === channel) ?? worksOn[0] ?? null,
			name: name.trim(),
			title: title.trim(),
			contact: contact.trim() === "" ? null : contact.trim(),
		});
		if ("refused" in answer) return { words: words(answer.refused) };
		show({
			title: <Message id="secretariat.added" values={{ name: <bdi dir="auto">{name.trim()}</bdi> }} />,
		});
		void directory.refresh();
		return undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.addTitle" values={{ delegation: <bdi>{row.name}</bdi> }} />}
			act={<Message id="secretariat.accredit" />}
			onAct={add}
			onClose={onClose}
		>
			<label className="field">
				<Message id="secretariat.name" />
				<input
					className="input"
					required
					maxLength={120}
					autoComplete="off"
					dir="auto"
					value={name}
					onChange={(event) => setName(event.target.value)}
				/>
			</label>
			<label className="field">
				<Message id="secretariat.titleField" />
				<input
					className="input"
					required
					maxLength={160}
					autoComplete="off"
					dir="auto"
					value={title}
					onChange={(event) => setTitle(event.target.value)}
				/>
				<small>
					<Message id="secretariat.titleNote" />
				</small>
			</label>
			{roles.length > 1 && (
				<label className="field">
					<Message id="secretariat.role" />
					<select
						className="input"
						value={role}
						onChange={(event) => setRole(roles.find((each) => each === event.target.value) ?? "delegate")}
					>
						{roles.map((each) => (
							<option key={each} value={each}>
								{t(`role.${each}`)}
							</option>
						))}
					</select>
				</label>
			)}
			{worksOn.length > 0 && (
				<label className="field">
					<Message id={role === "captioner" ? "secretariat.captionsIn" : "secretariat.channel"} />
					<select
						className="input"
						value={channel}
						onChange={(event) => setChannel(channels.find((each) => each === event.target.value) ?? "en")}
					>
						{worksOn.map((each) => (
							<option key={each} value={each} {...(each === "sign" ? {} : { lang: each })}>
								{each === "sign" ? t("channel.sign") : languageNames[each]}
							</option>
						))}
					</select>
				</label>
			)}
			<AccreditationFields level={level} given={rights} onLevel={setLevel} onRights={setRights} />
			<label className="field">
				<Message id="secretariat.contact" />
				<input
					className="input"
					maxLength={200}
					autoComplete="off"
					dir="auto"
					value={contact}
					onChange={(event) => setContact(event.target.value)}
				/>
				<small>
					<Message id="secretariat.contactNote" />
				</small>
			</label>
		</ActDialog>
	);
}
