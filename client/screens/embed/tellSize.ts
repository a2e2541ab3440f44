/** What the page that frames the tally is told whenever its height changes, in CSS px. */
export interface SizeMessage {
	readonly type: "plenaria:size";
	readonly height: number;
}

/**
 * Tells the framing page how tall the content is, so that the frame needs no scroll bar. To anybody who frames it:
 * the message holds nothing that is not to be seen. Returns what ends it.
 */
export function tellSize(content: HTMLElement): () => void {
	if (window.parent === window) return () => {};
	const observer = new ResizeObserver(() => {
		const height = Math.ceil(content.getBoundingClientRect().height);
		const message: SizeMessage = { type: "plenaria:size", height };
		window.parent.postMessage(message, "*");
	});
	observer.observe(content);
	return () => observer.disconnect();
}
