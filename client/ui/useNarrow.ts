import { useCallback, useSyncExternalStore } from "react";

/** Below this width the consoles stack; the detail of a row becomes a sheet over the whole screen. */
const narrow = "(max-width: 900px)";

/** Whether the window is too narrow for a table and its detail side by side. */
export function useNarrow(): boolean {
	const subscribe = useCallback((listener: () => void) => {
		const media = window.matchMedia(narrow);
		media.addEventListener("change", listener);
		return () => media.removeEventListener("change", listener);
	}, []);
	return useSyncExternalStore(
		subscribe,
		() => window.matchMedia(narrow).matches,
		() => false,
	);
}
