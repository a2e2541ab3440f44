import type { ReactNode } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";

/** Date and time on the host city's clock, in the browser's own field. */
export function TimeField({
	label,
	value,
	onChange,
	required = false,
	note,
	error,
}: {
	label: ReactNode;
	value: string;
	onChange: (value: string) => void;
	required?: boolean | undefined;
	note?: ReactNode;
	/** What is wrong with the value, as a sentence. */
	error?: ReactNode;
}) {
	const { locale } = useSpeech();
	const city = useSelect((state) => state.profile.city);
	return (
		<label className="field">
			{label}
			<input
				className="input input-short"
				type="datetime-local"
				required={required}
				aria-invalid={error === undefined ? undefined : true}
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
			<small>
				{note ?? <Message id="programme.timesIn" values={{ city: <bdi>{inLanguage(city, locale)}</bdi> }} />}
			</small>
			{error !== undefined && <span className="field-error">{error}</span>}
		</label>
	);
}
