import type { Representative } from "../../../shared/conference/delegations.ts";
import { usePersonNames } from "../../features/speakersList/person.ts";
import { useSpeech } from "../../i18n/intl.tsx";

/** Who of the delegation speaks; "named later" while it has not said. */
export function SpeakerSelect({
	id: field,
	speakers,
	value,
	onChange,
	required = false,
}: {
	/** For the label. */
	id: string;
	speakers: readonly Representative[];
	value: string | null;
	onChange: (speakerId: string | null) => void;
	/** Somebody must be chosen. */
	required?: boolean | undefined;
}) {
	const { t } = useSpeech();
	const nameOf = usePersonNames();
	return (
		<select
			id={field}
			className="input"
			required={required}
			value={value ?? ""}
			onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
		>
			{(!required || value === null) && <option value="">{t("delegate.speakerLater")}</option>}
			{speakers.map(({ id, level }) => {
				const person = nameOf(id);
				return (
					<option key={id} value={id}>
						{person === undefined ? t(`rank.${level}`) : `${person.name}, ${person.title}`}
					</option>
				);
			})}
		</select>
	);
}
