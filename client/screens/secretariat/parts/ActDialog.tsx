import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import { Message } from "../../../i18n/intl.tsx";
import { Button, type ButtonVariant } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";

const fields = "input:not(:disabled), textarea, select";

/** What became of an act: nothing to say, or the words of its refusal. */
export type Result = { readonly words: string } | undefined;

/**
 * A question before an act, or a form: the act's own button sends it, and a refusal is said beside that
 * button. It closes when the act was carried out; what was filled in survives everything else.
 */
export function ActDialog({
	title,
	act,
	variant = "primary",
	startsAt = "form",
	unavailable,
	wide,
	onAct,
	onClose,
	children,
}: {
	title: ReactNode;
	/** The words of the button. */
	act: ReactNode;
	variant?: ButtonVariant | undefined;
	/** Where the focus is at first: in the first field, or on a button. What ends something begins at "Cancel". */
	startsAt?: "form" | "act" | "cancel" | undefined;
	/** Why the act cannot be done with what is filled in. */
	unavailable?: string | undefined;
	wide?: boolean | undefined;
	onAct: () => Promise<Result>;
	onClose: () => void;
	children: ReactNode;
}) {
	const form = useId();
	const [busy, setBusy] = useState(false);
	const [words, setWords] = useState<string | null>(null);
	/* After the dialog has opened, because the browser then puts the focus on the first control, which closes it. */
	useEffect(() => {
		const first = document.getElementById(form)?.querySelector<HTMLElement>(fields) ?? null;
		const buttons = document
			.getElementById(form)
			?.closest("dialog")
			?.querySelectorAll<HTMLElement>(".dialog-actions button");
		const [cancel, act] = [...(buttons ?? [])];
		(startsAt === "form" ? (first ?? act) : startsAt === "act" ? act : cancel)?.focus();
	}, [form, startsAt]);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (busy || unavailable !== undefined) return;
		setBusy(true);
		setWords(null);
		const result = await onAct();
		setBusy(false);
		if (result === undefined) onClose();
		else setWords(result.words);
	};
	return (
		<Dialog
			title={title}
			wide={wide}
			onClose={onClose}
			actions={
				<>
					<p className="field-error desk-refusal" role="alert">
						{words}
					</p>
					<Button onClick={onClose}>
						<Message id="common.cancel" />
					</Button>
					<Button
						type="submit"
						form={form}
						variant={variant}
						unavailable={unavailable}
						aria-busy={busy ? true : undefined}
						data-act=""
					>
						<span>{act}</span>
					</Button>
				</>
			}
		>
			<form id={form} onSubmit={submit}>
				{children}
			</form>
		</Dialog>
	);
}
