import "./styles/foundation.css";
import "./styles/audience.css";
import "./styles/console.css";
import "./styles/delegate.css";
import "./styles/podium.css";
import "./styles/pledgeDesk.css";
import "./styles/plenaryScreen.css";
import "./screens/gallery/gallery.css";
import { createRoot } from "react-dom/client";
import { IntlRoot } from "./i18n/intl.tsx";
import { dir, isLocale } from "./i18n/languages.ts";
import { loadMessages } from "./i18n/loadMessages.ts";
import { Gallery } from "./screens/gallery/Gallery.tsx";
import { applyStoredTheme } from "./ui/theme.ts";

applyStoredTheme();
const query = new URLSearchParams(location.search);
const wanted = query.get("lang") ?? "en";
const locale = isLocale(wanted) ? wanted : "en";
const theme = query.get("theme");
if (theme !== null) document.documentElement.dataset.theme = theme;
document.documentElement.lang = locale;
document.documentElement.dir = dir(locale);
const messages = await loadMessages(locale);
const root = document.getElementById("root");
if (root !== null)
	createRoot(root).render(
		<IntlRoot locale={locale} messages={messages}>
			<Gallery page={query.get("page") ?? "states"} />
		</IntlRoot>,
	);
