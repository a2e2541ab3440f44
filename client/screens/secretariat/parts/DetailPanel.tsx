import { type ReactNode, useEffect, useRef } from "react";
import { useNarrow } from "../../../ui/useNarrow.ts";

/**
 * What is known of the selected row: a column beside the table, or on a phone a sheet over the whole
 * screen, which Escape and the browser's "back" close.
 */
export function DetailPanel({
	label,
	onClose,
	children,
}: {
	label: string;
	onClose: () => void;
	children: ReactNode;
}) {
	if (useNarrow())
		return (
			<Sheet label={label} onClose={onClose}>
				{children}
			</Sheet>
		);
	return (
		<aside className="column column-action detail" aria-label={label}>
			{children}
		</aside>
	);
}

function Sheet({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
	const element = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const sheet = element.current;
		const opener = document.activeElement;
		if (sheet !== null && !sheet.open) sheet.showModal();
		return () => {
			sheet?.close();
			if (opener instanceof HTMLElement) opener.focus();
		};
	}, []);
	return (
		<dialog
			ref={element}
			className="desk-sheet detail"
			aria-label={label}
			onCancel={(event) => {
				/* React tells it of the dialogs inside, too: Escape closes the one in front. */
				if (event.target !== event.currentTarget) return;
				event.preventDefault();
				onClose();
			}}
		>
			{children}
		</dialog>
	);
}
