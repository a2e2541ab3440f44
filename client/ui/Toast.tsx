import type { ReactNode } from "react";
import { useSpeech } from "../i18n/intl.tsx";
import { classes } from "./classes.ts";
import { type Emblem, Flag } from "./Flag.tsx";

/** What has just happened, for a few seconds; the act's own words, in the past tense. */
export function Toast({
	title,
	children,
	tone = "brass",
	emblem,
	action,
}: {
	title: ReactNode;
	/** The record's words: the text of a pledge. */
	children?: ReactNode;
	tone?: "brass" | "red" | "green" | undefined;
	emblem?: Emblem | undefined;
	action?: ReactNode;
}) {
	return (
		<div className={classes("toast", `toast-${tone}`)}>
			{emblem !== undefined && <Flag {...emblem} width={36} />}
			<div>
				<b>{title}</b>
				{children !== undefined && <span className="record">{children}</span>}
			</div>
			{action !== undefined && <span className="toast-action">{action}</span>}
		</div>
	);
}

/** Where toasts appear. It stands in the page from the start, because only then are changes in it read out. */
export function ToastRegion({ children }: { children?: ReactNode }) {
	const { t } = useSpeech();
	return (
		<section className="toast-region" aria-live="polite" aria-label={t("common.notifications")}>
			{children}
		</section>
	);
}
