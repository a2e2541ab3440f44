import "./styles/foundation.css";
import "./styles/audience.css";
import "./styles/audienceFeed.css";
import "./styles/initiative.css";
import "./styles/figures.css";
import "./styles/rows.css";
import "./styles/embed.css";
import "./styles/parts.css";
import "./styles/stage.css";
import "./styles/channels.css";
import "./styles/recordingPlayer.css";
import "./styles/audiencePhone.css";
import "./styles/plenaryScreen.css";
import "./styles/publicParts.css";
import { hydrateRoot } from "react-dom/client";
import type { Boot } from "../shared/protocol/boot.ts";
import { readBoot } from "./conference/readBoot.ts";
import { startConference } from "./conference/start.ts";
import { loadPublicMessages } from "./i18n/loadPublicMessages.ts";
import { Audience } from "./screens/audience/Audience.tsx";
import type { PageComponent } from "./screens/PublicPage.tsx";
import { PublicPage } from "./screens/PublicPage.tsx";
import { applyStoredTheme } from "./ui/theme.ts";

const boot = readBoot();
if (boot.screen !== "screen") applyStoredTheme();
const { locale } = boot;
/** Each page loads its own part alone. */
async function pageOf(screen: Boot["screen"]): Promise<PageComponent> {
	switch (screen) {
		case "screen":
			return (await import("./screens/screen/PlenaryScreen.tsx")).PlenaryScreen;
		case "rows":
			return (await import("./screens/rows/RowsPage.tsx")).RowsPage;
		case "pledge":
			return (await import("./screens/rows/PledgePage.tsx")).PledgePage;
		case "delegation":
			return (await import("./screens/rows/DelegationPage.tsx")).DelegationPage;
		case "embed":
			return (await import("./screens/embed/Embed.tsx")).Embed;
		default:
			return Audience;
	}
}

const page = await pageOf(boot.screen);
const messages = await loadPublicMessages(locale);
const { client } = startConference(boot);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
hydrateRoot(
	root,
	<PublicPage page={page} about={boot.about} client={client} locale={locale} messages={messages} />,
);
