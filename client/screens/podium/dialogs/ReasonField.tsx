import { Message } from "../../../i18n/intl.tsx";

/** Why a chair departs from the order: required, kept in the record, told in the room and not to the public. */
export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
	return (
		<label className="field">
			<Message id="podium.reason" />
			<input
				className="input"
				dir="auto"
				required
				maxLength={300}
				pattern=".*\S.*"
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
			<small>
				<Message id="podium.reasonNote" />
			</small>
		</label>
	);
}
