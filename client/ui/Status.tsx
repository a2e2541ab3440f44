import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** Green is ready or connected, brass needs attention, red is lost, off is not there. */
export type LightTone = "green" | "brass" | "red" | "off";

/** A status light and its word; the light never stands alone. */
export function Status({ tone = "green", children }: { tone?: LightTone | undefined; children: ReactNode }) {
	return (
		<span className="status">
			<i className={classes("light", tone !== "green" && `light-${tone}`)} aria-hidden="true" />
			{children}
		</span>
	);
}
