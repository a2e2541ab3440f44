import { type ReactNode, useId } from "react";
import { Message } from "../../i18n/intl.tsx";
import { Button, type ButtonVariant } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/**
 * A question with a form: Enter sends it, Escape leaves it, and what the server refused stands beside the
 * button, with everything typed still there.
 */
export function FormDialog({
	title,
	submit,
	variant = "primary",
	busy,
	refusal,
	onSubmit,
	onClose,
	actions,
	wide,
	children,
}: {
	title: ReactNode;
	/** The act, as its button says it. */
	submit: ReactNode;
	variant?: ButtonVariant | undefined;
	busy: boolean;
	refusal?: string | undefined;
	onSubmit: () => void;
	onClose: () => void;
	/** Further acts, before the one that the form is for. */
	actions?: ReactNode;
	wide?: boolean | undefined;
	children: ReactNode;
}) {
	const form = useId();
	return (
		<Dialog
			title={title}
			wide={wide}
			onClose={onClose}
			actions={
				<>
					{actions}
					<Button onClick={onClose}>
						<Message id="common.cancel" />
					</Button>
					<Button type="submit" form={form} variant={variant} aria-busy={busy ? true : undefined}>
						{submit}
					</Button>
				</>
			}
		>
			<form
				id={form}
				onSubmit={(event) => {
					event.preventDefault();
					if (!busy) onSubmit();
				}}
			>
				{children}
			</form>
			<p className="field-error" role="alert">
				{refusal}
			</p>
		</Dialog>
	);
}

/** A question before an act that cannot be taken back. */
export function ConfirmDialog({
	children,
	...rest
}: Omit<Parameters<typeof FormDialog>[0], "wide" | "actions">) {
	return (
		<FormDialog {...rest}>
			<p>{children}</p>
		</FormDialog>
	);
}
