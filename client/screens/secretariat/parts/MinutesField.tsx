import type { ReactNode } from "react";

/** Milliseconds as a field holds them: minutes, with half minutes. Nothing for what is no such number. */
export function msOfMinutes(value: string): number | undefined {
	const minutes = Number(value);
	return value.trim() === "" || !Number.isFinite(minutes) ? undefined : Math.round(minutes * 60_000);
}

/** As `msOfMinutes` reads it. */
export function minutesOf(ms: number): string {
	return String(ms / 60_000);
}

/** A length of time in minutes. */
export function MinutesField({
	label,
	value,
	onChange,
	min = 0.5,
	step = 0.5,
	note,
}: {
	label: ReactNode;
	value: string;
	onChange: (value: string) => void;
	min?: number | undefined;
	step?: number | undefined;
	note?: ReactNode;
}) {
	return (
		<label className="field">
			{label}
			<input
				className="input input-short"
				type="number"
				required
				min={min}
				max={60}
				step={step}
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
			{note !== undefined && <small>{note}</small>}
		</label>
	);
}
