/**
 * What a track, a router or a worker answers, or nothing when it went away meanwhile: that is no fault. A question that fails
 * otherwise is a bug.
 */
export async function unlessClosed<T>(
	asked: { readonly closed: boolean },
	answer: Promise<T>,
): Promise<T | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (asked.closed) return undefined;
		throw error;
	}
}
