import { HttpRefusal } from "./refusal.ts";

/**
 * What the stores of accounts and names answer. When they cannot be reached the request is refused for now, like an
 * act that cannot be recorded; the log is told why.
 *
 * @throws HttpRefusal
 */
export async function stored<T>(answer: Promise<T>): Promise<T> {
	try {
		return await answer;
	} catch (error) {
		throw new HttpRefusal(503, "journalUnavailable", {}, error);
	}
}
