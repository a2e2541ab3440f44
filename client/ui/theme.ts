/** What a visitor chose; `system` follows the device. */
export type Theme = "system" | "light" | "dark";

const key = "theme";
const listeners = new Set<() => void>();

/** The choice that this browser remembers. Storage may be forbidden; then it follows the system. */
export function storedTheme(): Theme {
	try {
		const value = localStorage.getItem(key);
		return value === "light" || value === "dark" ? value : "system";
	} catch {
		return "system";
	}
}

function show(theme: Theme): void {
	if (theme === "system") delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
}

/**
 * Called first by every entry. A script within the page, which could prevent a flash of the other theme,
 * is forbidden by the content security policy; the server does that, from the cookie that `chooseTheme` leaves.
 */
export function applyStoredTheme(): void {
	show(storedTheme());
}

/** Remembers a choice here and, in the cookie `theme`, for the server's next page. */
export function chooseTheme(theme: Theme): void {
	try {
		if (theme === "system") localStorage.removeItem(key);
		else localStorage.setItem(key, theme);
	} catch {
		/* Not remembered then; the page still changes. */
	}
	const age = theme === "system" ? 0 : 31_536_000;
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
	document.cookie = `${key}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax`;
	show(theme);
	for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`: calls back when the choice changes, here or in another window. */
export function onThemeChange(listener: () => void): () => void {
	listeners.add(listener);
	window.addEventListener("storage", listener);
	return () => {
		listeners.delete(listener);
		window.removeEventListener("storage", listener);
	};
}
