/**
 * Calls back at a time of the given clock (ms), never before it. A timer may fire a hair early by another clock,
 * and who then finds nothing due and sets no other waits for ever.
 *
 * @returns what ends the wait.
 */
export function onTime(at: number, now: () => number, callBack: () => void): () => void {
	let timer: ReturnType<typeof setTimeout>;
	const look = () => {
		const rest = at - now();
		if (rest > 0) timer = setTimeout(look, Math.ceil(rest));
		else callBack();
	};
	timer = setTimeout(look, Math.max(0, Math.ceil(at - now())));
	return () => clearTimeout(timer);
}
