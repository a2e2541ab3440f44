import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "../../ui/classes.ts";

/** A menu on the browser's own `<details>`; it closes on Escape and on a press elsewhere. */
export function HeaderMenu({
	summary,
	label,
	className,
	summaryClassName,
	children,
}: {
	summary: ReactNode;
	/** What the menu is for, said before what the summary shows, where that does not say it. */
	label?: string | undefined;
	className?: string | undefined;
	summaryClassName?: string | undefined;
	children: ReactNode;
}) {
	const element = useRef<HTMLDetailsElement>(null);
	useEffect(() => {
		const details = element.current;
		if (details === null) return undefined;
		const onPress = (event: PointerEvent) => {
			if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
		};
		const onKey = (event: KeyboardEvent) => {
			if (event.key !== "Escape" || !details.open) return;
			details.open = false;
			details.querySelector("summary")?.focus();
		};
		document.addEventListener("pointerdown", onPress);
		details.addEventListener("keydown", onKey);
		return () => {
			document.removeEventListener("pointerdown", onPress);
			details.removeEventListener("keydown", onKey);
		};
	}, []);
	return (
		<details ref={element} className={classes("menu", className)}>
			<summary className={summaryClassName}>
				{label !== undefined && <span className="visually-hidden">{label}</span>}
				{summary}
			</summary>
			{children}
		</details>
	);
}
