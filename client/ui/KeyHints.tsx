import { Fragment, type ReactNode } from "react";
import { KeyCap } from "./KeyCap.tsx";

export interface KeyHint {
	readonly keys: readonly string[];
	/** The first and the last of a row of keys. */
	readonly isRange?: boolean;
	readonly label: ReactNode;
}

/** The foot of a console: which key does what. */
export function KeyHints({ hints, end }: { hints: readonly KeyHint[]; end?: ReactNode }) {
	return (
		<footer className="key-hints">
			{hints.map((hint) => (
				<span key={hint.keys.join(" ")} className="key-hint">
					{hint.keys.map((key, index) => (
						<Fragment key={key}>
							{hint.isRange && index > 0 && <span aria-hidden="true">–</span>}
							<KeyCap>{key}</KeyCap>
						</Fragment>
					))}
					{hint.label}
				</span>
			))}
			{end !== undefined && <span className="key-hint key-hints-end">{end}</span>}
		</footer>
	);
}
