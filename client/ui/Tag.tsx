import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";

/** Blue is announced, green confirmed or ready, brass now, red a query; grey is merely said. */
export type TagTone = "grey" | "blue" | "green" | "brass" | "red";

/** A word about the state of something. It is never pressed. */
export function Tag({
	tone = "grey",
	icon,
	children,
}: {
	tone?: TagTone | undefined;
	icon?: LucideIcon | undefined;
	children: ReactNode;
}) {
	return (
		<span className={classes("tag", tone !== "grey" && `tag-${tone}`)}>
			{icon !== undefined && <Icon icon={icon} size={14} />}
			{children}
		</span>
	);
}
