import type { LucideIcon } from "lucide-react";
import { classes } from "../../../ui/classes.ts";
import { Icon } from "../../../ui/Icon.tsx";

export interface Choice {
	readonly value: string;
	readonly label: string;
}

/** A filter as the browser's own list; empty stands for "all", and then the filter is named on its face. */
export function FilterSelect({
	label,
	all,
	choices,
	value,
	onChange,
	icon,
}: {
	label: string;
	/** The words for no filter: "All sessions". */
	all: string;
	choices: readonly Choice[];
	value: string;
	onChange: (value: string) => void;
	icon?: LucideIcon | undefined;
}) {
	return (
		<span className={classes("filter-select", value !== "" && "filter-select-on")}>
			{icon !== undefined && <Icon icon={icon} size={17} />}
			<select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
				<option value="">{all}</option>
				{choices.map((choice) => (
					<option key={choice.value} value={choice.value}>
						{choice.label}
					</option>
				))}
			</select>
		</span>
	);
}
