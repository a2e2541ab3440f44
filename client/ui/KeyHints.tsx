import type { ReactNode } from "react";
import { KeyCap } from "./KeyCap.tsx";

export interface KeyHint {
	readonly keys: readonly string[];
	readonly label: ReactNode;
}

/** The foot of a console: which key does what. */
export function KeyHints({ hints, end }: { hints: readonly KeyHint[]; end?: ReactNode }) {
	return (
		<footer className="key-hints">
			{hints.map((hint) => (
				<span key={hint.keys.join(" ")} className="key-hint">
					{hint.keys.map((key) => (
						<KeyCap key={key}>{key}</KeyCap>
					))}
					{hint.label}
				</span>
			))}
			{end !== undefined && <span className="key-hint key-hints-end">{end}</span>}
		</footer>
	);
}
