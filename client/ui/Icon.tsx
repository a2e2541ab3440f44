import type { LucideIcon } from "lucide-react";
import { classes } from "./classes.ts";

/**
 * An icon from `icons.ts`, always beside a word and hence hidden from assistive technology. `mirrored`
 * for those that point along the line (arrows, "leave"), which turn in right-to-left pages.
 */
export function Icon({
	icon: Drawing,
	size = 18,
	mirrored = false,
	className,
}: {
	icon: LucideIcon;
	size?: number | undefined;
	mirrored?: boolean | undefined;
	className?: string | undefined;
}) {
	return (
		<Drawing
			size={size}
			strokeWidth={1.75}
			aria-hidden="true"
			focusable="false"
			className={classes("icon", mirrored && "mirrored", className)}
		/>
	);
}
