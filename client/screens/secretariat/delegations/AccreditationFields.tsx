import { type Level, levels, type Right, rights } from "../../../../shared/conference/common.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";

/** Rank and rights, as an accreditation gives them. */
export function AccreditationFields({
	level,
	given,
	onLevel,
	onRights,
}: {
	level: Level;
	given: readonly Right[];
	onLevel: (level: Level) => void;
	onRights: (rights: Right[]) => void;
}) {
	const { t } = useSpeech();
	return (
		<>
			<label className="field">
				<Message id="secretariat.level" />
				<select
					className="input"
					value={level}
					onChange={(event) => onLevel(levels.find((each) => each === event.target.value) ?? "OT")}
				>
					{levels.map((each) => (
						<option key={each} value={each}>
							{`${each} – ${t(`rank.${each}`)}`}
						</option>
					))}
				</select>
			</label>
			<fieldset className="desk-choices">
				<legend>
					<Message id="secretariat.rightsTitle" />
				</legend>
				{rights.map((right) => (
					<label key={right} className="desk-choice">
						<input
							type="checkbox"
							checked={given.includes(right)}
							onChange={(event) =>
								onRights(
									rights.filter((each) => (each === right ? event.target.checked : given.includes(each))),
								)
							}
						/>
						<span>
							<Message id={`right.${right}`} />
							<small>
								<Message id={`rightnote.${right}`} />
							</small>
						</span>
					</label>
				))}
			</fieldset>
		</>
	);
}
