/** What people call an announced pledge by: P-062. */
export function pledgeReference(number: number): string {
	return `P-${String(number).padStart(3, "0")}`;
}
