import "./styles/foundation.css";
import "./styles/audience.css";
import "./styles/plenaryScreen.css";
import { hydrateRoot } from "react-dom/client";
import { readBoot } from "./conference/readBoot.ts";
import { startConference } from "./conference/start.ts";
import { isLocale } from "./i18n/languages.ts";
import { loadMessages } from "./i18n/loadMessages.ts";
import { PublicPage } from "./screens/PublicPage.tsx";
import { applyStoredTheme } from "./ui/theme.ts";

const boot = readBoot();
if (boot.screen !== "screen") applyStoredTheme();
const locale = isLocale(boot.locale) ? boot.locale : "en";
const messages = await loadMessages(locale);
const { client } = startConference(boot);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
hydrateRoot(root, <PublicPage screen={boot.screen} client={client} locale={locale} messages={messages} />);
