const [shortest, longest] = [10, 3600];

/**
 * The expected length of a statement as people write it, `m:ss`, in ms: from ten seconds to an hour. Null for a field
 * left empty, undefined for what is no such time.
 */
export function expectedMs(text: string): number | null | undefined {
	if (text.trim() === "") return null;
	const [, minutes, seconds] = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim()) ?? [];
	const total = Number(minutes) * 60 + Number(seconds);
	return total >= shortest && total <= longest ? total * 1000 : undefined;
}
