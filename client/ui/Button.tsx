import type { LucideIcon } from "lucide-react";
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { KeyCap } from "./KeyCap.tsx";

/** `primary` is the one next act of a screen; `brass` announces; `red` interrupts; `outlineRed` removes. */
export type ButtonVariant = "plain" | "primary" | "brass" | "red" | "quiet" | "outlineRed" | "hall";

interface ButtonLooks {
	readonly variant?: ButtonVariant | undefined;
	readonly small?: boolean | undefined;
	readonly wide?: boolean | undefined;
	readonly icon?: LucideIcon | undefined;
	/** The icon points along the line and turns in right-to-left pages. */
	readonly mirrorIcon?: boolean | undefined;
	readonly children: ReactNode;
}

const variantClass: Record<ButtonVariant, string | false> = {
	plain: false,
	primary: "button-primary",
	brass: "button-brass",
	red: "button-red",
	quiet: "button-quiet",
	outlineRed: "button-outline-red",
	hall: "button-hall",
};

function buttonClass({ variant = "plain", small, wide }: ButtonLooks, className: string | undefined): string {
	return classes("button", variantClass[variant], small && "button-small", wide && "button-wide", className);
}

/**
 * A button says the act. With `unavailable` it stays in the order of focus and says why it cannot be
 * pressed, instead of going grey without a word.
 */
export function Button({
	variant,
	small,
	wide,
	icon,
	mirrorIcon,
	shortcut,
	unavailable,
	className,
	children,
	onClick,
	...rest
}: ButtonLooks &
	Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children" | "style"> & {
		/** The key that does the same, as `N`, `Space`, `+`. */
		readonly shortcut?: string | undefined;
		/** The reason, as a sentence, where the act is not possible now. */
		readonly unavailable?: string | undefined;
	}) {
	const off = unavailable !== undefined;
	return (
		<button
			type="button"
			{...rest}
			className={buttonClass({ variant, small, wide, children }, className)}
			aria-keyshortcuts={shortcut}
			aria-disabled={off ? true : undefined}
			title={unavailable ?? rest.title}
			onClick={off ? undefined : onClick}
		>
			{icon !== undefined && <Icon icon={icon} size={small ? 16 : 18} mirrored={mirrorIcon} />}
			{shortcut === undefined ? children : <span>{children}</span>}
			{shortcut !== undefined && (
				<span className="button-key" aria-hidden="true">
					<KeyCap>{shortcut}</KeyCap>
				</span>
			)}
		</button>
	);
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({
	variant,
	small,
	wide,
	icon,
	mirrorIcon,
	className,
	children,
	...rest
}: ButtonLooks &
	Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "children" | "style"> & { readonly href: string }) {
	return (
		<a {...rest} className={buttonClass({ variant, small, wide, children }, className)}>
			{icon !== undefined && <Icon icon={icon} size={small ? 16 : 18} mirrored={mirrorIcon} />}
			{children}
		</a>
	);
}
