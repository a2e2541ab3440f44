import { Icon } from "../../../ui/Icon.tsx";
import { Search } from "../../../ui/icons.ts";

/** The search over a table; it filters while one types. */
export function SearchField({
	label,
	value,
	onChange,
}: {
	label: string;
	value: string;
	onChange: (value: string) => void;
}) {
	return (
		<div className="search">
			<Icon icon={Search} />
			<input
				type="search"
				className="input"
				aria-label={label}
				placeholder={label}
				value={value}
				onChange={(event) => onChange(event.target.value)}
				onKeyDown={(event) => {
					if (event.key !== "Escape" || value === "") return;
					event.preventDefault();
					onChange("");
				}}
			/>
		</div>
	);
}
