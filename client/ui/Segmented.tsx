import type { ReactNode } from "react";

/** A choice between two or three views of the same thing. */
export function Segmented<Value extends string>({
	label,
	options,
	value,
	onChange,
}: {
	label: string;
	options: readonly { readonly value: Value; readonly label: ReactNode }[];
	value: Value;
	onChange?: ((value: Value) => void) | undefined;
}) {
	return (
		<fieldset className="segmented" aria-label={label}>
			{options.map((option) => (
				<button
					key={option.value}
					type="button"
					aria-pressed={option.value === value}
					onClick={() => onChange?.(option.value)}
				>
					{option.label}
				</button>
			))}
		</fieldset>
	);
}
