/** In front of whom an entry stands after a drop; undefined where it stays where it is. */
export function placeBefore(
	order: readonly string[],
	entryId: string,
	targetId: string,
	position: "before" | "after" | "on",
): string | null | undefined {
	if (targetId === entryId) return undefined;
	const others = order.filter((id) => id !== entryId);
	const index = others.indexOf(targetId) + (position === "after" ? 1 : 0);
	const before = others[index] ?? null;
	const present = order[order.indexOf(entryId) + 1] ?? null;
	return before === present ? undefined : before;
}
