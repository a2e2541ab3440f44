import type { ReactNode } from "react";

/** One serif sentence on what is true and one on what comes next. No illustration. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
	return (
		<div className="empty-state">
			<b>{title}</b>
			{children !== undefined && <span>{children}</span>}
		</div>
	);
}
