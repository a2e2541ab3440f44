import { useSyncExternalStore } from "react";
import { useSpeech } from "../i18n/intl.tsx";
import { IconButton } from "./IconButton.tsx";
import { Moon, Sun, SunMoon } from "./icons.ts";
import { chooseTheme, onThemeChange, storedTheme, type Theme } from "./theme.ts";

const following: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const icons = { system: SunMoon, light: Sun, dark: Moon } as const;

/** One button that goes round: as the device, light, dark. Its label says what is chosen. */
export function ThemeSwitch() {
	const theme = useSyncExternalStore(onThemeChange, storedTheme, () => "system" as const);
	const { t } = useSpeech();
	return (
		<IconButton
			icon={icons[theme]}
			label={t(`theme.${theme}`)}
			onClick={() => chooseTheme(following[theme])}
		/>
	);
}
