import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useSpeech } from "../i18n/intl.tsx";
import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";
import { X } from "./icons.ts";

/** React's `autoFocus` comes too early for a dialog that is shown only afterwards. */
function firstToAnswer(dialog: HTMLDialogElement): HTMLElement | null {
	return (
		dialog.querySelector<HTMLElement>(".dialog-body [data-first]") ??
		dialog.querySelector<HTMLElement>(".dialog-body :is(input, select, textarea)") ??
		dialog.querySelector<HTMLElement>(".dialog-actions button")
	);
}

/**
 * A modal question on the browser's own `<dialog>`: it keeps focus inside, closes on Escape and gives
 * focus back to what opened it. Mount it to open it; `onClose` is to unmount it. Focus begins in what
 * is marked `data-first`, in what is to be filled in, else on the first button at the foot, which takes nothing back.
 */
export function Dialog({
	title,
	children,
	actions,
	onClose,
	wide = false,
}: {
	title: ReactNode;
	children: ReactNode;
	/** Buttons at the foot, the act last. */
	actions?: ReactNode;
	onClose: () => void;
	wide?: boolean | undefined;
}) {
	const element = useRef<HTMLDialogElement>(null);
	const heading = useId();
	const { t } = useSpeech();
	// A layout effect, because focus must be back in the same turn in which the dialog goes: a moment later it
	// would be taken from whatever the person has gone on to.
	useLayoutEffect(() => {
		const dialog = element.current;
		if (dialog === null) return;
		const opener = document.activeElement;
		if (!dialog.open) dialog.showModal();
		firstToAnswer(dialog)?.focus();
		return () => {
			dialog.close();
			/* React may remove the element before the browser restores focus by itself. */
			if (opener instanceof HTMLElement) opener.focus();
		};
	}, []);
	return (
		<dialog
			ref={element}
			className={classes("dialog", wide && "dialog-wide")}
			aria-labelledby={heading}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
		>
			<div className="dialog-head">
				<h2 id={heading}>{title}</h2>
				<IconButton icon={X} label={t("common.close")} onClick={onClose} />
			</div>
			<div className="dialog-body">{children}</div>
			{actions !== undefined && <div className="dialog-actions">{actions}</div>}
		</dialog>
	);
}
