import "./styles/foundation.css";
import "./styles/fonts.css";
import "./styles/console.css";
import "./styles/consoleMenus.css";
import "./styles/messages.css";
import "./styles/delegate.css";
import "./styles/delegateSeat.css";
import "./styles/parts.css";
import "./styles/stage.css";
import "./styles/channels.css";
import "./styles/recordingPlayer.css";
import "./styles/recordings.css";
import "./styles/pledgeBook.css";
import "./styles/delegateSide.css";
import "./styles/delegatePhone.css";
import "./styles/delegateProcedure.css";
import "./styles/delegateTexts.css";
import "./styles/podium.css";
import "./styles/podiumSeat.css";
import "./styles/podiumProcedure.css";
import "./styles/podiumPhone.css";
import "./styles/pledgeDesk.css";
import "./styles/consoleInitiatives.css";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { ConferenceProvider } from "./conference/hooks.ts";
import { readBoot } from "./conference/readBoot.ts";
import { startConference } from "./conference/start.ts";
import { IntlRoot } from "./i18n/intl.tsx";
import { intlTag } from "./i18n/languages.ts";
import { loadMessages } from "./i18n/loadMessages.ts";
import { MediaScope } from "./media/hooks.tsx";
import { ErrorBoundary } from "./screens/console/ErrorBoundary.tsx";
import { FeedbackProvider } from "./screens/console/feedback.tsx";
import { Notice } from "./screens/console/Notice.tsx";
import { PersonProvider } from "./screens/console/person.ts";
import { RestoredOutcomes } from "./screens/console/RestoredOutcomes.tsx";
import { applyStoredTheme } from "./ui/theme.ts";

applyStoredTheme();
const boot = readBoot();
const { locale } = boot;
const messages = await loadMessages(locale);
const { client, restored } = startConference(boot);

/** Each console is a file of its own in the build: a delegate's phone never loads the chair's table. */
const router = createBrowserRouter([
	{
		path: "/:conference",
		errorElement: <Notice kind="error" />,
		hydrateFallbackElement: <></>,
		children: [
			{
				path: "delegate",
				lazy: async () => ({
					Component: (await import("./screens/delegate/DelegateScreen.tsx")).DelegateScreen,
				}),
			},
			{
				path: "podium",
				lazy: async () => ({ Component: (await import("./screens/podium/PodiumScreen.tsx")).PodiumScreen }),
			},
			{
				path: "booth",
				lazy: async () => ({ Component: (await import("./screens/booth/BoothScreen.tsx")).BoothScreen }),
			},
			{
				path: "captions",
				lazy: async () => ({
					Component: (await import("./screens/captions/CaptionsScreen.tsx")).CaptionsScreen,
				}),
			},
			{
				path: "operator",
				lazy: async () => ({
					Component: (await import("./screens/operator/OperatorScreen.tsx")).OperatorScreen,
				}),
			},
			{
				path: "secretariat/*",
				lazy: async () => ({
					Component: (await import("./screens/secretariat/SecretariatScreen.tsx")).SecretariatScreen,
				}),
			},
		],
	},
	{ path: "*", element: <Notice kind="notFound" /> },
]);

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
createRoot(root).render(
	<IntlRoot locale={locale} messages={messages}>
		<I18nProvider locale={intlTag(locale)}>
			<PersonProvider value={boot.person}>
				<ConferenceProvider value={client}>
					<FeedbackProvider>
						<ErrorBoundary>
							<RestoredOutcomes outcomes={restored} />
							{/* Above the screens, so that a co-chair who goes from the podium to the seat goes on being heard. */}
							<MediaScope wanted={boot.seat !== null && boot.seat.role !== "secretariat"}>
								<RouterProvider router={router} />
							</MediaScope>
						</ErrorBoundary>
					</FeedbackProvider>
				</ConferenceProvider>
			</PersonProvider>
		</I18nProvider>
	</IntlRoot>,
);
