import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";

/** A button without a visible word: only for close, drag, theme and "more". Its label is required. */
export function IconButton({
	icon,
	label,
	small = false,
	className,
	...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, "style" | "children"> & {
	icon: LucideIcon;
	label: string;
	small?: boolean | undefined;
}) {
	return (
		<button
			type="button"
			{...rest}
			className={classes("icon-button", small && "icon-button-small", className)}
			aria-label={label}
			title={label}
		>
			<Icon icon={icon} size={20} />
		</button>
	);
}
